import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DayVault } from '../../../../vault/vault';
import type { SheetRow } from '../../../workbooks/sheet';
import type { Form, ReportPlan } from '../../records';
import type { ReportContent } from '../../subjects/subject';
import type { ReportWalk, StepRows } from '../../subjects/walk';
import { frontColumns } from '../columns';
import { departureColumns, gapColumns, passengerColumns, sumColumns } from './coach-columns';
import { coachFrontRows } from './coach-front';
import { type CoachTelling, coachRows } from './coach-rows';
import { keptSums, resumeSums, sumRows } from './coach-sums';
import type { TellingPlace, ToldWithStanding } from './told-departures';

/** Where the departures of a report come from. */
export interface CoachSource {
  readonly departures: (from: TellingPlace) => AsyncIterable<ToldWithStanding>;
  /** The coach day of a city; undefined when its key was destroyed. */
  readonly dayOf: (city: string) => Promise<DayVault | undefined>;
}

const searched = { filter: true, frozenColumns: 2 };
const front = { name: { zh: '说明', en: 'About' }, tab: 1, columns: frontColumns };

const tables = {
  passengers: { name: { zh: '乘客', en: 'Passengers' }, tab: 2, columns: passengerColumns, ...searched },
  departures: { name: { zh: '班次', en: 'Departures' }, tab: 3, columns: departureColumns, ...searched },
  incomplete: { name: { zh: '不完整', en: 'Incomplete' }, tab: 5, columns: gapColumns, ...searched },
};

/** Passengers that a step holds at least: a step is the piece that another process goes on after. */
const passengersAtOnce = 500;

/** What a report of coaches holds: departures are walked through once for all tables; sums and front follow. */
export function coachSheets(
  source: CoachSource,
  telling: CoachTelling,
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
  stepSize = passengersAtOnce,
): ReportContent {
  const { sums } = telling;
  return {
    sheets: [
      {
        name: { zh: '汇总', en: 'Summary' },
        tab: 4,
        columns: sumColumns,
        filter: true,
        rows: later(() => sumRows(sums)),
      },
      { ...front, rows: later(() => coachFrontRows(plan, form, settings, sums)) },
    ],
    counts: sums,
    dayForgotten: false,
    walk: walkOf(source, telling, stepSize),
  };
}

/** The only sheet of a day whose key was destroyed. */
export const forgottenCoachSheets = (plan: ReportPlan, form: Form, settings: CitySettings): ReportContent => ({
  sheets: [{ ...front, rows: [coachFrontRows(plan, form, settings, 'forgotten')] }],
  counts: { rows: 0, riders: 0, incomplete: 0 },
  dayForgotten: true,
});

function walkOf(source: CoachSource, telling: CoachTelling, stepSize: number): ReportWalk {
  const { sums } = telling;
  return {
    tables,
    resume: (state) => resumeSums(sums, state),
    state: () => keptSums(sums),
    steps: async function* (): AsyncGenerator<StepRows> {
      let held = noRows();
      for await (const departure of source.departures(sums.place)) {
        const { direction, read } = departure;
        const rows = coachRows(telling, departure, await source.dayOf(read.city));
        sums.place = { direction, after: read.departureId };
        for (const table of ['passengers', 'departures', 'incomplete'] as const) held[table].push(...rows[table]);
        if (held.passengers.length < stepSize) continue;
        yield held;
        held = noRows();
      }
      if (held.departures.length > 0) yield held;
    },
  };
}

const noRows = (): Record<'passengers' | 'departures' | 'incomplete', SheetRow[]> => ({
  passengers: [],
  departures: [],
  incomplete: [],
});

/** Rows that are known only when everything before them was written. */
function* later(rows: () => readonly SheetRow[]): Generator<readonly SheetRow[]> {
  yield rows();
}

import type { Completeness, Standing } from '@tongcheng/shared/coaches/completeness';
import type { CoachService } from '@tongcheng/shared/coaches/events';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { offRouteCount } from '@tongcheng/shared/coaches/off-route';
import {
  classWords,
  directionWords,
  gapWords,
  phaseWords,
  presenceWords,
  serviceWords,
  sourceWords,
} from '@tongcheng/shared/reports/coach-words';
import { both } from '@tongcheng/shared/reports/words';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { DayVault } from '../../../../vault/vault';
import type { SheetRow } from '../../../workbooks/sheet';
import type { Form, ReportPlan } from '../../records';
import { type PassengerChange, type ToldPassenger, toldPassengers } from './changes';
import { addDeparture, type CoachSums } from './coach-sums';
import { departureGaps, passengerGaps } from './gaps';
import { passengerCells } from './passenger-cells';
import type { ToldDeparture, ToldWithStanding } from './told-departures';
import { tripCells } from './trip-cells';

/** Rows of one departure, by the tables that they belong to. */
export type CoachRows = Readonly<Record<'passengers' | 'departures' | 'incomplete', readonly SheetRow[]>>;

/** What turning departures into rows takes. */
export interface CoachTelling {
  readonly plan: Pick<ReportPlan, 'version'>;
  readonly form: Form;
  readonly sums: CoachSums;
  /** Whether passengers to a city state two addresses. */
  readonly asksAddresses: (destinationCity: string | undefined) => boolean;
}

const changeWords: Readonly<Record<PassengerChange, string>> = {
  added: '补报：新增 supplement: added',
  corrected: '补报：更正前一版本 supplement: corrects the version before',
  withdrawn: '补报：登记已撤回 supplement: registration withdrawn',
};

/** The rows of one departure; on the way the sums are gathered. `day` is that of the city that it left, undefined when its key was destroyed. */
export function coachRows(telling: CoachTelling, departure: ToldWithStanding, day: DayVault | undefined): CoachRows {
  const { form, sums } = telling;
  const trip = tripCells(departure, form, day);
  sums.departures += 1;
  const number = sums.departures;
  const { completeness } = departure;
  const { standing } = completeness;
  addSums(telling, departure, trip, standing);
  // What is incomplete about a coach is told to the cities that it leaves and where it ends.
  const ofCoach = departure.direction === 'stopping' ? [] : departureGaps(departure.read.manifest, completeness);
  const incomplete: SheetRow[] = ofCoach.map((gap) => [...[number, ...trip, '', both(gapWords[gap])]]);
  const passengers: SheetRow[] = [];
  for (const told of toldPassengers(departure.read.manifest, departure.before?.manifest, telling.plan.version > 1))
    passengers.push(passengerRow(telling, departure, { told, trip, number, day, incomplete, standing }));
  sums.incomplete += incomplete.length;
  return {
    passengers,
    departures: [departureRow(departure, number, trip, telling.plan.version, completeness)],
    incomplete,
  };
}

interface PassengerContext {
  readonly told: ToldPassenger;
  readonly trip: SheetRow;
  readonly number: number;
  readonly day: DayVault | undefined;
  readonly incomplete: SheetRow[];
  readonly standing: Standing;
}

function passengerRow(telling: CoachTelling, { read, before }: ToldDeparture, context: PassengerContext): SheetRow {
  const { told, trip, number, day, incomplete, standing } = context;
  const { passenger, change } = told;
  const { form, sums } = telling;
  const cells = passengerCells((change === 'withdrawn' && before) || read, passenger, form, day);
  const asks = form === 'full' && telling.asksAddresses(read.opened?.destinationCity);
  const gaps = change === 'withdrawn' || standing === 'voluntary' || !day ? [] : passengerGaps(passenger, cells, asks);
  for (const gap of gaps) incomplete.push([number, ...trip, cells.person[0], both(gapWords[gap])]);
  sums.rows += 1;
  sums.riders += change === 'withdrawn' ? 0 : 1;
  return [
    ...[sums.rows, ...cells.person, ...trip],
    passenger.registrations.map(({ seat }) => seat).find((seat) => seat !== undefined) ?? '',
    both(sourceWords[passenger.best.source]),
    ...[cells.addressBefore, cells.addressThere],
    both(presenceWords[passenger.presence ?? 'unseen']),
    change ? changeWords[change] : '',
  ];
}

function departureRow(
  { read, before, direction }: ToldDeparture,
  number: number,
  trip: SheetRow,
  version: number,
  { standing, ledgerBy }: Completeness,
): SheetRow {
  const { departure } = read.manifest;
  const { aboard, registered, missing, over, byStaff, present, absent, added, unseen } = figuresOf(read.manifest);
  const { service, lineClass } = read.opened?.details ?? {};
  const offRoute = direction === 'stopping' ? 0 : offRouteCount(read.manifest);
  const notes = [
    ...(direction === 'stopping' ? ['只列在本市上下车的乘客 only who gets on or off in this city'] : []),
    ...(read.opened?.details?.outside ? ['外省客车 coach of another province'] : []),
    ...(standing === 'voluntary' ? ['不在登记范围，自愿登记 out of scope, registered voluntarily'] : []),
    ...(standing === 'ledger-awaited' && ledgerBy !== undefined ? [ledgerNote(ledgerBy)] : []),
    ...(offRoute > 0 ? [`${offRoute} 人登记时远离线路 registered far from its way: ${offRoute}`] : []),
    ...('reason' in departure && departure.reason !== undefined ? [departure.reason] : []),
    ...(version > 1 ? [changeWords[before ? 'corrected' : 'added']] : []),
  ];
  return [
    ...[number, ...trip, service ? serviceCell(service, lineClass) : '', both(phaseWords[departure.phase])],
    'departedAt' in departure && departure.unsaid !== true ? { at: departure.departedAt } : '',
    'arrivedAt' in departure ? { at: departure.arrivedAt } : '',
    ...[aboard ?? '', registered, missing, over, byStaff, present, absent, added, unseen],
    notes.join('；'),
  ];
}

/** The kind of a departure, with the class of its line where that is known. */
const serviceCell = (service: CoachService, lineClass: number | undefined): string =>
  lineClass === undefined ? both(serviceWords[service]) : both(classWords(lineClass));

const ledgerNote = (by: Instant): string => {
  const until = formatInstant(by, 'YYYY-MM-DD HH:mm');
  return `台账应于 ${until} 前交 ledger due by ${until}`;
};

function addSums({ sums }: CoachTelling, { direction, read }: ToldDeparture, trip: SheetRow, standing: Standing): void {
  const { aboard = 0, registered, present } = figuresOf(read.manifest);
  const otherEnd = trip[direction === 'leaving' ? 3 : 2];
  addDeparture(
    sums,
    both(directionWords[direction]),
    typeof otherEnd === 'string' && otherEnd !== '' ? otherEnd : '（未填写）not told',
    {
      ...{ aboard, registered, present },
      complete: standing === 'complete' ? 1 : 0,
    },
  );
}

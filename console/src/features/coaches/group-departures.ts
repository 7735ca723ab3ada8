import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { Say } from '../../ui/language';
import { coachTexts } from './texts';

/** What departures of a day are gathered by. */
export const groupings = ['operator', 'line', 'crew'] as const;
export type Grouping = (typeof groupings)[number];

/** Figures of the departures of one operator, line or registrant. Cancelled ones are no incomplete ones. */
export interface DepartureGroup {
  readonly key: string;
  readonly name: string;
  readonly departures: number;
  readonly aboard: number;
  readonly registered: number;
  readonly incomplete: number;
  readonly late: number;
  readonly byStaff: number;
  /** Registered by a phone far from the way of the coach. */
  readonly offRoute: number;
}

type Named = Pick<DepartureGroup, 'key' | 'name'>;

const unnamed = (id: string, say: Say) => say(coachTexts.unnamed, { id: id.slice(-5) });

function operatorOf({ confirmed }: DayDeparture, say: Say): Named {
  if (!confirmed) return { key: '', name: say(coachTexts.nobody) };
  const { operatorId, operator } = confirmed;
  if (operatorId === undefined) return { key: '-', name: say(coachTexts.noOperator) };
  return { key: operatorId, name: operator ?? unnamed(operatorId, say) };
}

const groupOf: Readonly<Record<Grouping, (departure: DayDeparture, say: Say) => Named>> = {
  operator: operatorOf,
  line: ({ serviceNumber = '', origin, destination }) => {
    const ends = [origin?.name ?? '', destination?.name ?? ''].join(' → ');
    return { key: `${serviceNumber} ${ends}`, name: [serviceNumber, ends].filter(Boolean).join(' · ') };
  },
  crew: (departure, say) => {
    const { staffId, staff } = departure.confirmed ?? {};
    if (staffId === undefined) return { key: '', name: say(coachTexts.nobody) };
    const name = [staff ?? unnamed(staffId, say), operatorOf(departure, say).name].join(' · ');
    return { key: staffId, name };
  },
};

/** The departures of a day by operator, line or registrant, those with the most incomplete ones first. */
export function groupDepartures(
  departures: readonly DayDeparture[],
  grouping: Grouping,
  say: Say,
): readonly DepartureGroup[] {
  const groups = new Map<string, DepartureGroup>();
  for (const departure of departures) {
    const named = groupOf[grouping](departure, say);
    groups.set(named.key, added(groups.get(named.key) ?? { ...named, ...nothing }, departure));
  }
  return [...groups.values()].sort(
    (one, other) =>
      other.incomplete - one.incomplete || other.departures - one.departures || (one.name < other.name ? -1 : 1),
  );
}

const nothing = { departures: 0, aboard: 0, registered: 0, incomplete: 0, late: 0, byStaff: 0, offRoute: 0 };

const added = (
  group: DepartureGroup,
  { figures, standing, confirmed, offRoute = 0 }: DayDeparture,
): DepartureGroup => ({
  ...group,
  departures: group.departures + 1,
  aboard: group.aboard + (figures.aboard ?? 0),
  registered: group.registered + figures.registered,
  incomplete: group.incomplete + (standing === 'incomplete' ? 1 : 0),
  late: group.late + (confirmed?.late ? 1 : 0),
  byStaff: group.byStaff + figures.byStaff,
  offRoute: group.offRoute + offRoute,
});

/** How many people of a day were registered far from the way of their coach, and for how many coaches. */
export function offRouteSum(departures: readonly DayDeparture[]): {
  readonly people: number;
  readonly coaches: number;
} {
  const counts = departures.flatMap(({ offRoute }) => offRoute ?? []);
  return { people: counts.reduce((sum, each) => sum + each, 0), coaches: counts.length };
}

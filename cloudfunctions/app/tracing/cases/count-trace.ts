import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import type { ExposureCount, TraceCounts } from '@tongcheng/shared/tracing/wire';
import type { SourcedExposure, Trace } from '../trace';

/** What a tracing found, without names: each rider once a day and mode, by their surest match. */
export function countTrace({ rides, unplaced, closedDays, exposures }: Trace): TraceCounts {
  const cells = new Map<string, SourcedExposure[]>();
  for (const exposure of exposures) {
    const key = `${exposure.day} ${exposure.mode}`;
    cells.set(key, [...(cells.get(key) ?? []), exposure]);
  }
  return {
    rides: rides.length + unplaced.length,
    unplaced: [...unplaced],
    closedDays: [...closedDays],
    exposed: [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, cell]) => countOf(cell)),
  };
}

function countOf(cell: readonly SourcedExposure[]): readonly ExposureCount[] {
  const [first] = cell;
  if (!first) return [];
  const surest = new Map<string, SourcedExposure>();
  for (const each of cell) {
    const known = surest.get(each.rider);
    if (!known || rank(each) < rank(known)) surest.set(each.rider, each);
  }
  const riders = [...surest.values()];
  const so = (certainty: SourcedExposure['certainty']) => riders.filter((each) => each.certainty === certainty).length;
  return [
    {
      ...{ day: first.day, mode: first.mode, riders: riders.length },
      ...{ proven: so('proven'), likely: so('likely'), possible: so('possible') },
      companions: riders.reduce((sum, { companions }) => sum + companions, 0),
    },
  ];
}

/** The surest first. */
export const rank = ({ certainty }: Pick<SourcedExposure, 'certainty'>): number => certainties.indexOf(certainty);

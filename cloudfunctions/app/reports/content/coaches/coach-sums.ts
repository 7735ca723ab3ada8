import { directionWords } from '@tongcheng/shared/reports/coach-words';
import { both } from '@tongcheng/shared/reports/words';
import * as z from 'zod';
import type { Json } from '../../../../ports/document-store';
import type { SheetRow } from '../../../workbooks/sheet';
import { directions, type TellingPlace } from './told-departures';

/** A line of the sheet of sums. */
const Sum = z.object({
  direction: z.string(),
  place: z.string(),
  departures: z.number(),
  aboard: z.number(),
  registered: z.number(),
  complete: z.number(),
  present: z.number(),
});
type Sum = z.output<typeof Sum>;

/** Where the walk of a report of coaches is, and what it gathered, as it is kept between two runs. */
const WalkState = z.object({
  place: z.object({ direction: z.enum(directions), after: z.string().exactOptional() }),
  ...{ rows: z.number(), riders: z.number(), incomplete: z.number(), departures: z.number() },
  sums: z.array(Sum),
});

/** What is gathered on the way through the departures. */
export interface CoachSums {
  place: TellingPlace;
  /** Passengers told. */
  rows: number;
  riders: number;
  incomplete: number;
  departures: number;
  readonly sums: Map<string, Sum>;
}

/** Nothing yet, before the first departure. */
export const noCoachSums = (): CoachSums => ({
  place: { direction: 'leaving' },
  ...{ rows: 0, riders: 0, incomplete: 0, departures: 0 },
  sums: new Map(),
});

/** Adds a departure to the line of its direction and other end. */
export function addDeparture(
  to: CoachSums,
  direction: string,
  place: string,
  figures: Omit<Sum, 'direction' | 'place' | 'departures'>,
) {
  const key = `${direction} ${place}`;
  const { departures, aboard, registered, complete, present } = to.sums.get(key) ?? nothing;
  to.sums.set(key, {
    ...{ direction, place },
    departures: departures + 1,
    aboard: aboard + figures.aboard,
    registered: registered + figures.registered,
    complete: complete + figures.complete,
    present: present + figures.present,
  });
}

const nothing = { departures: 0, aboard: 0, registered: 0, complete: 0, present: 0 };

/** The sheet of sums, the busiest first in each direction. */
export const sumRows = ({ sums }: CoachSums): readonly SheetRow[] =>
  [...sums.values()]
    .sort(
      (one, other) =>
        (one.direction < other.direction ? 1 : one.direction > other.direction ? -1 : 0) ||
        other.registered - one.registered ||
        (one.place < other.place ? -1 : 1),
    )
    .map(({ direction, place, departures, aboard, registered, complete, present }) => {
      // How many are aboard, and whether that is complete, is of the whole coach.
      const ofCoach = direction === stopping ? { aboard: '', complete: '' } : { aboard, complete };
      return [direction, place, departures, ofCoach.aboard, registered, ofCoach.complete, present];
    });

const stopping = both(directionWords.stopping);

/** The state to keep. */
export function keptSums({ sums, ...rest }: CoachSums): Json {
  const plain: Json = JSON.parse(JSON.stringify({ ...rest, sums: [...sums.values()] }));
  return plain;
}

/** Takes a kept state over. */
export function resumeSums(to: CoachSums, kept: Json): void {
  const { sums, ...rest } = WalkState.parse(kept);
  Object.assign(to, rest);
  for (const sum of sums) to.sums.set(`${sum.direction} ${sum.place}`, sum);
}

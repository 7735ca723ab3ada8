import type { Day, Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { Collection, Doc, DocumentStore } from '../../../ports/document-store';
import { type Journey, type JourneyNeeds, journeysOf } from './journeys-of';

/** What is counted on a walk over a day's riders, and how it is kept between two slices. */
export interface Tally<Kept> {
  add(journey: Journey): void;
  kept(): Kept;
}

/** A walk that was begun: the last rider counted, by their pseudonym of the day, and the counts so far. */
export interface BegunWalk<Kept> extends Doc {
  readonly after: string;
  readonly tally: Kept;
}

interface WalkNeeds extends JourneyNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly stopping?: AbortSignal;
}

interface SlicedWalk<Kept, T extends Tally<Kept>> {
  readonly city: string;
  readonly day: Day;
  /** When this run leaves the rest to the next. */
  readonly until: Instant;
  readonly walks: Collection<BegunWalk<Kept>>;
  /** The id of the walk among those. */
  readonly id: string;
  readonly begin: (kept: Kept | undefined) => T;
}

/** Riders between two notes of where the walk is: a few seconds of work that a death repeats. */
const ridersAPart = 20_000;

/**
 * Counts a day's riders one after the other; a day of any size goes on where the last run left it. Gives the counts when all are told, and
 * undefined while there are more. Whoever keeps them ends the walk ({@link endWalk}).
 */
export async function walkInSlices<Kept, T extends Tally<Kept>>(
  needs: WalkNeeds,
  { city, day, until, walks, id, begin }: SlicedWalk<Kept, T>,
): Promise<T | undefined> {
  const begun = await needs.store.get(walks, id);
  const tally = begin(begun?.tally);
  let riders = 0;
  for await (const journey of journeysOf(needs, city, day, begun?.after)) {
    tally.add(journey);
    riders += 1;
    if (riders % ridersAPart > 0) continue;
    await keepWalk(needs.store, walks, { _id: id, after: journey.rider, tally: tally.kept() });
    if (needs.stopping?.aborted || needs.clock.now() >= until) return undefined;
  }
  return tally;
}

/** Lets go of where a walk was. */
export const endWalk = <Kept>(store: DocumentStore, walks: Collection<BegunWalk<Kept>>, id: string): Promise<void> =>
  store.delete(walks, id);

async function keepWalk<Kept>(
  store: DocumentStore,
  walks: Collection<BegunWalk<Kept>>,
  walk: BegunWalk<Kept>,
): Promise<void> {
  const found = await store.get(walks, walk._id);
  if (found) await store.update(walks, walk, found._v);
  else await store.insert(walks, walk);
}

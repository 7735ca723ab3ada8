import { addDays, dayOf } from '@tongcheng/shared/time';
import type { AnyCollection } from '../../ports/any-collection';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import { everyCollection } from './every-collection';
import { type RunNeeds, runParts } from './run-parts';

interface Needs extends RunNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/**
 * Makes today's and tomorrow's place of every collection of days, where the store makes any: the first scan of a day then needs no
 * server but its own. Each collection is a part of its own.
 */
export async function makeComingDays(
  needs: Needs,
  collections: readonly AnyCollection[] = everyCollection,
): Promise<void> {
  const { store, clock } = needs;
  if (!store.makeDay) return;
  const today = dayOf(clock.now());
  const daily = collections.filter(({ partition }) => partition === 'day');
  const makeDays = async ({ visit }: AnyCollection) => {
    for (const day of [today, addDays(today, 1)]) await visit({ of: async (each) => store.makeDay?.(each, day) });
  };
  await runParts(needs, Object.fromEntries(daily.map((each) => [`days of ${each.name}`, () => makeDays(each)])));
}

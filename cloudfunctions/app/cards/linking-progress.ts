import type * as api from '@tongcheng/shared/cards/progress-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { addDays, type Day } from '@tongcheng/shared/time';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { cardLinkings } from './linking-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
}

const mostDays = 31;

/** How many cards were linked in a city, by kind and day (B-12). */
export const linkingProgress: UseCase<typeof api.linkingProgress, Needs> = async (
  needs,
  caller,
  { city, from, to },
) => {
  const settings = await needs.cityOf(city);
  if (!settings || !oversees(caller, cityScope(city))) return fail('city-unknown');
  const kinds = settings.cardKinds.map(({ kind, name }) => ({ kind, name }));
  const asOf = needs.clock.now();
  const days = [];
  for (const day of daysOf(from, to)) days.push(await linkedOn(needs.store, city, day, settings.cardKinds));
  return ok({ asOf, kinds, days });
};

/** The last one first. */
function daysOf(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = to; day >= from && days.length < mostDays; day = addDays(day, -1)) days.push(day);
  return days;
}

async function linkedOn(store: DocumentStore, city: string, day: Day, named: readonly Pick<CardKind, 'kind'>[]) {
  const kinds = await Promise.all(
    named.map(async ({ kind }) => ({ kind, linked: await store.count(cardLinkings, { day, city, kind }) })),
  );
  // Counted last: what is linked between the questions is never less than nothing.
  const all = await store.count(cardLinkings, { day, city });
  return { day, kinds, others: all - kinds.reduce((sum, { linked }) => sum + linked, 0) };
}

import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { listVenues as endpoint } from '@tongcheng/shared/venues/api';
import type { DocumentStore, Where } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import { codeSignerOf } from './codes/code-signer';
import { isFound } from './is-found';
import { type VenueRecord, venues } from './records';
import { venueRow } from './venue-row';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/** One page of a city's venues in the order of their ids, and how many there are in all. */
interface Found {
  readonly page: readonly VenueRecord[];
  readonly total: number;
}

/** Venues of a city of the caller, with their codes. Other cities do not exist for them. */
export const listVenues: UseCase<typeof endpoint, Needs> = async ({ store, keys, publicUrl }, caller, input) => {
  if (!oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const signer = await codeSignerOf(keys);
  const { page, total } = input.search ? await searched(store, input, input.search) : await listed(store, input);
  const last = page.at(-1);
  return ok({
    venues: page.map((venue) => venueRow(signer, publicUrl, venue)),
    total,
    ...(last && page.length === input.limit && { next: last._id }),
  });
};

async function listed(store: DocumentStore, input: ParsedInputOf<typeof endpoint>): Promise<Found> {
  const where = whereOf(input);
  const after = input.after === undefined ? where : { ...where, _id: { gt: input.after } };
  const [page, total] = await Promise.all([
    store.find(venues, { where: after, order: { by: '_id', direction: 'asc' }, limit: input.limit }),
    store.count(venues, where),
  ]);
  return { page: page.items, total };
}

/** A text is looked for among all venues of the city: some thousands, in some tens of milliseconds, by a few officials. */
async function searched(store: DocumentStore, input: ParsedInputOf<typeof endpoint>, text: string): Promise<Found> {
  const page: VenueRecord[] = [];
  let total = 0;
  const after = input.after ?? '';
  const all = store.stream(venues, { where: whereOf(input), order: { by: '_id', direction: 'asc' } });
  for await (const batch of all) {
    const found = batch.filter((venue) => isFound(venue, text));
    total += found.length;
    page.push(...found.filter(({ _id }) => _id > after).slice(0, input.limit - page.length));
  }
  return { page, total };
}

function whereOf({ city, mode, kind, lineId }: ParsedInputOf<typeof endpoint>): Where<VenueRecord> {
  return { city, ...(mode && { mode }), ...(kind && { kind }), ...(lineId !== undefined && { lineId }) };
}

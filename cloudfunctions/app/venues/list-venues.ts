import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { plainLine } from '@tongcheng/shared/typed-text';
import type { listVenues as endpoint } from '@tongcheng/shared/venues/api';
import { plainPlate } from '@tongcheng/shared/venues/plates';
import { plainShortCode } from '@tongcheng/shared/venues/short-code';
import type { DocumentStore, Where } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import { codeSignerOf } from './codes/code-signer';
import { type VenueRecord, venues } from './records';
import { venueRow } from './venue-row';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/** One page of a city's venues in the order of their ids, and how many there are in all. */
interface VenuePage {
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

async function listed(store: DocumentStore, input: ParsedInputOf<typeof endpoint>): Promise<VenuePage> {
  const where = whereOf(input);
  const after = input.after === undefined ? where : { ...where, _id: { gt: input.after } };
  const [page, total] = await Promise.all([
    store.find(venues, { where: after, order: { by: '_id', direction: 'asc' }, limit: input.limit }),
    store.count(venues, where),
  ]);
  return { page: page.items, total };
}

/** A text is looked for among all venues of the city: some thousands, in some tens of milliseconds, by a few officials. */
async function searched(store: DocumentStore, input: ParsedInputOf<typeof endpoint>, text: string): Promise<VenuePage> {
  const page: VenueRecord[] = [];
  let total = 0;
  const after = input.after ?? '';
  const all = store.stream(venues, { where: whereOf(input), order: { by: '_id', direction: 'asc' } });
  for await (const batch of all) {
    const matching = batch.filter((venue) => matchesSearch(venue, text));
    total += matching.length;
    page.push(...matching.filter(({ _id }) => _id > after).slice(0, input.limit - page.length));
  }
  return { page, total };
}

/** Whether a typed text begins the name (or a word of the English one), the plate or the short code of a venue. */
export function matchesSearch(venue: VenueRecord, typed: string): boolean {
  const text = plainLine(typed).toLowerCase();
  if (text === '') return true;
  if (venue.name.zh.toLowerCase().startsWith(text)) return true;
  if (` ${venue.name.en.toLowerCase()}`.includes(` ${text}`)) return true;
  if (begins(venue.plate ?? '', plainPlate(typed))) return true;
  return begins(plainShortCode(venue.shortCode), plainShortCode(typed));
}

function begins(whole: string, part: string): boolean {
  return part !== '' && whole.startsWith(part);
}

function whereOf({ city, mode, kind, lineId }: ParsedInputOf<typeof endpoint>): Where<VenueRecord> {
  return { city, ...(mode && { mode }), ...(kind && { kind }), ...(lineId !== undefined && { lineId }) };
}

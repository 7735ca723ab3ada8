import type { VenueFacts } from '@tongcheng/shared/venues/venue-file';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { claimSerials } from '../codes/claim-serials';
import { codeSignerOf } from '../codes/code-signer';
import { type VenueRecord, venues } from '../records';
import { describedVenue, sameVenue } from './described-venue';

/** What importing needs. */
export interface ImportNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/** How many venues an import added, changed and left alone. */
export interface Saved {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The store answers for at most so many ids at once. */
const idsAtOnce = 100;
const insertsAtOnce = 500;

/**
 * Brings the venues of a city into the store. Known ones keep serial, short code and generation, and are written only
 * when a fact changed; venues that the file does not name stay. Doing it twice is doing it once.
 */
export const saveVenues = async (needs: ImportNeeds, city: string, facts: readonly VenueFacts[]): Promise<Saved> => {
  const known = await knownVenues(needs.store, city, facts);
  const fresh = facts.filter(({ id }) => !known.has(`${city}-${id}`));
  const added = await addVenues(needs, city, fresh);
  const changed = await changeVenues(needs, city, facts, known);
  return { added, changed, unchanged: facts.length - added - changed };
};

/** What {@link saveVenues} would do now; writes nothing. */
export const previewVenues = async (
  store: DocumentStore,
  city: string,
  facts: readonly VenueFacts[],
): Promise<Saved> => {
  const known = await knownVenues(store, city, facts);
  const stored = facts.flatMap((one) => {
    const venue = known.get(`${city}-${one.id}`);
    return venue ? [sameVenue(venue, describedVenue(city, one))] : [];
  });
  const unchanged = stored.filter((isSame) => isSame).length;
  return { added: facts.length - stored.length, changed: stored.length - unchanged, unchanged };
};

type Known = ReadonlyMap<string, Stored<VenueRecord>>;

async function knownVenues(store: DocumentStore, city: string, facts: readonly VenueFacts[]): Promise<Known> {
  const known = new Map<string, Stored<VenueRecord>>();
  for (const part of parts(facts, idsAtOnce)) {
    const ids = part.map(({ id }) => `${city}-${id}`);
    const { items } = await store.find(venues, { where: { _id: { in: ids } }, limit: idsAtOnce });
    for (const venue of items) known.set(venue._id, venue);
  }
  return known;
}

async function addVenues(needs: ImportNeeds, city: string, fresh: readonly VenueFacts[]): Promise<number> {
  if (fresh.length === 0) return 0;
  const signer = await codeSignerOf(needs.keys);
  const serials = await claimSerials(
    needs,
    fresh.map(({ id }) => `${city}-${id}`),
  );
  let added = 0;
  for (const part of parts(fresh, insertsAtOnce)) {
    const records = part.map((facts) => {
      const issued = { serial: serials.get(`${city}-${facts.id}`) ?? 0, generation: 0 };
      const code = { ...issued, shortCode: signer.shortCode(issued), issuedAt: needs.clock.now(), revoked: false };
      return { ...describedVenue(city, facts), ...code };
    });
    const answers = await needs.store.insertMany(venues, records);
    added += answers.filter((answer) => answer === 'inserted').length;
  }
  return added;
}

async function changeVenues(
  { store }: ImportNeeds,
  city: string,
  facts: readonly VenueFacts[],
  known: Known,
): Promise<number> {
  let changed = 0;
  for (const one of facts) {
    const stored = known.get(`${city}-${one.id}`);
    const described = describedVenue(city, one);
    if (!stored || sameVenue(stored, described)) continue;
    const { serial, shortCode, generation, issuedAt, revoked, revokedReason, _v } = stored;
    const code = {
      serial,
      shortCode,
      generation,
      issuedAt,
      revoked,
      ...(revokedReason !== undefined && { revokedReason }),
    };
    if ((await store.update(venues, { ...described, ...code }, _v)) === 'updated') changed += 1;
  }
  return changed;
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

import type { CodeState } from '@tongcheng/shared/venues/kinds';
import {
  codeInText,
  type RideCode,
  readRideCode,
  resemblesRideCode,
  type UnverifiedCode,
} from '@tongcheng/shared/venues/ride-code';
import { readShortCode } from '@tongcheng/shared/venues/short-code';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { codeSignerOf } from './codes/code-signer';
import { cities, type VenueRecord, venues } from './records';
import { makeShortCache } from './short-cache';

/** What a scanned or typed text is. `venue` comes with every state that a record stands behind. */
interface ResolvedCode {
  readonly state: CodeState;
  readonly venue?: VenueRecord;
  /** W-17: a short code with a typing mistake; its state is `unknown`. */
  readonly mistyped?: true;
}

/** Finds out what a text is. Altered codes are recognised by their signature, without asking the store. */
export type ResolveCode = (text: string) => Promise<ResolvedCode>;

/** Texts whose code's signature was checked before: the same code is scanned by a whole bus. The state of the venue is asked anew. */
const maxVerified = 20_000;

interface CodeReaders {
  readonly keys: KeyService;
  readonly verified: LRUCache<string, UnverifiedCode>;
  readonly venueBySerial: (serial: string) => Promise<VenueRecord | undefined>;
  readonly servesCity: (city: string) => Promise<boolean>;
}

/** Makes the reader of ride codes. What it says of a venue is at most five seconds old, so a revocation has a bound (W-18). */
export const makeResolveCode = (needs: { store: DocumentStore; keys: KeyService; clock: Clock }): ResolveCode => {
  const readers = readersOf(needs);
  return (text) => {
    const known = readers.verified.get(text);
    if (known) return stateOfVerified(readers, known);
    const code = codeInText(text);
    return code === undefined ? resolveTyped(readers, text) : resolveScanned(readers, text, code);
  };
};

function readersOf({ store, keys, clock }: { store: DocumentStore; keys: KeyService; clock: Clock }): CodeReaders {
  const bySerial = async (serial: string): Promise<VenueRecord | undefined> =>
    (await store.find(venues, { where: { serial: Number(serial) }, limit: 1 })).items[0];
  const served = makeShortCache(
    clock,
    async () => {
      const page = await store.find(cities, { where: {}, limit: 1_000 });
      return new Set(page.items.map(({ _id }) => _id));
    },
    1,
  );
  return {
    keys,
    verified: new LRUCache({ maxSize: maxVerified, sizeCalculation: () => 1 }),
    venueBySerial: makeShortCache(clock, bySerial),
    servesCity: async (city) => (await served('all')).has(city),
  };
}

const stateOfVerified = async ({ venueBySerial }: CodeReaders, { fields }: UnverifiedCode): Promise<ResolvedCode> =>
  stateOf(await venueBySerial(String(fields.serial)), fields);

async function resolveScanned(readers: CodeReaders, text: string, inText: string): Promise<ResolvedCode> {
  const code = readRideCode(inText);
  if (!code) return { state: resemblesRideCode(inText) ? 'forged' : 'unknown' };
  const signer = await codeSignerOf(readers.keys);
  if (signer.verifies(code)) {
    readers.verified.set(text, code);
    return stateOfVerified(readers, code);
  }
  if (code.fields.keyId === signer.keyId) return { state: 'forged' };
  return { state: (await readers.servesCity(code.fields.city)) ? 'forged' : 'foreign' };
}

async function resolveTyped(readers: CodeReaders, text: string): Promise<ResolvedCode> {
  const typed = readShortCode(text);
  if (typed.is === 'something-else') return { state: 'unknown' };
  if (typed.is === 'mistyped') return { state: 'unknown', mistyped: true };
  const issued = (await codeSignerOf(readers.keys)).readShort(typed.value);
  const venue = await readers.venueBySerial(String(issued.serial));
  if (!venue || issued.generation > venue.generation) return { state: 'unknown' };
  return stateOf(venue, issued);
}

/** A code that we signed: an older generation was replaced, a venue that is gone was taken out of use. */
function stateOf(
  venue: VenueRecord | undefined,
  { generation, demonstration = false }: Pick<RideCode, 'generation'> & Partial<RideCode>,
): ResolvedCode {
  if (!venue) return { state: 'revoked' };
  if (demonstration || venue.demonstration) return { state: 'demonstration', venue };
  if (venue.revoked || venue.generation !== generation) return { state: 'revoked', venue };
  return { state: 'valid', venue };
}

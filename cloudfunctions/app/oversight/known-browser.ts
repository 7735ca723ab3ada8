import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Chance } from '../../ports/chance';
import type { KeyService } from '../../ports/key-service';
import type { OfficialRecord } from './official-record';

interface Needs {
  readonly keys: KeyService;
  readonly chance: Chance;
}

type Of = Pick<OfficialRecord, '_id' | 'passwordHash'>;

const macOf = async (keys: KeyService, { _id, passwordHash }: Of, nonce: string): Promise<string> =>
  createHmac('sha256', await keys.derive('known-browsers'))
    .update(JSON.stringify([_id, passwordHash, nonce]))
    .digest('base64url');

/**
 * A text that a browser gets at its first sign-in, `nonce.mac`: nothing is kept of it, it opens nothing, and ends with the
 * credentials. Whoever shows it has attempts of their own, which nobody else in the network uses up (decision 145).
 */
export async function newKnownBrowser({ keys, chance }: Needs, official: Of): Promise<string> {
  const nonce = Buffer.from(chance.bytes(16)).toString('base64url');
  return `${nonce}.${await macOf(keys, official, nonce)}`;
}

/** Which of an official's browsers it is; undefined when it is none. */
export async function knownBrowser(
  { keys }: Pick<Needs, 'keys'>,
  official: Of | undefined,
  shown: string | undefined,
): Promise<string | undefined> {
  if (!official || shown === undefined) return undefined;
  const [nonce = '', mac = ''] = shown.split('.');
  const [given, right] = [Buffer.from(mac), Buffer.from(await macOf(keys, official, nonce))];
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : undefined;
}

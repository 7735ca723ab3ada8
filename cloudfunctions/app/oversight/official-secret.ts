import type { KeyService } from '../../ports/key-service';
import type { OfficialRecord } from './official-record';

const contextOf = (login: string) => `totp:${login}`;
const secretBytes = (secret: string) => new TextEncoder().encode(secret);

/** Seals a one-time-code secret under the master key; it is short and wrapped like a key. */
export const sealTotpSecret = (keys: KeyService, login: string, secret: string): Promise<string> =>
  keys.wrap(secretBytes(secret), contextOf(login));

/** Opens it for one comparison. */
export const openTotpSecret = async (keys: KeyService, record: OfficialRecord): Promise<string> =>
  new TextDecoder().decode(await keys.unwrap(record.sealedTotp, contextOf(record._id)));

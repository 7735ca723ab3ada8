import { hash } from '@node-rs/argon2';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import type { Chance } from '../../ports/chance';
import type { KeyService } from '../../ports/key-service';
import type { OfficialRecord } from './official-record';
import { newTotpSecret, totpUri } from './totp';

/** With what an official signs in, shown once; nothing of it can be read again. */
export interface OfficialCredentials {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly totpUri: string;
}

/**
 * Shows credentials to whoever keeps them and resolves when they are out of our hands. It comes before they hold: an end
 * between the two leaves something shown that opens nothing, never something that holds and that nobody has.
 */
export type ShowCredentials = (credentials: readonly OfficialCredentials[]) => Promise<void>;

/** New credentials: what is shown to the official, and what is stored of it. */
export interface NewCredentials {
  readonly shown: OfficialCredentials;
  readonly stored: Pick<OfficialRecord, 'passwordHash' | 'sealedTotp' | 'lastStep'>;
}

/** Makes random credentials of a login; no default anywhere. */
export async function newCredentials(
  { chance, keys }: { readonly chance: Chance; readonly keys: KeyService },
  login: string,
): Promise<NewCredentials> {
  const password = bytesToBase32(chance.bytes(15)).replace(/(.{6})(?=.)/g, '$1-');
  const totpSecret = newTotpSecret(chance);
  const passwordHash = await hash(password, { salt: chance.bytes(16) });
  const sealedTotp = await sealTotpSecret(keys, login, totpSecret);
  return {
    shown: { login, password, totpSecret, totpUri: totpUri(login, totpSecret) },
    stored: { passwordHash, sealedTotp, lastStep: 0 },
  };
}

const contextOf = (login: string) => `totp:${login}`;
const secretBytes = (secret: string) => new TextEncoder().encode(secret);

/** Seals a one-time-code secret under the master key; it is short and wrapped like a key. */
export const sealTotpSecret = (keys: KeyService, login: string, secret: string): Promise<string> =>
  keys.wrap(secretBytes(secret), contextOf(login));

/** Opens it for one comparison. */
export const openTotpSecret = async (keys: KeyService, record: OfficialRecord): Promise<string> =>
  new TextDecoder().decode(await keys.unwrap(record.sealedTotp, contextOf(record._id)));

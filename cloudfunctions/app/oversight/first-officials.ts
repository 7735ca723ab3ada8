import { hash } from '@node-rs/argon2';
import type { OfficialRole } from '@tongcheng/shared/access';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import { newId } from '@tongcheng/shared/ids';
import type { KeyService } from '../../ports/key-service';
import type { SessionNeeds } from '../identity/sessions';
import { officials } from './official-record';
import { sealTotpSecret } from './official-secret';
import { newTotpSecret, totpUri } from './totp';

/** What the first start prints, once; nothing of it can be read again. */
export interface FirstCredentials {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly totpUri: string;
}

/** Two persons, because some acts need a second one. */
const firstOfficials: readonly { readonly login: string; readonly roles: readonly OfficialRole[] }[] = [
  { login: 'chief', roles: ['administrator', 'bureau', 'operator'] },
  { login: 'deputy', roles: ['bureau', 'health', 'auditor'] },
];

/** Creates the first officials of an installation with random credentials (no default anywhere); none if there are any. */
export async function createFirstOfficials(
  needs: SessionNeeds & { readonly keys: KeyService },
  cities: readonly string[],
): Promise<readonly FirstCredentials[]> {
  if ((await needs.store.count(officials, {})) > 0) return [];
  const created: FirstCredentials[] = [];
  for (const { login, roles } of firstOfficials) {
    const credentials = await create(needs, login, roles, cities);
    if (credentials) created.push(credentials);
  }
  return created;
}

/** Undefined when another start was first: only credentials that are good are shown. */
async function create(
  needs: SessionNeeds & { readonly keys: KeyService },
  login: string,
  roles: readonly OfficialRole[],
  cities: readonly string[],
): Promise<FirstCredentials | undefined> {
  const password = bytesToBase32(needs.chance.bytes(15)).replace(/(.{6})(?=.)/g, '$1-');
  const totpSecret = newTotpSecret(needs.chance);
  const inserted = await needs.store.insert(officials, {
    _id: login,
    officialId: newId(needs.clock.now(), needs.chance.bytes),
    roles,
    cities,
    passwordHash: await hash(password, { salt: needs.chance.bytes(16) }),
    sealedTotp: await sealTotpSecret(needs.keys, login, totpSecret),
    lastStep: 0,
  });
  if (inserted === 'exists') return undefined;
  return { login, password, totpSecret, totpUri: totpUri(login, totpSecret) };
}

import { createHash } from 'node:crypto';
import { credentialKinds } from '@tongcheng/shared/credentials/certificate';
import { signTrustList, type TrustedKey, type TrustList } from '@tongcheng/shared/credentials/trust-list';
import { statusListUrl } from '@tongcheng/shared/passes/published-lists';
import { checkLifeMs, monthAround } from '@tongcheng/shared/passes/terms';
import { dayMs, hourMs, type Instant } from '@tongcheng/shared/time';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DocumentStore } from '../../ports/document-store';
import { cities } from '../venues/records';
import { type IssuerKeys, type IssuerKeyUse, issuerKey, rootSigner } from './issuer-keys';

/** What making the trust list takes. */
export interface TrustListNeeds {
  readonly store: DocumentStore;
  readonly keys: IssuerKeys;
  readonly publicUrl: string;
}

/** A list is made anew each hour, so that every instance gives the same bytes within it. */
const stepMs = hourMs;

/** How long a validator may go by a list. */
const livesMs = 7 * dayMs;

/** The key of the next month is handed out so long before, so that a validator with the oldest list that it may use knows it. */
const earlyMs = livesMs + dayMs;

const uses: readonly IssuerKeyUse[] = ['passes', 'demonstration', 'status-list'];

/** The trust list at an instant, signed; its version is the hour’s number, which only grows. */
export async function makeTrustList(
  needs: TrustListNeeds,
  now: Instant,
): Promise<{ version: number; bytes: Uint8Array }> {
  const version = Math.floor(now / stepMs);
  const issuedAt = version * stepMs;
  const keys: TrustedKey[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch) keys.push(...(await keysOf(needs, settings, issuedAt)));
  const list: TrustList = { version, issuedAt, expiresAt: issuedAt + livesMs, keys };
  return { version, bytes: await signTrustList(list, await rootSigner(needs.keys)) };
}

async function keysOf(needs: TrustListNeeds, settings: CitySettings, at: Instant): Promise<readonly TrustedKey[]> {
  const chosen = blockOf(settings, 'passes');
  if (!chosen) return [];
  const months = [...new Set([at - checkLifeMs - stepMs, at, at + earlyMs].map((each) => monthAround(each).startsAt))];
  const keys: TrustedKey[] = [];
  for (const use of uses)
    for (const month of months) keys.push(await trusted(needs, settings.city, chosen.keyGeneration, use, month));
  return keys;
}

async function trusted(
  { keys, publicUrl }: TrustListNeeds,
  city: string,
  generation: number,
  use: IssuerKeyUse,
  month: Instant,
): Promise<TrustedKey> {
  const { signer, notBefore, notAfter } = await issuerKey(keys, { city, generation }, use, month);
  return {
    key: signer.key,
    use: use === 'status-list' ? 'status-list' : 'certificates',
    ...{ city, notBefore, notAfter },
    kinds: use === 'status-list' ? [] : credentialKinds,
    demonstration: use === 'demonstration',
    statusListUrl: statusListUrl(publicUrl, city),
  };
}

/** The mark of a list’s bytes, as an entity tag. */
export const tagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

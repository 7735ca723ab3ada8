import { deflateSync } from 'node:zlib';
import { emptyStatuses, setRevoked } from '@tongcheng/shared/credentials/status-bits';
import { signStatusList } from '@tongcheng/shared/credentials/status-list';
import { statusListUrl } from '@tongcheng/shared/passes/published-lists';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { type IssuerKeys, issuerKey } from './issuer-keys';
import { issueDays } from './month-issues';
import { passes } from './pass-record';

/** What making a city’s status list takes. */
export interface StatusListNeeds {
  readonly store: DocumentStore;
  readonly keys: IssuerKeys;
  readonly publicUrl: string;
}

/** Instances give the same bytes within a minute while nothing is revoked; validators ask every five. */
const stepMs = minuteMs;
const timeToLiveMs = 5 * minuteMs;

/**
 * The status list of a city at an instant, signed (IETF Token Status List): the places of passes revoked among those issued today and yesterday,
 * which are all that can be valid.
 */
export async function makeStatusList(
  { store, keys, publicUrl }: StatusListNeeds,
  { city, generation }: { readonly city: string; readonly generation: number },
  now: Instant,
): Promise<Uint8Array> {
  const statuses = emptyStatuses();
  const where = { day: { in: issueDays(now) }, city, isRevoked: true as const };
  for await (const batch of store.stream(passes, { where }))
    for (const { statusIndex } of batch) setRevoked(statuses, statusIndex);
  const issuedAt = Math.floor(now / stepMs) * stepMs;
  const { signer } = await issuerKey(keys, { city, generation }, 'status-list', issuedAt);
  const url = statusListUrl(publicUrl, city);
  const list = { url, issuedAt, expiresAt: issuedAt + dayMs, timeToLiveMs, statuses };
  return signStatusList(list, signer, (bytes) => deflateSync(bytes));
}

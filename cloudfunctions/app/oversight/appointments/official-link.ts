import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import { tidyCode } from '@tongcheng/shared/one-time-code';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { officials } from '../official-record';
import { totpSecretOf } from '../totp';
import { givesLink, isLinkOpen } from './official-change';
import { type OfficialChangeRecord, officialChanges } from './official-change-record';

/** What reading a link takes. */
export interface LinkNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

const macOf = async (keys: KeyService, what: string, change: OfficialChangeRecord, at: number): Promise<Buffer> =>
  createHmac('sha256', await keys.derive('official-links'))
    .update(JSON.stringify([what, change._id, at]))
    .digest();

/** The half of a sign-in that the approver hands over: another after every approval, never stored. */
export const linkToken = async (keys: KeyService, change: OfficialChangeRecord): Promise<string> =>
  `${change._id}.${(await macOf(keys, 'link', change, change.decidedAt ?? 0)).toString('base64url')}`;

/** The half that the proposer hands over, in groups that can be read out: without it the link opens nothing, so neither of the two can take the account. */
export const linkCode = async (keys: KeyService, change: OfficialChangeRecord): Promise<string> =>
  bytesToBase32(await macOf(keys, 'code', change, change.proposedAt))
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-');

/** The secret of the one-time codes that the link sets: the same however often it is opened, stored when it is used. */
export const linkTotpSecret = async (keys: KeyService, change: OfficialChangeRecord): Promise<string> =>
  totpSecretOf((await macOf(keys, 'totp', change, change.decidedAt ?? 0)).subarray(0, 20));

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** The change behind a link and its code, while it can be used. A wrong code with a right link is counted, before the next is compared. */
export async function changeOfLink(
  needs: LinkNeeds,
  { link, code }: { readonly link: string; readonly code: string },
): Promise<Stored<OfficialChangeRecord> | 'official-link-refused' | 'official-code-refused'> {
  const held = await needs.store.get(officialChanges, link.slice(0, Math.max(0, link.indexOf('.'))));
  if (!held || !isLinkOpen(held, needs.clock.now())) return 'official-link-refused';
  if (!isSame(link, await linkToken(needs.keys, held))) return 'official-link-refused';
  if (await isOver(needs, held)) return 'official-link-refused';
  if (isSame(tidyCode(code), tidyCode(await linkCode(needs.keys, held)))) return held;
  const { _v, ...change } = held;
  const counted = { ...change, wrongCodes: change.wrongCodes + 1 };
  const kept = await needs.store.update(officialChanges, counted, _v);
  return kept === 'updated' ? 'official-code-refused' : changeOfLink(needs, { link, code });
}

/** Whether something was decided about the official since, which the link must not undo: a revocation, or a newer link. */
async function isOver({ store }: LinkNeeds, { login, decidedAt = 0 }: OfficialChangeRecord): Promise<boolean> {
  const official = await store.get(officials, login);
  if (official?.revokedAt !== undefined && official.revokedAt >= decidedAt) return true;
  const { items } = await store.find(officialChanges, { where: { login }, limit: 1_000 });
  return items.some((each) => givesLink(each.kind) && each.state !== 'rejected' && (each.decidedAt ?? 0) > decidedAt);
}

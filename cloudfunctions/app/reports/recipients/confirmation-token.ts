import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { KeyService } from '../../../ports/key-service';
import type { RecipientRecord } from '../records';

/** How long a new recipient may take to confirm, from the approval on. */
const openMs = 7 * dayMs;

/** When the link of an approved recipient ends. */
export const confirmationEnds = ({ approvedAt = 0 }: Pick<RecipientRecord, 'approvedAt'>): Instant =>
  approvedAt + openMs;

const macOf = async (keys: KeyService, id: string, approvedAt: Instant): Promise<string> =>
  createHmac('sha256', await keys.derive('recipient-confirmation'))
    .update(`${id}\n${approvedAt}`)
    .digest('base64url');

/** The token in a recipient's mail: the same at every attempt, another after every approval, never stored. */
export const confirmationToken = async (keys: KeyService, recipient: Pick<RecipientRecord, '_id' | 'approvedAt'>) =>
  `${recipient._id}.${await macOf(keys, recipient._id, recipient.approvedAt ?? 0)}`;

/** The recipient that a token names; whether it is genuine shows {@link isGenuine}. */
export const recipientOfToken = (token: string): string => token.slice(0, token.indexOf('.'));

/** Whether a token is the one of this recipient's last approval. */
export async function isGenuine(keys: KeyService, recipient: RecipientRecord, token: string): Promise<boolean> {
  const [given, right] = [Buffer.from(token), Buffer.from(await confirmationToken(keys, recipient))];
  return given.length === right.length && timingSafeEqual(given, right);
}

import { createHash } from 'node:crypto';
import type { RecipientMedium } from '@tongcheng/shared/reports/wire';
import type { Scope } from '@tongcheng/shared/scope';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import { type RecipientRecord, recipients } from '../records';

/** Everybody who receives the reports of a city or a province, or may come to; at most 1,000. */
export async function recipientsOf(
  { store }: { readonly store: DocumentStore },
  { level, code }: Scope,
): Promise<readonly Stored<RecipientRecord>[]> {
  const { items } = await store.find(recipients, { where: { city: code }, limit: 1_000 });
  return items.filter((recipient) => (recipient.level ?? 'city') === level);
}

/**
 * A recipient's id follows from city or province and address: the same address is the same recipient, however it is written. Of accounts
 * of WeChat two may differ in the size of a letter only.
 */
export function recipientIdOf({ level, code }: Scope, address: string, medium: RecipientMedium = 'mail'): string {
  const place = level === 'province' ? `p${code}` : code;
  const whom = medium === 'wechat' ? `wechat ${address}` : address.toLowerCase();
  return `${place}-${createHash('sha256').update(`${place}\n${whom}`).digest('hex').slice(0, 24)}`;
}

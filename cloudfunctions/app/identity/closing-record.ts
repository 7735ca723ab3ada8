import type { Day, Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { collection } from '../../ports/document-store';

/**
 * A person (`_id`) whose key is destroyed on the day `until`: they asked to be forgotten while rides of theirs may still have to be
 * traced (W-26), or only staff ever registered them (W-20) and nothing else will use them.
 */
export interface ClosingRecord {
  readonly _id: string;
  readonly until: Day;
}
export const closings = collection<ClosingRecord>()({
  name: 'closings',
  keep: { until: 'done', by: 'the end of the tracing hold' },
  belongs: { to: 'person', by: '_id', erased: 'by-its-work', exported: { not: 'only while a person is being erased' } },
  indexes: [],
});

/** An account (`_id`) that was deleted: bare already, removed once no token can name it any more. */
export interface EndedAccount {
  readonly _id: string;
  readonly endedAt: Instant;
}
export const endedAccounts = collection<EndedAccount>()({
  name: 'endedAccounts',
  keep: { until: 'done', by: 'the removal of the account' },
  belongs: { to: 'account', by: '_id', erased: 'by-its-work', exported: { not: 'only after the account was erased' } },
  indexes: [],
});

/** Puts the end of a person off to a day; never brings it nearer, however many say so at once. */
export async function keepUntil(store: DocumentStore, personId: string, until: Day): Promise<void> {
  const closing = { _id: personId, until };
  if ((await store.insert(closings, closing)) === 'inserted') return;
  const held = await store.get(closings, personId);
  if (held && held.until >= until) return;
  if (held && (await store.update(closings, closing, held._v)) === 'updated') return;
  await keepUntil(store, personId, until);
}

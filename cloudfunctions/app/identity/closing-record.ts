import { type Day, type DayInstant, dayMs, type Instant, wholeDayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { collection } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

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
  /** The end of the day of the deletion. */
  readonly endedAt: DayInstant;
  /** The moment; empty where an earlier release wrote it in the clear. */
  readonly sealedAt: string;
}
export const endedAccounts = collection<EndedAccount>()({
  name: 'endedAccounts',
  keep: { until: 'done', by: 'the removal of the account' },
  belongs: { to: 'account', by: '_id', erased: 'by-its-work', exported: { not: 'only after the account was erased' } },
  added: { sealedAt: '' },
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

/** An account that was deleted at a moment. */
export const endedAccount = (vault: Sealing, _id: string, at: Instant): EndedAccount => ({
  _id,
  endedAt: wholeDayOf(at + dayMs),
  sealedAt: vault.sealHere(sealId(_id), String(at)),
});

/** When an account was deleted. */
export const momentOfEnd = (vault: Sealing, { _id, endedAt, sealedAt }: EndedAccount): Instant =>
  sealedAt === '' ? endedAt : Number(vault.openHere(sealId(_id), sealedAt));

type Sealing = Pick<Vault, 'sealHere' | 'openHere'>;

const sealId = (accountId: string) => `ended.${accountId}`;

import type { Day, Instant } from '@tongcheng/shared/time';
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

import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';

/** What a recipient's row waits for. */
export type Waiting = 'other' | 'recipient' | 'day' | 'nothing';

/** Who or what has to come next at `at`. */
export const waitingFor = (recipient: RecipientRow, at: Instant): Waiting => {
  switch (recipient.state) {
    case 'proposed':
    case 'removal-proposed':
      return 'other';
    case 'approved':
      return 'recipient';
    case 'confirmed':
      return recipient.activeFrom !== undefined && recipient.activeFrom > at ? 'day' : 'nothing';
    case 'removed':
      return 'nothing';
  }
};

/** Whether the proposal is this official's own: the other person has to decide. `proposedBy` may be an id or a login. */
export const isOwn = (recipient: RecipientRow, official: { officialId: string; login: string }): boolean =>
  recipient.proposedBy === official.officialId || recipient.proposedBy === official.login;

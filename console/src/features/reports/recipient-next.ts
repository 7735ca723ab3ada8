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

/** Who proposed what waits: of a removal not who once proposed the recipient. */
export const proposerOf = ({ waits, proposedBy }: RecipientRow): string => waits?.by ?? proposedBy;

/** Whether the proposal is this official's own: the other person has to decide. Who proposed may be an id or a login. */
export const isOwn = (recipient: RecipientRow, official: { officialId: string; login: string }): boolean =>
  [official.officialId, official.login].includes(proposerOf(recipient));

/** Whether the proposal can no longer be approved, only rejected or made again. */
export const isPast = ({ waits }: RecipientRow, now: Instant): boolean => waits !== undefined && waits.until < now;

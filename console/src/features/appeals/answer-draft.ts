import type { AppealOutcome } from '@tongcheng/shared/appeals/outcomes';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { draftsOf } from '../../ui/drafts';

/** An answer as far as it was chosen and typed. */
interface AnswerDraft {
  readonly outcome: AppealOutcome | undefined;
  readonly note: string;
}

/** Answers that were begun and not sent. */
export const answerDrafts = draftsOf<AnswerDraft>('appeal');

/** Whose answer to which appeal. */
export const draftKey = ({ officialId }: Pick<OfficialSession, 'officialId'>, appealId: string): string =>
  `${officialId} ${appealId}`;

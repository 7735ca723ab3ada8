import {
  type ExceptionReason,
  exceptionReasonWords,
  type RefusalReason,
  refusalReasons,
  refusalReasonWords,
} from '@tongcheng/shared/rides/boarding-reasons';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import { verifyTexts } from './texts';

/** The reasons in the order of the buttons. */
export const reasonList: readonly RefusalReason[] = refusalReasons;

const isReason = (word: string): word is RefusalReason => word in refusalReasonWords;

/** The text of a recorded reason; an unknown one counts as another reason. */
const refusalReasonText = (word: string): Text => refusalReasonWords[isReason(word) ? word : 'other'];

const isException = (word: string): word is ExceptionReason => word in exceptionReasonWords;

const exceptionReasonText = (word: string): Text => exceptionReasonWords[isException(word) ? word : 'other'];

const expected: Readonly<Record<string, RefusalReason>> = {
  'identity-missing': 'not-authenticated',
  'status-red': 'status-red',
  'status-yellow': 'status-yellow',
  'status-missing': 'status-grey',
  'test-too-old': 'test',
  'test-positive': 'test',
  'test-missing': 'test',
};

/** The reason that the verdict suggests, offered first. */
export const likelyReason = (item: FeedScan | undefined): RefusalReason | undefined => {
  const code = item?.reasons[0]?.code;
  return code === undefined ? undefined : expected[code];
};

/** W-32: whether this rider was told no and not let on after all. */
export const isTurnedAway = ({ decision, boarding, refusal }: FeedScan): boolean => {
  if (boarding) return boarding.outcome === 'refused';
  return decision === 'refuse' || refusal !== undefined;
};

/** What staff decided about a scan, with its reason; undefined where the verdict alone speaks. */
export const staffMark = ({
  boarding,
  refusal,
}: FeedScan): { readonly text: Text; readonly reason: Text } | undefined => {
  if (boarding?.outcome === 'let-on')
    return { text: verifyTexts.letOnMark, reason: exceptionReasonText(boarding.reason) };
  const refused = boarding ?? refusal;
  return refused && { text: verifyTexts.refusedMark, reason: refusalReasonText(refused.reason) };
};

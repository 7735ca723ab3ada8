import { type ExceptionReason, exceptionReasons, exceptionReasonWords } from '@tongcheng/shared/rides/boarding-reasons';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useRef, useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';
import { ReasonButtons } from './reason-buttons';
import { isTurnedAway } from './refusal-reasons';
import { verifyTexts } from './texts';
import { useKeys } from './use-keys';

interface Props {
  readonly venueId: string;
  /** The scan that stands large, if one does. */
  readonly item: FeedScan | undefined;
  readonly makeId: () => string;
  readonly onRecorded: (reason: ExceptionReason, at: Instant) => void;
  readonly onClose: () => void;
}

/** W-32: one tap on a reason lets somebody on who was refused; from then on it is a ride. */
export const LetOnDialog = ({ venueId, item, makeId, onRecorded, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const ids = useRef(new Map<ExceptionReason, string>());
  const [chosen, setChosen] = useState<ExceptionReason>();
  const refused = item !== undefined && isTurnedAway(item) ? item : undefined;

  const record = async (reason: ExceptionReason) => {
    if (!refused) return;
    setChosen(reason);
    const exceptionId = ids.current.get(reason) ?? makeId();
    ids.current.set(reason, exceptionId);
    const input = { exceptionId, venueId, scanId: refused.scanId, reason };
    const kept = await mutation.run((client) => client.call('rides.record-exception', input));
    if (kept) onRecorded(reason, kept.recordedAt);
  };
  useKeys(
    Object.fromEntries(
      exceptionReasons.map((reason, index) => [String(index + 1), () => void record(reason)] as const),
    ),
  );

  return (
    <Dialog title={say(verifyTexts.letOnTitle)} onClose={onClose} part="let-on">
      <p>
        {refused
          ? say(verifyTexts.letOnAbout, {
              name: refused.maskedName ?? say(verifyTexts.nameless),
              time: formatInstant(refused.scannedAt, 'HH:mm:ss'),
            })
          : say(verifyTexts.letOnNobody)}
      </p>
      {mutation.failure && (
        <FailureNotice
          failure={mutation.failure}
          onAgain={chosen === undefined ? undefined : () => void record(chosen)}
        />
      )}
      {refused && (
        <ReasonButtons
          reasons={exceptionReasons}
          words={exceptionReasonWords}
          disabled={mutation.isPending}
          onChoose={(reason) => void record(reason)}
        />
      )}
      <button type="button" className="quiet" onClick={onClose}>
        {say(uiTexts.cancel)}
      </button>
    </Dialog>
  );
};

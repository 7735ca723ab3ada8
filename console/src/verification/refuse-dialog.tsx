import { type RefusalReason, refusalReasonWords } from '@tongcheng/shared/rides/boarding-reasons';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useRef, useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';
import { ReasonButtons } from './reason-buttons';
import { likelyReason, reasonList } from './refusal-reasons';
import { verifyTexts } from './texts';
import { useKeys } from './use-keys';

interface Props {
  readonly venueId: string;
  /** The scan it is about; absent for someone who did not scan. */
  readonly item: FeedScan | undefined;
  readonly makeId: () => string;
  readonly onRecorded: (reason: RefusalReason, at: Instant) => void;
  readonly onClose: () => void;
}

/** One id for each reason, however often it is tried: a second try is the same refusal. */
const useRefusalIds = (makeId: () => string) => {
  const made = useRef(new Map<RefusalReason, string>());
  return (reason: RefusalReason) => {
    const id = made.current.get(reason) ?? makeId();
    made.current.set(reason, id);
    return id;
  };
};

/** One tap on a reason records the refusal. The reason that the verdict suggests comes first. */
export const RefuseDialog = ({ venueId, item, makeId, onRecorded, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const idOf = useRefusalIds(makeId);
  const [chosen, setChosen] = useState<RefusalReason>();
  const likely = likelyReason(item);
  const offered = likely === undefined ? reasonList : [likely, ...reasonList.filter((reason) => reason !== likely)];

  const record = async (reason: RefusalReason) => {
    setChosen(reason);
    const about = item === undefined ? {} : { scanId: item.scanId };
    const input = { refusalId: idOf(reason), venueId, reason, ...about };
    const kept = await mutation.run((client) => client.call('rides.record-refusal', input));
    if (kept) onRecorded(reason, kept.recordedAt);
  };
  const keys = offered.map((reason, index) => [String(index + 1), () => void record(reason)] as const);
  useKeys(Object.fromEntries(keys));

  const about = item && {
    name: item.maskedName ?? say(verifyTexts.nameless),
    time: formatInstant(item.scannedAt, 'HH:mm:ss'),
  };
  return (
    <Dialog title={say(verifyTexts.refuseTitle)} onClose={onClose} part="refuse">
      <p>{about ? say(verifyTexts.refuseAbout, about) : say(verifyTexts.refuseNobody)}</p>
      {mutation.failure && (
        <FailureNotice
          failure={mutation.failure}
          onAgain={chosen === undefined ? undefined : () => void record(chosen)}
        />
      )}
      <ReasonButtons
        reasons={offered}
        words={refusalReasonWords}
        likely={likely}
        disabled={mutation.isPending}
        onChoose={(reason) => void record(reason)}
      />
      <button type="button" className="quiet" onClick={onClose}>
        {say(uiTexts.cancel)}
      </button>
    </Dialog>
  );
};

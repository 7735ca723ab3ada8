import { plainText } from '@tongcheng/shared/typed-text';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useRun } from '../../client/use-run';
import { WorkProgress } from '../../kit/work-progress';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { ChangedVenues } from './changed-venues';
import { codeChangeTexts } from './texts';

/** What can be done to codes. */
export type CodeChange = 'replace' | 'revoke';

interface Props {
  readonly change: CodeChange;
  readonly venues: readonly VenueRow[];
  /** Those that were changed, all or some. */
  readonly onDone: (changed: readonly VenueRow[]) => void;
  readonly onClose: () => void;
}

/** Replaces or revokes codes after saying which ones and what happens to those posted; neither can be undone. */
export const ChangeCodesDialog = ({ change, venues, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  const [doneBefore, setDoneBefore] = useState(0);
  const run = useRun((client, { venueId }: VenueRow) =>
    change === 'replace'
      ? client.call('venues.replace-code', { venueId })
      : client.call('venues.revoke-code', { venueId, reason: plainText(reason) }),
  );
  const texts = codeChangeTexts[change];
  const left = venues.slice(doneBefore);
  const confirm = async () => {
    const changed = await run.start(left);
    setDoneBefore(doneBefore + changed.length);
    if (changed.length > 0) onDone(changed);
    if (changed.length === left.length) onClose();
  };
  const close = () => (run.isPending ? run.stop() : onClose());
  const done = { done: run.done.length, of: run.of };
  return (
    <ConfirmDialog
      title={say(texts.title)}
      confirm={say(texts.act)}
      mutation={run}
      isReady={change === 'replace' || plainText(reason) !== ''}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <p>{say(texts.ask, { count: left.length })}</p>
      <ChangedVenues venues={left} />
      {change === 'revoke' && (
        <TextField
          label={say(codeChangeTexts.revoke.reason)}
          name="reason"
          hint={say(codeChangeTexts.revoke.reasonHint)}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      )}
      {run.isPending && run.of > 1 && (
        <WorkProgress
          words={say(codeChangeTexts.progress, done)}
          done={run.done.length}
          of={run.of}
          onStop={run.stop}
        />
      )}
    </ConfirmDialog>
  );
};

import type { MeasureRow } from '@tongcheng/shared/tracing/measures';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { tracingTexts } from '../texts';
import type { MeasureAct } from './measure-acts';
import { MeasureFacts } from './measure-facts';
import { measureAskTexts, measureTexts, measuresTexts as texts } from './measure-texts';

interface ActProps {
  readonly act: MeasureAct;
  readonly row: MeasureRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const wordsOf = (act: MeasureAct, { state, measure }: MeasureRow) => {
  if (act === 'approve') return { name: texts.approve, ask: measureAskTexts[measure.kind] };
  if (act === 'reject') return { name: texts.reject, ask: texts.rejectAsk };
  return { name: state === 'open' ? texts.withdraw : texts.stop, ask: texts.stopAsk };
};

/** shows exactly what is asked for before it is approved, rejected or stopped; an approval carries the digest that was looked at. */
export const MeasureActDialog = ({ act, row, onDone, onClose }: ActProps) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const { name, ask } = wordsOf(act, row);
  const { measureId, digest } = row;
  const confirm = async () => {
    const done =
      act === 'end'
        ? await mutation.run((client) => client.call('tracing.end-measure', { measureId, reason: plainText(reason) }))
        : await mutation.run((client) =>
            client.call('tracing.decide-measure', { measureId, digest, approve: act === 'approve' }),
          );
    if (done) onDone();
  };
  return (
    <ConfirmDialog
      title={`${say(name)} · ${say(measureTexts[row.measure.kind])}`}
      confirm={say(name)}
      mutation={mutation}
      isReady={act !== 'end' || plainText(reason) !== ''}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{say(ask)}</p>
      <MeasureFacts row={row} />
      {act !== 'end' && <p className="hint">{say(tracingTexts.markHint)}</p>}
      {act === 'end' && (
        <TextField
          label={say(texts.reason)}
          name="end-reason"
          hint={say(texts.endReasonHint)}
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoComplete="off"
        />
      )}
    </ConfirmDialog>
  );
};

import type { CaseRow, TraceRequestRow } from '@tongcheng/shared/tracing/wire';
import { plainText } from '@tongcheng/shared/typed-text';
import App from 'antd/es/app';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { infectiousPeriodText } from './case-columns';
import { FactList } from './fact-list';
import { casePurposeTexts, lawTexts } from './meaning-texts';
import { RequestFacts } from './request-facts';
import { tracingTexts as texts } from './texts';

/** What can be done with a request. */
export type RequestAct = 'approve' | 'reject' | 'end';

interface Props {
  readonly act: RequestAct;
  readonly request: TraceRequestRow;
  readonly found: CaseRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const wordsOf = (act: RequestAct, { state }: TraceRequestRow) => {
  if (act === 'approve') return { name: texts.approve, ask: texts.approveAsk };
  if (act === 'reject') return { name: texts.reject, ask: texts.rejectAsk };
  return { name: state === 'open' ? texts.withdraw : texts.end, ask: texts.endAsk };
};

/** shows exactly what is asked for before it is approved, rejected or ended; an approval carries the digest that was looked at. */
export const RequestActDialog = ({ act, request, found, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { notification } = App.useApp();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const { name, ask } = wordsOf(act, request);
  const { requestId, digest } = request;
  const { number, legalBasis, purpose } = found;
  const confirm = async () => {
    const done =
      act === 'end'
        ? await mutation.run((client) => client.call('tracing.end-request', { requestId, reason: plainText(reason) }))
        : await mutation.run((client) =>
            client.call('tracing.decide-request', { requestId, digest, approve: act === 'approve' }),
          );
    if (!done) return;
    onDone();
    notification.success({ title: say(texts.done), placement: 'bottomLeft' });
  };
  return (
    <ConfirmDialog
      title={`${say(name)} · ${say(texts.caseOf, { number })}`}
      confirm={say(name)}
      mutation={mutation}
      isReady={act !== 'end' || plainText(reason) !== ''}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{say(ask)}</p>
      <FactList
        facts={[
          [texts.law, say(lawTexts[legalBasis])],
          [texts.purpose, say(casePurposeTexts[purpose])],
          [texts.period, infectiousPeriodText(found, say)],
        ]}
      />
      <RequestFacts request={request} />
      {act !== 'end' && <p className="hint">{say(texts.markHint)}</p>}
      {act === 'end' && (
        <TextField
          label={say(texts.endReason)}
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

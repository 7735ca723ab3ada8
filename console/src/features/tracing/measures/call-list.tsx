import type { Answer } from '@tongcheng/shared/client';
import { formatInstant, hourMs } from '@tongcheng/shared/time';
import { type CallOutcome, type CallRow, callOutcomes } from '@tongcheng/shared/tracing/measures';
import { plainText } from '@tongcheng/shared/typed-text';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useOfficialNames } from '../../../client/official-names';
import { useMutation } from '../../../client/use-mutation';
import { ChoiceField } from '../../../ui/choice-field';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { Empty } from '../../../ui/placeholders';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { OpenerMark } from '../names/opener-mark';
import { becauseTexts, callOutcomeTexts, measuresTexts as texts } from './measure-texts';

type Opened = Extract<Answer<'tracing.list-calls'>, { readonly ok: true }>['value'];

const atOnce = 50;
const shownOfId = 5;
const clock = 'MM-DD HH:mm';
const hourChoices = ['1', '2', '4', '12', '24'];

interface CallProps {
  readonly measureId: string;
  readonly row: CallRow;
  readonly at: number;
  readonly onDone: () => void;
}

const RecordForm = ({ measureId, row, at, onDone }: CallProps) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('2');
  const isAgain = outcome === 'no-answer' || outcome === 'call-later';
  const record = async () => {
    const typed = plainText(reason);
    const more = {
      ...(typed !== '' && { reason: typed }),
      ...(isAgain && { nextAt: at + Number(hours) * hourMs }),
    };
    const input = { measureId, noticeId: row.noticeId, outcome, ...more };
    if (await mutation.run((client) => client.call('tracing.record-call', input))) onDone();
  };
  return (
    <>
      <ChoiceField
        label={say(texts.outcome)}
        name="outcome"
        noHint="label-says-all"
        value={outcome}
        onChange={setOutcome}
        choices={callOutcomes.map((value) => ({ value, label: say(callOutcomeTexts[value]) }))}
      />
      {isAgain && (
        <ChoiceField
          label={say(texts.nextHours)}
          name="next-hours"
          noHint="label-says-all"
          value={hours}
          onChange={setHours}
          choices={hourChoices.map((value) => ({ value, label: value }))}
        />
      )}
      <TextField
        label={say(texts.callReason)}
        name="call-reason"
        hint={say(texts.callReasonHint)}
        optional
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoComplete="off"
      />
      {mutation.failure && <FailureNotice failure={mutation.failure} answers />}
      <Button size="small" data-act="record-call" disabled={mutation.isPending} onClick={() => void record()}>
        {say(texts.record)}
      </Button>
    </>
  );
};

const CallLine = ({ row, ...rest }: CallProps) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const { person, because, calls, nextAt } = row;
  return (
    <tr data-call={because}>
      <th scope="row">
        <span className="cell-line">{person?.name ?? say(texts.unnamed)}</span>
        <span className="cell-line">{person?.phone ?? '—'}</span>
        <span className="cell-line">{person?.maskedDocument ?? ''}</span>
      </th>
      <td className="wrap">{say(becauseTexts[because])}</td>
      <td className="wrap">
        {calls.length === 0 && <span>—</span>}
        {calls.map(({ at, by, outcome, reason }) => (
          <span key={at} className="cell-line">
            {[formatInstant(at, clock), nameOf(by), say(callOutcomeTexts[outcome]), reason ?? ''].join(' ').trim()}
          </span>
        ))}
      </td>
      <td>{formatInstant(nextAt, clock)}</td>
      <td>
        <RecordForm row={row} {...rest} />
      </td>
    </tr>
  );
};

const CallTable = ({ opened, measureId, onDone }: { readonly opened: Opened } & Omit<CallProps, 'row' | 'at'>) => {
  const { say } = useSpeech();
  const heads = [texts.whom, texts.why, texts.made, texts.next, texts.outcome];
  return (
    <div className="scroll">
      <table data-part="calls">
        <caption className="visually-hidden">{say(texts.calls)}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {opened.calls.map((row) => (
            <CallLine key={row.noticeId} row={row} measureId={measureId} at={opened.watermark.at} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Whom no message reached: opened by a touch, since each opening is on record; held by the screen alone, under the mark of who opened it. */
export const CallList = ({ measureId }: { readonly measureId: string }) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { names: called } = useOfficialNames();
  const mutation = useMutation();
  const [opened, setOpened] = useState<Opened>();
  const open = async () => {
    const answer = await mutation.run((client) => client.call('tracing.list-calls', { measureId, limit: atOnce }));
    setOpened(answer);
  };
  const stamp = say(texts.stamp, {
    name: called.get(session.officialId) ?? session.login,
    at: formatInstant(opened?.watermark.at ?? 0),
    measure: `…${measureId.slice(-shownOfId)}`,
  });
  return (
    <section data-part="call-list" aria-label={say(texts.calls)}>
      <h4>{say(texts.calls)}</h4>
      <p className="hint">{say(texts.callsHint)}</p>
      {mutation.failure && <FailureNotice failure={mutation.failure} answers />}
      <Button
        data-act="open-calls"
        disabled={mutation.isPending}
        onClick={() => (opened ? setOpened(undefined) : void open())}
      >
        {say(mutation.isPending ? uiTexts.underWay : opened ? texts.hide : texts.openCalls)}
      </Button>
      {opened && (
        <div className="marked" data-part="opened-calls">
          <p className="stamp">{stamp}</p>
          <p role="status">{say(texts.shown, { total: opened.total, shown: opened.calls.length })}</p>
          {opened.calls.length === 0 && <Empty text={texts.noCalls} />}
          {opened.calls.length > 0 && <CallTable opened={opened} measureId={measureId} onDone={() => void open()} />}
          <OpenerMark words={stamp} />
        </div>
      )}
    </section>
  );
};

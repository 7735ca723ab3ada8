import { type AppealOutcome, longestAnswer, outcomes, outcomeTexts } from '@tongcheng/shared/appeals/outcomes';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { appealSectionTexts } from './texts';

/** One of three answers with its template, and a note; what the rider will read stands below. */
export const AnswerForm = ({ appealId, onDone }: { readonly appealId: string; readonly onDone: () => void }) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [outcome, setOutcome] = useState<AppealOutcome>();
  const [note, setNote] = useState('');
  const answer = async () => {
    if (!outcome) return;
    const typed = plainText(note);
    const input = { appealId, outcome, ...(typed !== '' && { note: typed }) };
    if (await mutation.run((client) => client.call('appeals.answer-appeal', input))) onDone();
  };
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        void answer();
      }}
    >
      <fieldset>
        <legend>{say(appealSectionTexts.answerTitle)}</legend>
        {outcomes.map((known) => (
          <label key={known} className="choice">
            <input
              type="radio"
              name="outcome"
              value={known}
              checked={outcome === known}
              onChange={() => setOutcome(known)}
            />
            <span>{say(appealSectionTexts[known])}</span>
          </label>
        ))}
      </fieldset>
      {outcome && <p className="hint">{say(appealSectionTexts.preview, { words: say(outcomeTexts[outcome]) })}</p>}
      <TextField
        label={say(appealSectionTexts.note)}
        hint={say(appealSectionTexts.noteHint)}
        name="note"
        value={note}
        maxLength={longestAnswer}
        optional
        onChange={setNote}
      />
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      <div className="dialog-acts">
        <button type="submit" className="primary" data-act="answer" disabled={!outcome || mutation.isPending}>
          {say(mutation.isPending ? uiTexts.underWay : appealSectionTexts.send)}
        </button>
      </div>
    </form>
  );
};

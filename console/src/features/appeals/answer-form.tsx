import { longestAnswer, outcomes, outcomeTexts } from '@tongcheng/shared/appeals/outcomes';
import { plainText } from '@tongcheng/shared/typed-text';
import Button from 'antd/es/button';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { DraftNote } from '../../ui/draft-note';
import { useKeptForm } from '../../ui/drafts';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { answerDrafts, draftKey } from './answer-draft';
import { appealSectionTexts } from './texts';

interface Props {
  readonly appealId: string;
  readonly hasNext: boolean;
  readonly onDone: (then: 'close' | 'next') => void;
}

/** One of three answers and a note; what the rider will read stands below. What is typed is there again after closing. */
export const AnswerForm = ({ appealId, hasNext, onDone }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const mutation = useMutation();
  const { form, set, drop, ...kept } = useKeptForm(answerDrafts, draftKey(session, appealId), () => ({
    outcome: undefined,
    note: '',
  }));
  const { outcome, note } = form;
  const answer = async (then: 'close' | 'next') => {
    if (!outcome) return;
    const typed = plainText(note);
    const input = { appealId, outcome, ...(typed !== '' && { note: typed }) };
    if (!(await mutation.run((client) => client.call('appeals.answer-appeal', input)))) return;
    drop();
    onDone(then);
  };
  const isReady = outcome !== undefined && !mutation.isPending;
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        void answer('close');
      }}
    >
      <DraftNote {...kept} />
      <fieldset>
        <legend>{say(appealSectionTexts.answerTitle)}</legend>
        {outcomes.map((known) => (
          <label key={known} className="choice">
            <input
              type="radio"
              name="outcome"
              value={known}
              checked={outcome === known}
              onChange={() => set({ outcome: known })}
            />
            <span>{say(appealSectionTexts[known])}</span>
          </label>
        ))}
      </fieldset>
      {outcome && <p className="hint">{say(appealSectionTexts.preview, { words: say(outcomeTexts[outcome]) })}</p>}
      <Field label={say(appealSectionTexts.note)} hint={say(appealSectionTexts.noteHint)}>
        {(id, hintId) => (
          <textarea
            id={id}
            name="note"
            rows={4}
            maxLength={longestAnswer}
            aria-describedby={hintId}
            value={note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      <div className="form-acts">
        {hasNext && (
          <Button data-act="answer-next" disabled={!isReady} onClick={() => void answer('next')}>
            {say(appealSectionTexts.sendAndNext)}
          </Button>
        )}
        <Button type="primary" htmlType="submit" data-act="answer" disabled={!isReady}>
          {say(mutation.isPending ? uiTexts.underWay : appealSectionTexts.send)}
        </Button>
      </div>
    </form>
  );
};

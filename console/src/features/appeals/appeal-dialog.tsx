import { type AppealPurpose, appealPurposes } from '@tongcheng/shared/appeals/outcomes';
import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Answer } from '@tongcheng/shared/client';
import { documentWords } from '@tongcheng/shared/reports/words';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { AnswerForm } from './answer-form';
import { appealSectionTexts } from './texts';

type Opened = Extract<Answer<'appeals.open-appeal'>, { readonly ok: true }>['value'];

interface Props {
  readonly appeal: AppealRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks what for, has it recorded, then shows words and person; an appeal that waits can be answered there. */
export const AppealDialog = ({ appeal, onClose, onDone }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [opened, setOpened] = useState<Opened>();
  const { appealId, madeAt, answered } = appeal;
  const open = async (purpose: AppealPurpose) =>
    setOpened(await mutation.run((client) => client.call('appeals.open-appeal', { appealId, purpose })));
  return (
    <Dialog
      title={say(appealSectionTexts.dialogTitle, { time: formatInstant(madeAt, 'MM-DD HH:mm') })}
      onClose={onClose}
      part="appeal"
    >
      {!opened && (
        <>
          <p>{say(appealSectionTexts.purposeAsk)}</p>
          <div className="dialog-acts">
            {appealPurposes.map((purpose) => (
              <button
                key={purpose}
                type="button"
                data-purpose={purpose}
                disabled={mutation.isPending}
                onClick={() => void open(purpose)}
              >
                {say(appealSectionTexts[purpose])}
              </button>
            ))}
          </div>
        </>
      )}
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {opened && <OpenedAppeal opened={opened} />}
      {opened && !answered && <AnswerForm appealId={appealId} onDone={onDone} />}
      <div className="dialog-acts">
        <button type="button" className="quiet" data-act="close" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};

const OpenedAppeal = ({ opened }: { readonly opened: Opened }) => {
  const { say } = useSpeech();
  const { text, note, person } = opened;
  return (
    <dl className="facts" data-part="opened">
      <dt>{say(appealSectionTexts.words)}</dt>
      <dd className="rider-words">{text}</dd>
      <dt>{say(appealSectionTexts.rider)}</dt>
      <dd>{person ? person.name : say(appealSectionTexts.forgotten)}</dd>
      {person && (
        <>
          <dt>{say(appealSectionTexts.document)}</dt>
          <dd>{`${say(documentWords[person.documentKind])} ${person.maskedDocument}`}</dd>
          <dt>{say(appealSectionTexts.phone)}</dt>
          <dd>{person.phone}</dd>
        </>
      )}
      {note !== undefined && (
        <>
          <dt>{say(appealSectionTexts.outcome)}</dt>
          <dd>{say(appealSectionTexts.earlierNote, { note })}</dd>
        </>
      )}
    </dl>
  );
};

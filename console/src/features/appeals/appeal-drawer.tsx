import { type AppealPurpose, appealPurposes } from '@tongcheng/shared/appeals/outcomes';
import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Answer } from '@tongcheng/shared/client';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { SideDrawer } from '../../kit/side-drawer';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { AnswerForm } from './answer-form';
import { appealColumns } from './appeal-columns';
import { OpenedAppeal } from './opened-appeal';
import { appealSectionTexts } from './texts';
import { useNextKey } from './use-next-key';

type Opened = Extract<Answer<'appeals.open-appeal'>, { readonly ok: true }>['value'];

interface Props {
  readonly appeal: AppealRow;
  readonly now: Instant;
  /** Absent where this is the last one. */
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onAnswered: (then: 'close' | 'next') => void;
}

/** Asks what for, has it recorded, then shows words and person; an appeal that waits is answered there, and the next one follows. */
export const AppealDrawer = ({ appeal, now, onNext, onClose, onAnswered }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const mutation = useMutation();
  const [opened, setOpened] = useState<Opened>();
  useNextKey(onNext);
  const { appealId, madeAt, answered } = appeal;
  const open = async (purpose: AppealPurpose) =>
    setOpened(await mutation.run((client) => client.call('appeals.open-appeal', { appealId, purpose })));
  const lines = appealColumns(say, now, { isAnswered: answered !== undefined, nameOf }).slice(1);
  return (
    <SideDrawer
      title={say(appealSectionTexts.dialogTitle, { time: formatInstant(madeAt, 'MM-DD HH:mm') })}
      part="appeal"
      onClose={onClose}
    >
      <dl className="facts">
        {lines.map(({ id, name, text }) => (
          <div key={id}>
            <dt>{say(name)}</dt>
            <dd>{text(appeal, say)}</dd>
          </div>
        ))}
      </dl>
      {!opened && <PurposeChoice isPending={mutation.isPending} onChoose={(purpose) => void open(purpose)} />}
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {opened && <OpenedAppeal opened={opened} />}
      {opened && !answered && <AnswerForm appealId={appealId} hasNext={onNext !== undefined} onDone={onAnswered} />}
      {onNext && (
        <p className="next-line">
          <Button data-act="next" onClick={onNext}>
            {say(appealSectionTexts.next)}
          </Button>
          <span className="hint">{say(appealSectionTexts.nextKey)}</span>
        </p>
      )}
    </SideDrawer>
  );
};

interface ChoiceProps {
  readonly isPending: boolean;
  readonly onChoose: (purpose: AppealPurpose) => void;
}

/** Why it is opened; nothing is shown before, since the answer is recorded. */
const PurposeChoice = ({ isPending, onChoose }: ChoiceProps) => {
  const { say } = useSpeech();
  return (
    <div className="purpose-choice">
      <p>{say(appealSectionTexts.purposeAsk)}</p>
      {appealPurposes.map((purpose) => (
        <Button
          key={purpose}
          data-first=""
          data-purpose={purpose}
          disabled={isPending}
          onClick={() => onChoose(purpose)}
        >
          {say(appealSectionTexts[purpose])}
        </Button>
      ))}
    </div>
  );
};

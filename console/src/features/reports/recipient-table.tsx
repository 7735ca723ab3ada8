import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { HeadRow } from '../../ui/head-row';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { Empty } from '../../ui/placeholders';
import { answerInWords } from './mail-answer';
import { isOwn, isPast, proposerOf, waitingFor } from './recipient-next';
import { recipientMediumNames, recipientStates, recipientTexts } from './recipient-texts';
import { reportTexts } from './texts';

/** What an official may do to a row. */
export type RecipientAction = 'approve' | 'reject' | 'remove';

interface Props {
  readonly recipients: readonly RecipientRow[];
  readonly clock: () => Instant;
  readonly onAction: (recipient: RecipientRow, act: RecipientAction) => void;
}

type LineProps = Omit<Props, 'recipients'> & { readonly recipient: RecipientRow };

/** Why the recipient was not asked yet, and what comes next. */
const NotAsked = ({ answer, again }: { readonly answer: string; readonly again: Instant | undefined }) => {
  const { say } = useSpeech();
  const words = answerInWords(answer);
  const why = words === undefined ? answer : say(words);
  return (
    <p className="hint">
      {again === undefined
        ? say(recipientTexts.askFailed, { why })
        : say(recipientTexts.askAgain, { why, time: formatInstant(again, 'MM-DD HH:mm') })}
    </p>
  );
};

const Next = ({ recipient, clock }: Pick<LineProps, 'recipient' | 'clock'>) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const waiting = waitingFor(recipient, clock());
  if (waiting === 'nothing') return null;
  if (recipient.askAnswer !== undefined) return <NotAsked answer={recipient.askAnswer} again={recipient.askAgainAt} />;
  const time = formatInstant(recipient.activeFrom ?? 0, 'MM-DD HH:mm');
  const texts = {
    other: isPast(recipient, clock()) ? recipientTexts.isPast : recipientTexts.waitsForOther,
    recipient: recipientTexts.waitsForRecipient,
    day: recipientTexts.waitsForDay,
  } as const;
  return <p className="hint">{say(texts[waiting], { time, proposer: nameOf(proposerOf(recipient)) })}</p>;
};

/** Who approved, and from when reports are sent. */
const Approved = ({ recipient: { approvedBy, activeFrom } }: Pick<LineProps, 'recipient'>) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  if (approvedBy === undefined) return null;
  const who = nameOf(approvedBy);
  const from = activeFrom === undefined ? undefined : formatInstant(activeFrom, 'YYYY-MM-DD HH:mm');
  return (
    <p className="hint">
      {from === undefined ? say(recipientTexts.approvedBy, { who }) : say(recipientTexts.approvedFrom, { who, from })}
    </p>
  );
};

const Actions = ({ recipient, clock, onAction }: LineProps) => {
  const { say } = useSpeech();
  const { may, session } = useOfficial();
  const isPending = recipient.state === 'proposed' || recipient.state === 'removal-proposed';
  if (recipient.state === 'removed') return null;
  if (!isPending)
    return may('reports.propose-removal') ? (
      <button type="button" className="small" data-act="remove" onClick={() => onAction(recipient, 'remove')}>
        {say(recipientTexts.proposeRemoval)}
      </button>
    ) : null;
  if (!may('reports.decide-recipient')) return null;
  const isMine = isOwn(recipient, session);
  return (
    <>
      {isMine && <span className="hint">{say(recipientTexts.own)}</span>}
      {!isMine && !isPast(recipient, clock()) && (
        <button
          type="button"
          className="small primary"
          data-act="approve"
          onClick={() => onAction(recipient, 'approve')}
        >
          {say(recipientTexts.approve)}
        </button>
      )}
      <button
        type="button"
        className="small"
        data-act={isMine ? 'withdraw' : 'reject'}
        onClick={() => onAction(recipient, 'reject')}
      >
        {say(isMine ? recipientTexts.withdraw : recipientTexts.reject)}
      </button>
    </>
  );
};

const RecipientLine = ({ recipient, clock, mayAct, onAction }: LineProps & { readonly mayAct: boolean }) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  return (
    <tr data-recipient={recipient.recipientId} data-address={recipient.address} data-state={recipient.state}>
      <th scope="row" className="address">
        <span>{recipient.address}</span>
        {recipient.medium !== undefined && <p className="hint">{say(recipientMediumNames[recipient.medium])}</p>}
      </th>
      <td>{say(reportTexts[recipient.form])}</td>
      <td className="wrap">
        <strong>{say(recipientStates[recipient.state])}</strong>
        <Approved recipient={recipient} />
        <Next recipient={recipient} clock={clock} />
      </td>
      <td>
        <span>{nameOf(recipient.proposedBy)}</span>
        <p className="hint">{formatInstant(recipient.proposedAt, 'MM-DD HH:mm')}</p>
      </td>
      {mayAct && (
        <td className="act-cell">
          <Actions {...{ recipient, clock, onAction }} />
        </td>
      )}
    </tr>
  );
};

/** Who gets the reports of the city, and what each change still waits for. */
export const RecipientTable = ({ recipients, clock, onAction }: Props) => {
  const { may } = useOfficial();
  const mayAct = may('reports.propose-removal') || may('reports.decide-recipient');
  if (recipients.length === 0) return <Empty text={recipientTexts.empty} />;
  const { recipient: address, form, state, proposed } = recipientTexts;
  return (
    <div className="scroll" data-part="recipients">
      <table>
        <HeadRow names={[address, form, state, proposed]} act={mayAct ? recipientTexts.act : undefined} />
        <tbody>
          {recipients.map((recipient) => (
            <RecipientLine key={recipient.recipientId} {...{ recipient, clock, mayAct, onAction }} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

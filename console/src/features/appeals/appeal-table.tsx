import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import { decisionWords, reasonWords } from '@tongcheng/shared/reports/words';
import { sourceName } from '@tongcheng/shared/rides/reasons/sources';
import { formatInstant, hourMs, type Instant } from '@tongcheng/shared/time';
import { HeadRow } from '../../ui/head-row';
import { useSpeech } from '../../ui/language';
import { venueLine } from '../../ui/venue-line';
import { appealSectionTexts } from './texts';

/** How an appeal's time stands: whole hours left, or overdue. */
const dueState = (dueAt: Instant, now: Instant): { readonly overdue: boolean; readonly hours: number } => ({
  overdue: now >= dueAt,
  hours: Math.max(0, Math.floor((dueAt - now) / hourMs)),
});

const short = 'MM-DD HH:mm';

interface Props {
  readonly appeals: readonly AppealRow[];
  readonly now: Instant;
  /** Absent for those who may not open. */
  readonly onOpen: ((appeal: AppealRow) => void) | undefined;
}

/** How pressing it is, in words; an overdue one stands out by more than colour. */
const DueCell = ({ appeal, now }: { readonly appeal: AppealRow; readonly now: Instant }) => {
  const { say } = useSpeech();
  const due = formatInstant(appeal.dueAt, short);
  if (appeal.answered) return <span>{due}</span>;
  const { overdue, hours } = dueState(appeal.dueAt, now);
  if (!overdue) return <span>{say(appealSectionTexts.left, { due, hours })}</span>;
  return (
    <>
      <span>{due}</span> <mark>{say(appealSectionTexts.overdue)}</mark>
    </>
  );
};

const AppealLine = ({ appeal, now, onOpen }: { appeal: AppealRow; now: Instant; onOpen: Props['onOpen'] }) => {
  const { say } = useSpeech();
  const { ruleId, ruleVersion, statusSource, answered } = appeal;
  const verdict = [decisionWords[appeal.decision], ...appeal.reasons.map((code) => reasonWords[code])].map((text) =>
    say(text),
  );
  const source = statusSource === undefined ? say(appealSectionTexts.rulesOnly) : say(sourceName(statusSource));
  const overdue = !answered && dueState(appeal.dueAt, now).overdue;
  return (
    <tr data-appeal={appeal.appealId} data-overdue={overdue}>
      <th scope="row">{formatInstant(appeal.madeAt, short)}</th>
      <td>
        <DueCell appeal={appeal} now={now} />
      </td>
      <td>{appeal.maskedName ?? say(appealSectionTexts.unnamed)}</td>
      <td>{venueLine(appeal.venue, say)}</td>
      <td>{verdict.join(' · ')}</td>
      <td className="wrap">{say(appealSectionTexts.basisLine, { source, rule: ruleId, version: ruleVersion })}</td>
      {answered && <td>{say(appealSectionTexts[answered.outcome])}</td>}
      <td className="act-cell">
        {onOpen && (
          <button type="button" className="small" data-act="open" onClick={() => onOpen(appeal)}>
            {say(appealSectionTexts.open)}
          </button>
        )}
      </td>
    </tr>
  );
};

/** The queue, masked; one of answered appeals has a column for the answer. */
export const AppealTable = ({ appeals, now, onOpen }: Props) => {
  const { made, due, rider, where, verdict, basis, outcome, act } = appealSectionTexts;
  const isAnswered = appeals.some(({ answered }) => answered);
  return (
    <div className="scroll" data-part="appeals">
      <table>
        <HeadRow names={[made, due, rider, where, verdict, basis, ...(isAnswered ? [outcome] : [])]} act={act} />
        <tbody>
          {appeals.map((appeal) => (
            <AppealLine key={appeal.appealId} appeal={appeal} now={now} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import { decisionWords, reasonWords } from '@tongcheng/shared/reports/words';
import { sourceName } from '@tongcheng/shared/rides/reasons/sources';
import { formatInstant, hourMs, type Instant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import type { Say } from '../../ui/language';
import { venueLine } from '../../ui/venue-line';
import { appealSectionTexts } from './texts';

const texts = appealSectionTexts;
const short = 'MM-DD HH:mm';

/** Whether an appeal that waits is past its time. */
export const isOverdue = ({ answered, dueAt }: AppealRow, now: Instant): boolean => !answered && now >= dueAt;

/** Until when, and how long that is; what is past its time says so. */
const dueText = (appeal: AppealRow, now: Instant, say: Say): string => {
  const due = formatInstant(appeal.dueAt, short);
  if (appeal.answered) return due;
  if (isOverdue(appeal, now)) return `${due} ${say(texts.overdue)}`;
  return say(texts.left, { due, hours: Math.floor((appeal.dueAt - now) / hourMs) });
};

/** What is overdue stands out by more than colour. */
const Due = ({ appeal, now, say }: { readonly appeal: AppealRow; readonly now: Instant; readonly say: Say }) => {
  if (!isOverdue(appeal, now)) return <span>{dueText(appeal, now, say)}</span>;
  return (
    <>
      <span>{formatInstant(appeal.dueAt, short)}</span> <mark>{say(texts.overdue)}</mark>
    </>
  );
};

const verdictText = ({ decision, reasons }: AppealRow, say: Say): string =>
  [decisionWords[decision], ...reasons.map((code) => reasonWords[code])].map((text) => say(text)).join(' · ');

const basisText = ({ ruleId, ruleVersion, statusSource }: AppealRow, say: Say): string => {
  const source = statusSource === undefined ? say(texts.rulesOnly) : say(sourceName(statusSource));
  return say(texts.basisLine, { source, rule: ruleId, version: ruleVersion });
};

const answerColumns = (nameOf: (officialId: string) => string): readonly TableColumn<AppealRow>[] => [
  {
    id: 'outcome',
    name: texts.outcome,
    text: ({ answered }, say) => (answered ? say(texts[answered.outcome]) : '—'),
    order: ({ answered }) => answered?.outcome ?? '',
  },
  {
    id: 'answered',
    name: texts.answeredAt,
    text: ({ answered }, say) =>
      answered ? say(texts.answeredBy, { name: nameOf(answered.by), time: formatInstant(answered.at, short) }) : '—',
    order: ({ answered }) => answered?.at ?? 0,
  },
];

/** The columns of the queue, masked; of answered appeals the answer and who gave it. */
export const appealColumns = (
  say: Say,
  now: Instant,
  { isAnswered, nameOf }: { readonly isAnswered: boolean; readonly nameOf: (officialId: string) => string },
): readonly TableColumn<AppealRow>[] => [
  {
    id: 'made',
    name: texts.made,
    text: ({ madeAt }) => formatInstant(madeAt, short),
    order: ({ madeAt }) => madeAt,
    kind: 'head',
  },
  {
    id: 'due',
    name: texts.due,
    text: (appeal) => dueText(appeal, now, say),
    cell: (appeal) => <Due appeal={appeal} now={now} say={say} />,
    order: ({ dueAt }) => dueAt,
  },
  { id: 'rider', name: texts.rider, text: ({ maskedName }) => maskedName ?? say(texts.unnamed) },
  {
    id: 'where',
    name: texts.where,
    text: ({ venue }) => venueLine(venue, say),
    order: ({ venue }) => venueLine(venue, say),
  },
  { id: 'verdict', name: texts.verdict, text: (appeal) => verdictText(appeal, say), kind: 'answer' },
  { id: 'basis', name: texts.basis, text: (appeal) => basisText(appeal, say), kind: 'answer' },
  ...(isAnswered ? answerColumns(nameOf) : []),
];

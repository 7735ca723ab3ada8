import { formatInstant } from '@tongcheng/shared/time';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import type { TableColumn } from '../../kit/table-view';
import type { Say } from '../../ui/language';
import { casePurposeTexts, lawTexts } from './meaning-texts';
import { tracingTexts as texts } from './texts';
import { type Reader, waitingOf } from './waiting';

const short = 'MM-DD HH:mm';

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The infectious period of a case in words, with its hours where it names them. */
export const infectiousPeriodText = (
  { infectiousFrom: from, infectiousTo: to, hours }: Pick<CaseRow, 'infectiousFrom' | 'infectiousTo' | 'hours'>,
  say: Say,
): string =>
  say(texts.periodOf, hours ? { from: `${from} ${clock(hours.from)}`, to: `${to} ${clock(hours.to)}` } : { from, to });

/** What a case waits for, in words. */
export const waitingText = (found: CaseRow, reader: Reader, say: Say): string => {
  const waiting = waitingOf(found, reader);
  switch (waiting.kind) {
    case 'decide':
      return say(texts.waitsDecide);
    case 'measure':
      return say(texts.waitsMeasure);
    case 'names':
      return say(texts.waitsNames, { at: formatInstant(waiting.request.opensUntil ?? 0, short) });
    case 'other':
      return say(texts.waitsOther);
    case 'ask':
      return say(texts.waitsAsk);
    case 'nothing':
      return say(texts.waitsNothing);
  }
};

/** What waits for the reader stands out by more than colour. */
const Waits = ({ text, isMine }: { readonly text: string; readonly isMine: boolean }) =>
  isMine ? <mark>{text}</mark> : <span>{text}</span>;

/** The columns of the cases; nothing of the index rider is among them. */
export const caseColumns = (
  say: Say,
  reader: Reader,
  nameOf: (officialId: string) => string,
): readonly TableColumn<CaseRow>[] => [
  { id: 'number', name: texts.number, text: ({ number }) => number, order: ({ number }) => number, kind: 'head' },
  { id: 'purpose', name: texts.purpose, text: ({ purpose }) => say(casePurposeTexts[purpose]) },
  { id: 'law', name: texts.law, text: ({ legalBasis }) => say(lawTexts[legalBasis]) },
  {
    id: 'period',
    name: texts.period,
    text: (found) => infectiousPeriodText(found, say),
    order: ({ infectiousFrom }) => infectiousFrom,
  },
  {
    id: 'opened',
    name: texts.opened,
    text: ({ openedBy, openedAt }) => say(texts.byAt, { name: nameOf(openedBy), at: formatInstant(openedAt, short) }),
    order: ({ openedAt }) => openedAt,
  },
  {
    id: 'waits',
    name: texts.waits,
    text: (found) => waitingText(found, reader, say),
    cell: (found) => (
      <Waits
        text={waitingText(found, reader, say)}
        isMine={['decide', 'measure'].includes(waitingOf(found, reader).kind)}
      />
    ),
  },
];

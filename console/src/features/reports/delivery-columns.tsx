import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../kit/table-view';
import type { Say } from '../../ui/language';
import type { DayState } from './day-states';
import { answerInWords, answerOf } from './mail-answer';
import { StateDot } from './state-dot';
import { deliveryTexts, reportTexts, versionName } from './texts';

const dotOf: Readonly<Record<DeliveryRow['state'], DayState>> = {
  queued: 'under-way',
  sent: 'sent',
  failed: 'trouble',
};

const short = 'MM-DD HH:mm:ss';
const texts = reportTexts;

/** A delivery whose time has come goes out at the timer's next round. */
const sentText = ({ sentAt, nextAttemptAt }: DeliveryRow, now: Instant, say: Say): string => {
  if (sentAt !== undefined) return formatInstant(sentAt, short);
  if (nextAttemptAt === undefined) return '—';
  if (nextAttemptAt <= now) return say(texts.dueNow);
  return say(texts.nextAttempt, { time: formatInstant(nextAttemptAt, short) });
};

const State = ({ state, say }: { readonly state: DeliveryRow['state']; readonly say: Say }) => (
  <span className="state">
    <StateDot state={dotOf[state]} />
    <span>{say(deliveryTexts[state])}</span>
  </span>
);

/** The answer in words, with what the server said exactly beside it. */
const Answer = ({ delivery, say }: { readonly delivery: DeliveryRow; readonly say: Say }) => {
  const answer = answerOf(delivery);
  const words = answer === undefined ? undefined : answerInWords(answer);
  return (
    <>
      {words && <span className="answer-words">{say(words)}</span>}
      <span className="hint">{answer ?? '—'}</span>
    </>
  );
};

const answerText = (delivery: DeliveryRow, say: Say): string => {
  const answer = answerOf(delivery);
  const words = answer === undefined ? undefined : answerInWords(answer);
  return [words && say(words), answer ?? '—'].filter(Boolean).join(' ');
};

/** The columns of each sending of a report to a recipient. */
export const deliveryColumns = (say: Say, now: Instant): readonly TableColumn<DeliveryRow>[] => [
  { id: 'day', name: texts.day, text: ({ day }) => day, order: ({ day }) => day, kind: 'head' },
  {
    id: 'version',
    name: texts.version,
    text: ({ version }) => versionName(version, say),
    order: ({ version }) => version,
    kind: 'name',
  },
  {
    id: 'recipient',
    name: texts.recipient,
    text: ({ recipient }) => recipient,
    order: ({ recipient }) => recipient,
    kind: 'address',
  },
  {
    id: 'state',
    name: texts.state,
    text: ({ state }) => say(deliveryTexts[state]),
    cell: ({ state }) => <State state={state} say={say} />,
    order: ({ state }) => state,
    kind: 'name',
  },
  {
    id: 'queued',
    name: texts.queuedAt,
    text: ({ queuedAt }) => formatInstant(queuedAt, short),
    order: ({ queuedAt }) => queuedAt,
    isSpare: true,
  },
  {
    id: 'sent',
    name: texts.sentAt,
    text: (delivery) => sentText(delivery, now, say),
    order: ({ sentAt }) => sentAt ?? Number.POSITIVE_INFINITY,
  },
  {
    id: 'attempts',
    name: texts.attempts,
    text: ({ attempts }) => String(attempts),
    order: ({ attempts }) => attempts,
    kind: 'number',
    isSpare: true,
  },
  {
    id: 'repeats',
    name: texts.repeats,
    text: ({ repeats }) => String(repeats),
    order: ({ repeats }) => repeats,
    kind: 'number',
  },
  {
    id: 'answer',
    name: texts.lastAnswer,
    text: (delivery) => answerText(delivery, say),
    cell: (delivery) => <Answer delivery={delivery} say={say} />,
    kind: 'answer',
  },
];

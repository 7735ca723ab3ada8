import { isSubjectName, subjectFacts } from '@tongcheng/shared/reports/subjects';
import type { DeliveryRow, RecipientRow, ReportRow } from '@tongcheng/shared/reports/wire';
import type { Text } from '@tongcheng/shared/text';
import { addDays, dayOf, hourOf, type Instant } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { answerInWords, answerOf } from './mail-answer';
import { reportMorningTexts as texts } from './morning-texts';
import { isOwn } from './recipient-next';

/** Failures of so many days are told, and so many of them one by one. */
const failureDays = 7;
const atMost = 5;
/** Reports of yesterday are there by this hour. */
const formedByHour = 6;
const failedOnly = '/reports?deliveries.state=failed';

const titleOf = (subject = 'rides'): Text =>
  isSubjectName(subject) ? subjectFacts[subject].title : { zh: subject, en: subject };

const line = (id: string, kind: MorningLine['kind'], words: MorningLine['words'], to: MorningLine['to']) => ({
  id,
  kind,
  words,
  to,
});

const failedLine = (delivery: DeliveryRow): MorningLine => {
  const answer = answerOf(delivery);
  const known = answer === undefined ? texts.unknownWhy : answerInWords(answer);
  const { day, recipient, deliveryId } = delivery;
  return line(
    `failed ${deliveryId}`,
    'wrong',
    (say) => say(texts.failed, { day, recipient, why: known ? say(known) : (answer ?? '') }),
    failedOnly,
  );
};

const failedLines = (deliveries: readonly DeliveryRow[]): readonly MorningLine[] => {
  const failed = deliveries.filter(({ state }) => state === 'failed');
  const further = failed.length - atMost;
  return [
    ...failed.slice(0, atMost).map(failedLine),
    ...(further > 0 ? [line('more-failed', 'wrong', (say) => say(texts.moreFailed, { n: further }), failedOnly)] : []),
  ];
};

/** How the reports of yesterday stand on one subject. */
const standing = (reports: readonly ReportRow[], deliveries: readonly DeliveryRow[], now: Instant) => {
  if (reports.length === 0) return hourOf(now) < formedByHour ? ('notYet' as const) : ('missing' as const);
  if (deliveries.length === 0) return 'toNobody';
  return deliveries.every(({ state }) => state === 'sent') ? 'arrived' : 'underWay';
};

const kindOf = {
  notYet: 'course',
  missing: 'wrong',
  toNobody: 'course',
  arrived: 'done',
  underWay: 'course',
} as const;

/** Yesterday's reports of the city: formed or not, sent or not; what failed in the last week; what waits to be released. */
export const reportLines = async ({
  call,
  may,
  city,
  now,
}: Asking<'reports.list-reports'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const day = addDays(dayOf(now), -1);
  const reply = await call('reports.list-reports', { city, from: addDays(day, 1 - failureDays), to: day });
  if (!reply.ok) return reply;
  // Older services name no subjects: then rides are due.
  const { reports, deliveries, subjects: due = ['rides'] } = reply.value;
  const subjects = [...new Set([...due, ...reports.map(({ subject = 'rides' }) => subject)])];
  const yesterday = subjects.map((name) => {
    const ofIt = (each: ReportRow | DeliveryRow) => each.day === day && (each.subject ?? 'rides') === name;
    const sendings = deliveries.filter(ofIt);
    const state = standing(reports.filter(ofIt), sendings, now);
    const done = sendings.filter((each) => each.state === 'sent').length;
    const fills = { day, done, n: sendings.length };
    return line(
      `yesterday ${name}`,
      kindOf[state],
      (say) => say(texts[state], { ...fills, title: say(titleOf(name)) }),
      '/reports',
    );
  });
  const waiting = may('reports.release-report') ? reports.filter(({ awaitsRelease }) => awaitsRelease) : [];
  const releases = waiting.map((report) =>
    line(
      `release ${report.reportId}`,
      'waits',
      (say) => say(texts.release, { day: report.day, title: say(titleOf(report.subject)) }),
      '/reports',
    ),
  );
  return { ok: true, value: [...failedLines(deliveries), ...releases, ...yesterday] };
};

const decisionLine = ({ recipientId, address, state }: RecipientRow): MorningLine =>
  line(
    `recipient ${recipientId}`,
    'waits',
    (say) => say(state === 'proposed' ? texts.add : texts.remove, { address }),
    '/recipients',
  );

/** Recipients whose addition or removal this official can decide. */
export const recipientLines = async ({
  call,
  may,
  official,
  city,
}: Asking<'reports.list-recipients'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('reports.list-recipients', { city });
  if (!reply.ok) return reply;
  const open = reply.value.recipients.filter(({ state }) => state === 'proposed' || state === 'removal-proposed');
  const mine = may('reports.decide-recipient') ? open.filter((each) => !isOwn(each, official)) : [];
  return { ok: true, value: mine.map(decisionLine) };
};

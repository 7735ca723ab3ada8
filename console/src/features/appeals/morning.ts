import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { appealMorningTexts as texts } from './texts';

/** How many appeals wait, how many are past their time, and when the next has to be answered. */
export const appealLines = async ({
  call,
  may,
  city,
  now,
}: Asking<'appeals.list-appeals'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('appeals.list-appeals', { city, state: 'waiting', limit: 100 });
  if (!reply.ok) return reply;
  const { appeals, waiting, overdue } = reply.value;
  const inTime = waiting - overdue;
  const next = appeals.find(({ dueAt }) => dueAt > now)?.dueAt;
  const kind = may('appeals.answer-appeal') ? 'waits' : 'course';
  const lines: MorningLine[] = [];
  if (overdue > 0)
    lines.push({ id: 'overdue', kind: 'wrong', words: (say) => say(texts.overdue, { n: overdue }), to: '/appeals' });
  if (inTime > 0)
    lines.push({
      id: 'waiting',
      kind,
      words: (say) => say(texts.waiting, { n: inTime }),
      to: '/appeals',
      ...(next !== undefined && { by: next }),
    });
  return { ok: true, value: lines };
};

import type { Asking, MorningLine } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { changeTexts } from './officials-texts';

/** Changes about officials that the reader can decide. */
export const officialLines = async ({
  call,
  may,
  city,
}: Asking<'oversight.list-official-changes'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('oversight.list-official-changes', { city });
  if (!reply.ok) return reply;
  const open = reply.value.changes.filter(({ standing, link }) => standing === 'decides' && !link);
  const mine = may('oversight.decide-official-change') ? open : [];
  return {
    ok: true,
    value: mine.map(({ changeId, kind, name, login, expiresAt }) => ({
      id: changeId,
      kind: 'waits',
      words: (say) => say(changeTexts[kind].title, { name: name ?? login }),
      to: '/officials',
      by: expiresAt,
    })),
  };
};

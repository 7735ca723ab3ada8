import type { Asking, MorningLine } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { authorityTexts, extractTexts } from './texts';

const maxListed = 200;

/** Requests for extracts that the reader can approve. */
export const extractLines = async ({
  call,
  may,
  city,
  official: { officialId },
}: Asking<'coaches.list-extracts'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('coaches.list-extracts', { city, limit: maxListed });
  if (!reply.ok) return reply;
  const open = reply.value.extracts.filter(({ state, requestedBy }) => state === 'open' && requestedBy !== officialId);
  const mine = may('coaches.decide-extract') ? open : [];
  return {
    ok: true,
    value: mine.map(({ extractId, recipient, expiresAt }) => ({
      id: extractId,
      kind: 'waits',
      words: (say) => say(extractTexts.waits, { recipient: say(authorityTexts[recipient]) }),
      to: '/coach-extracts',
      by: expiresAt,
    })),
  };
};

import { formatInstant } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { partName, serviceName, servicesMorningTexts as texts } from './services-texts';

const to = '/services';

/** Outside services that are away, and parts of the timer's work that failed. */
export const serviceLines = async ({
  call,
}: Asking<'oversight.get-operation'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('oversight.get-operation', {});
  if (!reply.ok) return reply;
  const away = reply.value.services.filter((each) => each.away);
  const failed = reply.value.timers.filter(({ ok }) => !ok);
  const awayLines = away.map(
    ({ service, failedAt = 0 }): MorningLine => ({
      ...{ id: `service ${service}`, kind: 'wrong', to },
      words: (say) =>
        say(texts.away, { service: say(serviceName(service)), time: formatInstant(failedAt, 'MM-DD HH:mm') }),
    }),
  );
  const failedLines = failed.map(
    ({ part, ranAt }): MorningLine => ({
      ...{ id: `timer ${part}`, kind: 'wrong', to },
      words: (say) => say(texts.failed, { part: say(partName(part)), time: formatInstant(ranAt, 'MM-DD HH:mm') }),
    }),
  );
  return { ok: true, value: [...awayLines, ...failedLines] };
};

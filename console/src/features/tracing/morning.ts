import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import type { Asking, MorningLine } from '../../client/morning';
import type { ServerReply } from '../../client/use-query';
import { tracingMorningTexts as texts } from './texts';
import { type CaseWaiting, readerOf, waitingOf } from './waiting';

const limit = 50;

const byWhen = (waiting: CaseWaiting): number | undefined => {
  if (waiting.kind === 'measure') return waiting.expiresAt;
  if (waiting.kind === 'names') return waiting.request.opensUntil;
  return waiting.kind === 'decide' || waiting.kind === 'other' ? waiting.request.expiresAt : undefined;
};

const lineOf = ({ caseId, number }: CaseRow, waiting: CaseWaiting): readonly MorningLine[] => {
  const { kind } = waiting;
  if (kind === 'nothing') return [];
  const by = byWhen(waiting);
  return [
    {
      id: caseId,
      kind: kind === 'decide' || kind === 'measure' ? 'waits' : 'course',
      words: (say) => say(texts[kind], { number }),
      to: `/tracing?tracing.case=${caseId}`,
      ...(by !== undefined && { by }),
    },
  ];
};

/** Cases that go on, those first that wait for the reader. A bureau of a city where another role approves is told nothing. */
export const caseLines = async ({
  call,
  official,
  city,
}: Asking<'tracing.list-cases'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('tracing.list-cases', { city, state: 'open', limit });
  if (!reply.ok) return reply.failure.code === 'trace-second-role-needed' ? { ok: true, value: [] } : reply;
  const reader = readerOf(official, reply.value.secondRole);
  return { ok: true, value: reply.value.cases.flatMap((each) => lineOf(each, waitingOf(each, reader))) };
};

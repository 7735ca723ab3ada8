import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Client } from '@tongcheng/shared/client';
import { type ServerReply, useQuery } from '../../client/use-query';

/** The queue of a city in one of its states. */
export type QueueState = 'waiting' | 'answered';

interface Queue {
  readonly appeals: readonly AppealRow[];
  readonly waiting: number;
  readonly overdue: number;
  readonly hasMore: boolean;
}

/** The queue is asked for again, so that a colleague's answer and a new appeal show by themselves. */
const everyMs = 30_000;
const limit = 100;

const readQueue = async (
  client: Client,
  { city, state, most }: { readonly city: string; readonly state: QueueState; readonly most: number },
): Promise<ServerReply<Queue>> => {
  const first = await client.call('appeals.list-appeals', { city, state, limit });
  if (!first.ok) return first;
  const { waiting, overdue } = first.value;
  const appeals: AppealRow[] = [...first.value.appeals];
  let after = first.value.next;
  while (after !== undefined && appeals.length < most) {
    const page = await client.call('appeals.list-appeals', { city, state, limit, after });
    if (!page.ok) return page;
    appeals.push(...page.value.appeals);
    after = page.value.next;
  }
  return { ok: true, value: { appeals, waiting, overdue, hasMore: after !== undefined } };
};

/** The queue, page after page until there are `most`, and again each half minute. */
export const useAppeals = (city: string, state: QueueState, most: number) =>
  useQuery((client) => readQueue(client, { city, state, most }), `${city}.${state}.${most}`, everyMs);

import type { OfficialRole } from '@tongcheng/shared/access';
import type { Client } from '@tongcheng/shared/client';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { type ServerReply, useQuery } from '../../client/use-query';

interface Wanted {
  readonly city: string;
  readonly state: CaseRow['state'];
  readonly most: number;
}

interface Cases {
  readonly cases: readonly CaseRow[];
  readonly hasMore: boolean;
  /** The role to which the city gave the second key. */
  readonly secondRole: OfficialRole;
}

/** Asked for again, so that the other person's approval, and an end that somebody else made, show by themselves. */
const everyMs = 15_000;
const limit = 50;

async function readCases(client: Client, { city, state, most }: Wanted): Promise<ServerReply<Cases>> {
  const cases: CaseRow[] = [];
  let after: string | undefined;
  let secondRole: OfficialRole;
  do {
    const input = { city, state, limit, ...(after !== undefined && { after }) };
    const page = await client.call('tracing.list-cases', input);
    if (!page.ok) return page;
    cases.push(...page.value.cases);
    ({ next: after, secondRole } = page.value);
  } while (after !== undefined && cases.length < most);
  return { ok: true, value: { cases, hasMore: after !== undefined, secondRole } };
}

/** The cases of a city in one of their states, page after page until there are `most`. */
export const useCases = (wanted: Wanted) =>
  useQuery((client) => readCases(client, wanted), `${wanted.city}.${wanted.state}.${wanted.most}`, everyMs);

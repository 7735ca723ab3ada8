import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { OfficialRole } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import { hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { allRoutes } from '../../host/functions';
import { factsOf } from './build-city';
import { city, days } from './city-of-cases';

const Answered = z.object({ ok: z.boolean(), value: z.unknown().optional(), failure: z.unknown().optional() });
const Opened = z.object({ caseId: z.string() });
const Asked = z.object({ requestId: z.string(), digest: z.string() });
const Names = z.object({
  total: z.number(),
  riders: z.array(z.object({ person: z.object({ name: z.string() }).optional() })),
});

/** What the interface gave of one case: rows that no product wrote are only worth measuring where it opens them as its own. */
export interface ApiFound {
  readonly riders: number;
  /** Of them those whose name and contact opened, in the first page. */
  readonly named: number;
  readonly asked: number;
  /** Counting, from the request to its answer: session, entry in the access log and all. */
  readonly countMs: readonly number[];
}

/** The case of a rider from end to end by the interface's endpoints, two officials, edge included. */
export async function throughTheApi(needs: Container, rider: number): Promise<ApiFound> {
  const answer = makeAnswer(allRoutes);
  const as = (official: string, role: OfficialRole) => {
    const session = newId(needs.clock.now(), needs.chance.bytes);
    const life = { session, issuedAt: needs.clock.now(), expiresAt: needs.clock.now() + hourMs };
    const bearer = needs.tokens.issue({ kind: 'official', ...life, official, roles: [role], cities: [city] });
    return async (name: string, asked: object): Promise<unknown> => {
      const body = JSON.stringify(asked);
      const reply = await answer(needs, { name, body, bodyBytes: body.length, address: '10.1.2.3', bearer });
      const { ok, value, failure } = Answered.parse(JSON.parse(reply.body));
      if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(failure)}`);
      return value;
    };
  };
  const [asker, second] = [as('asker', 'health'), as('second', 'health-supervisor')];
  const { documentKind, documentNumber } = factsOf(rider);
  const { caseId } = Opened.parse(
    await asker('tracing.open-case', {
      ...{ city, number: `BENCH-${rider}`, legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
      ...{ infectiousFrom: days[0], infectiousTo: days.at(-1), documentKind, documentNumber },
    }),
  );
  const countMs: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const startedAt = performance.now();
    await asker('tracing.count-exposed', { caseId });
    countMs.push(performance.now() - startedAt);
  }
  const { requestId, digest } = Asked.parse(await asker('tracing.request-names', { caseId }));
  await second('tracing.decide-request', { requestId, digest, approve: true });
  const limit = 100;
  const { total, riders } = Names.parse(await asker('tracing.open-names', { requestId, limit }));
  return { riders: total, named: riders.filter(({ person }) => person).length, asked: Math.min(limit, total), countMs };
}

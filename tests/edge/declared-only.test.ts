import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { route } from '@tongcheng/cloudfunctions/edge/route';
import { anyone } from '@tongcheng/shared/access';
import { endpoint } from '@tongcheng/shared/endpoint';
import { ok } from '@tongcheng/shared/result';
import * as z from 'zod';
import { openTown, type Town } from '../world/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const declared = endpoint({
  name: 'tests.tell',
  summary: { zh: '试', en: 'A trial' },
  access: anyone,
  input: z.strictObject({}),
  output: z.strictObject({ told: z.string(), more: z.array(z.strictObject({ part: z.number() })) }),
  failures: [],
});

const tell = async (value: { readonly told: string; readonly more: { part: number }[] }) => {
  const answer = makeAnswer([route(declared, async (_needs: typeof town.needs) => ok(value))]);
  return answer(town.needs, { name: declared.name, body: '{}', bodyBytes: 2, address: 'x' });
};

test('what is declared leaves', async () => {
  const value = { told: 'a', more: [{ part: 1 }] };
  expect(JSON.parse((await tell(value)).body)).toMatchObject({ ok: true, value });
});

test.each([
  ['a field of a record', { told: 'a', more: [], documentNumber: '演示证件号码' }],
  ['a field further in', { told: 'a', more: [{ part: 1, name: '演示王小明' }] }],
  ['a value of another kind', JSON.parse('{"told":5,"more":[]}')],
])('%s that is not declared never leaves: a fault, and the answer holds nothing of it', async (_what, value) => {
  const reply = await tell(value);
  expect(reply.status).toBe(503);
  expect(JSON.parse(reply.body)).toMatchObject({ ok: false, failure: { code: 'fault' } });
  expect(reply.body).not.toContain('演示');
  expect(town.faults.splice(0).join()).not.toContain('演示');
});

import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { createClient, type Transport } from '@tongcheng/shared/client';
import { allRoutes } from '../../host/functions';
import { openTown, type Town } from '../world/town';

const over = (transport: Transport, token?: string) => createClient(transport, () => token);
const answering = (status: number, body: unknown) => over(async () => ({ status, body }));

test('offline is an answer with its own words, and may be tried again', async () => {
  const offline = over(async () => {
    throw new TypeError('fetch failed');
  });
  const answer = await offline.call('cards.list-cards', {});
  expect(answer).toMatchObject({ ok: false, failure: { code: 'no-network', retry: 'later' } });
  if (!answer.ok) expect([answer.failure.zh, answer.failure.en].every((text) => text.length > 8)).toBe(true);
});

test.each([
  ['a page of a proxy', 502, '<html><h1>502 Bad Gateway</h1></html>'],
  ['nothing', 200, undefined],
  ['null', 200, null],
  ['a text', 200, 'ok'],
  ['a number', 500, 500],
  ['a list', 200, []],
  ['another JSON', 500, { error: 'Internal Server Error', statusCode: 500 }],
  ['ok without a value', 200, { ok: true }],
  ['a refusal without a failure', 500, { ok: false }],
  ['a refusal whose failure is a text', 500, { ok: false, failure: 'x' }],
  ['a refusal without words', 500, { ok: false, failure: { code: 'x' } }],
  ['ok as a text', 200, { ok: 'true', value: {} }],
  ['a failure called ok', 200, { ok: 1, value: {} }],
])('%s counts as no answer', async (_what, status, body) => {
  expect(await answering(status, body).call('cards.list-cards', {})).toMatchObject({
    ok: false,
    failure: { code: 'no-answer', retry: 'later', zh: expect.any(String), en: expect.any(String) },
  });
});

test('a transport that throws at once harms nobody', async () => {
  const broken = createClient(
    () => {
      throw new Error('no radio');
    },
    () => undefined,
  );
  expect(await broken.call('cards.list-cards', {})).toMatchObject({ ok: false, failure: { code: 'no-network' } });
});

describe('over the real edge', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  const transport: Transport = async ({ path, token, body }) => {
    const text = JSON.stringify(body);
    const asked = { name: path.slice('/api/'.length), body: text, bodyBytes: Buffer.byteLength(text), address: 'x' };
    const reply = await makeAnswer(allRoutes)(town.needs, token === undefined ? asked : { ...asked, bearer: token });
    return { status: reply.status, body: JSON.parse(reply.body) };
  };

  test('a value arrives with the server’s clock', async () => {
    const answer = await over(transport).call('venues.get-city', { city: '420100' });
    expect(answer).toMatchObject({ ok: true, value: { city: '420100' }, serverAt: expect.any(Number) });
  });

  test('a refusal arrives with its words; the token goes as a bearer and nowhere else', async () => {
    const seen: unknown[] = [];
    const spied: Transport = (request) => {
      seen.push(request);
      return transport(request);
    };
    expect(await over(spied, 'a1.x.y').call('cards.list-cards', {})).toMatchObject({
      ok: false,
      failure: { code: 'not-signed-in', retry: 'after-change' },
    });
    expect(seen).toEqual([{ path: '/api/cards.list-cards', token: 'a1.x.y', body: {} }]);
  });
});

import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { isTimer } from '@tongcheng/cloudfunctions/edge/events/timer';
import { onTimer, requestOf, serve } from '@tongcheng/cloudfunctions/edge/serve';
import { officialRoles } from '@tongcheng/shared/access';
import { allRoutes } from '../../host/functions';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const main = (event: unknown) => serve(async () => town.needs, allRoutes)(event);
const http = (more: Record<string, unknown> = {}) => ({
  path: '/api/venues.get-city',
  httpMethod: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{}',
  isBase64Encoded: false,
  requestContext: { sourceIp: '203.0.113.9', requestId: 'r' },
  queryStringParameters: {},
  multiValueHeaders: {},
  ...more,
});

test('an HTTP access event is answered as JSON that nobody keeps', async () => {
  const reply = await main(http());
  expect(reply).toMatchObject({
    statusCode: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
  expect(JSON.parse(String(reply.body))).toMatchObject({ ok: true, value: { city: '420100' } });
});

test('a base64 body is read, and its size is counted after decoding', async () => {
  const packed = Buffer.from('{"city":"420200"}').toString('base64');
  const reply = await main(http({ body: packed, isBase64Encoded: true }));
  expect(JSON.parse(String(reply.body))).toMatchObject({ ok: true, value: { city: '420200' } });
  const large = Buffer.from(`{"city":"${'4'.repeat(70_000)}"}`).toString('base64');
  expect((await main(http({ body: large, isBase64Encoded: true }))).statusCode).toBe(413);
});

test('a session is read from the header in any case, and only as a bearer', async () => {
  const token = officialToken(town, officialRoles);
  const asked = { path: '/api/reports.list-recipients', body: '{"city":"420100"}' };
  for (const name of ['authorization', 'Authorization', 'AUTHORIZATION'])
    expect((await main(http({ ...asked, headers: { [name]: `Bearer ${token}` } }))).statusCode).toBe(200);
  for (const value of [token, `bearer ${token}`, `Basic ${token}`])
    expect((await main(http({ ...asked, headers: { authorization: value } }))).statusCode).toBe(401);
  expect(
    (await main(http({ ...asked, headers: {}, body: JSON.stringify({ city: '420100', authorization: token }) })))
      .statusCode,
  ).toBe(401);
});

test.each([
  ['a call by name', { name: 'rides.live-figures', city: '420100' }],
  ['a call by name that looks like HTTP', http({ userInfo: { appId: 'a', openId: 'o' } })],
  ['a call by name with its context', http({ tcbContext: {} })],
  ['a timer', { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '', Message: '' }],
  ['another method', http({ httpMethod: 'GET' })],
  ['nothing', undefined],
  ['null', null],
  ['a text', 'POST /api/venues.get-city'],
  ['a list', [http()]],
  ['headers of another kind', http({ headers: 'authorization: Bearer x' })],
  ['a body of another kind', http({ body: { city: '420100' } })],
])('%s gains nothing from a function that serves HTTP', async (_what, event) => {
  expect(await main(event)).toEqual({ statusCode: 404, headers: {}, body: '' });
});

test('only the cloud’s timer starts a timer’s work', async () => {
  let runs = 0;
  const timer = onTimer(
    async () => town.needs,
    async () => {
      runs += 1;
    },
  );
  const real = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-20T23:05:00Z', Message: '' };
  const forged = [
    http({ body: JSON.stringify(real) }),
    http(real),
    { ...real, userInfo: { appId: 'a', openId: 'o' } },
    { ...real, tcbContext: {} },
    { ...real, path: '/daily-report' },
    { Type: 'timer', TriggerName: 'x' },
    { data: real },
    JSON.stringify(real),
    undefined,
  ];
  for (const event of forged) {
    await timer(event);
    expect(isTimer(event)).toBe(false);
  }
  expect(runs).toBe(0);
  await timer(real);
  expect(runs).toBe(1);
});

test('the name of an operation is the last part of the path, whatever route the cloud puts before it', () => {
  expect(requestOf(http({ path: '/rides/api/rides.record-scan' }))).toMatchObject({
    name: 'rides.record-scan',
    address: '203.0.113.9',
  });
  expect(requestOf(http({ path: 'rides.record-scan' }))).toMatchObject({ name: 'rides.record-scan' });
  expect(requestOf(http({ requestContext: undefined }))).toMatchObject({ address: 'unknown' });
});

test('what HTTP access brings is answered as the gateway answers it', async () => {
  const same = await makeAnswer(allRoutes)(town.needs, {
    name: 'cards.list-cards',
    body: '{}',
    bodyBytes: 2,
    address: 'x',
  });
  const { serverAt: _one, ...told } = JSON.parse(String((await main(http({ path: '/api/cards.list-cards' }))).body));
  const { serverAt: _other, ...expected } = JSON.parse(same.body);
  expect(told).toEqual(expected);
});

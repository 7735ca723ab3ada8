import { isTimer } from '@tongcheng/cloudfunctions/edge/events/timer';
import { onTimer, requestOf, serve } from '@tongcheng/cloudfunctions/edge/serve';
import { officialRoles } from '@tongcheng/shared/access';
import * as fc from 'fast-check';
import { allRoutes } from '../../host/functions';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const main = (event: unknown, context?: unknown) => serve(async () => town.needs, allRoutes)(event, context);
const guarded = allRoutes
  .filter(({ endpoint }) => endpoint.access.who !== 'anyone')
  .map(({ endpoint }) => endpoint.name);

/** Fields that some entrance of the cloud knows, with anything in them, beside anything else. */
const fields = {
  path: fc.oneof(fc.constantFrom(...guarded.map((name) => `/api/${name}`)), fc.string()),
  httpMethod: fc.oneof(fc.constant('POST'), fc.string()),
  headers: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.constant({ authorization: 'Bearer forged' })),
  body: fc.oneof(fc.constant('{}'), fc.string(), fc.json()),
  isBase64Encoded: fc.boolean(),
  requestContext: fc.oneof(fc.constant({ sourceIp: '1.2.3.4' }), fc.anything()),
  userInfo: fc.constant({ appId: 'wx0', openId: 'o-forged' }),
  tcbContext: fc.anything(),
  Type: fc.constantFrom('Timer', 'timer', 'http'),
  TriggerName: fc.string(),
  Time: fc.string(),
  Message: fc.string(),
  openId: fc.string(),
  caller: fc.constant({ kind: 'official', roles: officialRoles }),
  httpContext: fc.constant({ url: 'http://x/api/reports.list-reports', httpMethod: 'POST', headers: {} }),
  __proto__: fc.constant({ kind: 'official' }),
};
const forged = fc.oneof(
  { weight: 6, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  { weight: 2, arbitrary: fc.record(fields, { requiredKeys: ['path', 'httpMethod', 'headers', 'body'] }) },
  { weight: 1, arbitrary: fc.anything() },
);

/** How the cloud tells that a person or program called by name: in the new form and in the old one. */
const named = fc
  .tuple(
    fc.constantFrom('WX_OPENID', 'QQ_OPENID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID'),
    fc.stringMatching(/^[a-z0-9]{1,20}$/),
  )
  .chain(([name, value]) =>
    fc.constantFrom(
      { environment: JSON.stringify({ TCB_SOURCE_IP: '203.0.113.1', [name]: value }) },
      { environ: `SCF_NAMESPACE=x;${name}=${value}` },
      { environment: JSON.stringify({ TCB_ISANONYMOUS_USER: 'true' }) },
      { environment: '{not json' },
      { environment: 7 },
    ),
  );

const nothing = { statusCode: 404, headers: {}, body: '' };

test('no event of any shape, from any entrance, acts for a person without a session', async () => {
  const contexts = fc.oneof(fc.constant(undefined), fc.constant({}), named, fc.anything());
  await fc.assert(
    fc.asyncProperty(forged, contexts, async (event, context) => {
      const reply = await main(event, context);
      expect([400, 401, 404, 413]).toContain(reply.statusCode);
    }),
    { numRuns: 600 },
  );
});

test('who calls by name gains nothing, be the event a true one with a true session', async () => {
  const token = officialToken(town, officialRoles);
  const real = {
    path: '/api/reports.list-recipients',
    httpMethod: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{"city":"420100"}',
  };
  expect((await main(real, {})).statusCode).toBe(200);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant(real), forged), named, async (event, context) => {
      expect(await main(event, context)).toEqual(nothing);
    }),
    { numRuns: 300 },
  );
});

test('nobody starts a timer’s work: not by name, not through the framework, not by an event with a field too many', async () => {
  let runs = 0;
  const timer = onTimer(
    async () => town.needs,
    async () => {
      runs += 1;
    },
  );
  const real = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-20T23:05:00Z', Message: '' };
  const framework = { httpContext: { url: 'http://x/daily-report', httpMethod: 'POST', headers: {} } };
  const strange = fc.constantFrom(framework, { httpContext: null }, { httpContext: 'x' });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant(real), forged), fc.oneof(named, strange), async (event, context) => {
      await timer(event, context);
      expect(runs).toBe(0);
    }),
  );
  const more = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.anything(), { minKeys: 1 });
  fc.assert(fc.property(more, (extra) => !isTimer({ ...real, ...extra }, {})));
  await timer(real, { environment: JSON.stringify({ TCB_SOURCE_IP: '', TCB_ISANONYMOUS_USER: 'false' }) });
  expect(runs).toBe(1);
});

test('the address for limits is the cloud’s word first, and never what a caller put before it', () => {
  const event = (more: object) => ({ path: '/x', httpMethod: 'POST', headers: {}, ...more });
  const told = { environment: JSON.stringify({ TCB_SOURCE_IP: '203.0.113.9' }) };
  const forwarded = { 'X-Forwarded-For': '9.9.9.9, 198.51.100.7' };
  expect(requestOf(event({ headers: forwarded, requestContext: { sourceIp: '192.0.2.1' } }), told)?.address).toBe(
    '203.0.113.9',
  );
  expect(requestOf(event({ headers: forwarded, requestContext: { sourceIp: '192.0.2.1' } }))?.address).toBe(
    '192.0.2.1',
  );
  expect(requestOf(event({ headers: forwarded, requestContext: { envId: 'e' } }))?.address).toBe('198.51.100.7');
  expect(requestOf(event({}))?.address).toBe('unknown');
});

describe('the functions framework', () => {
  const context = (path: string, headers: object = {}, httpMethod = 'POST') => ({
    eventID: 'e',
    eventType: 'http',
    httpContext: { url: `http://127.0.0.1:3000${path}`, httpMethod, headers },
  });

  test('a parsed body, a raw one and none are the same request as over HTTP', async () => {
    for (const event of [{ city: '420200' }, '{"city":"420200"}', Buffer.from('{"city":"420200"}')]) {
      const reply = await main(event, context('/api/venues.get-city?x=1'));
      expect(JSON.parse(String(reply.body))).toMatchObject({ ok: true, value: { city: '420200' } });
    }
    expect((await main(undefined, context('/api/venues.get-city'))).statusCode).toBe(200);
  });

  test('other methods, forms and files bring no request', async () => {
    expect(await main({}, context('/api/venues.get-city', {}, 'GET'))).toEqual(nothing);
    for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      expect(await main({}, context('/api/venues.get-city', { 'content-type': type }))).toEqual(nothing);
  });

  test('many at once: each answer is of its own session, whatever the environment says', async () => {
    process.env.WX_OPENID = 'somebody-else';
    const tokens = Array.from({ length: 40 }, (_, place) =>
      place % 2 === 0 ? officialToken(town, officialRoles) : 'none',
    );
    const replies = await Promise.all(
      tokens.map((token) =>
        main({ city: '420100' }, context('/api/reports.list-recipients', { authorization: `Bearer ${token}` })),
      ),
    );
    delete process.env.WX_OPENID;
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(tokens.map((token) => (token === 'none' ? 401 : 200)));
  });
});

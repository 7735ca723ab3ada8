import { endpoints } from '@tongcheng/shared/api';
import type { Endpoint } from '@tongcheng/shared/endpoint';
import { type Answered, openTown, type Town } from '../world/town';
import { deviceToken, enrolled, officialToken, staffToken } from '../world/town-sessions';
import { complaintOf } from './fuzz';
import { fieldsOf } from './inputs';

let town: Town;
let riderToken: string;

beforeAll(async () => {
  town = await openTown();
  riderToken = (await enrolled(town, 1)).accessToken;
});
afterAll(() => town.close());
afterEach(() => expect(town.faults).toEqual([]));

function tokenFor({ access }: Endpoint): string | undefined {
  if (access.who === 'anyone' || access.who === 'partner') return undefined;
  if (access.who === 'device') return deviceToken(town, 'gate');
  if (access.who === 'official') return officialToken(town, access.roles);
  return access.who === 'staff' ? staffToken(town, access.roles[0] ?? 'crew', ['420100-bus-e1-01']) : riderToken;
}

const askRaw = (endpoint: Endpoint, body: string): Promise<Answered> =>
  town.askRaw(endpoint.name, body, tokenFor(endpoint));

/** Refused with this code, in the form and with the texts of the catalogue. */
function expectRefused(told: Answered, code: string) {
  expect({ code: told.failure?.code, complaint: complaintOf(told) }).toEqual({ code, complaint: undefined });
}

const named = endpoints.map((endpoint) => [endpoint.name, endpoint] as const);

test('the table of endpoints is seen', () => expect(named.length).toBeGreaterThan(35));

describe.each(named)('%s refuses', (_name, endpoint) => {
  const largest = endpoint.largestBodyBytes ?? 64 * 1_024;

  it('a body past its size, whatever is inside, and counts bytes', async () => {
    expectRefused(await askRaw(endpoint, `{"x":"${'a'.repeat(largest + 1)}"}`), 'too-large');
    expectRefused(await askRaw(endpoint, `"${'乘'.repeat(Math.ceil(largest / 3))}"`), 'too-large');
    expectRefused(await askRaw(endpoint, ' '.repeat(largest + 1)), 'too-large');
  });

  it.each([
    ['17 deep', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['17 lists deep', `${'['.repeat(17)}${']'.repeat(17)}`],
    ['deep without an end', '['.repeat(60_000)],
    ['no JSON', '{"a":'],
    ['a form', 'a=1&b=2'],
    ['a page', '<html></html>'],
    ['two values', '{}{}'],
    ['a number out of JSON', 'NaN'],
    ['a list', '[]'],
    ['a text', '"a"'],
    ['a number', '5'],
    ['null', 'null'],
    ['true', 'true'],
    ['an unknown field', '{"unknown":1}'],
    ['a field named __proto__', '{"__proto__":{"kind":"official"}}'],
    ['one in disguise', '{"\\u005f_proto__":{"kind":"official"}}'],
    ['one further in', '{"city":{"__proto__":[]}}'],
    ['a field named constructor', '{"constructor":{"prototype":{"kind":"official"}}}'],
    ['half a character', '{"city":"\\ud800"}'],
    ['the other half', '{"city":"\\udc00\\ud800"}'],
    ['NUL', '{"city":"\\u0000"}'],
    ['NUL in a name', '{"\\u0000":1}'],
  ])('%s', async (_what, body) => expectRefused(await askRaw(endpoint, body), 'invalid-input'));

  it.each([
    ['too-deep', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['odd-text', '{"city":"\\ud800"}'],
    ['odd-text', '{"name":"\\u0000"}'],
    ['odd-text', '{"\\u005f_proto__":{}}'],
    ['not-json', '{'],
  ])('and says that it is %s before anything reads it', async (problem, body) => {
    expect((await askRaw(endpoint, body)).failure?.details).toEqual({ problem });
  });

  it('in each of its fields: operators, lists, objects, texts without end', async () => {
    const wrong = [
      { $gt: '' },
      { in: ['a', 'b'] },
      { gte: 0 },
      { $where: 'sleep(1)' },
      [['a']],
      'x'.repeat(50_000),
      null,
    ];
    for (const field of fieldsOf(endpoint))
      for (const value of wrong) {
        const told = await askRaw(endpoint, JSON.stringify({ [field]: value }));
        expect([field, value, told.failure?.code, complaintOf(told)]).toEqual([
          field,
          value,
          expect.stringMatching(/^(invalid-input|city-unknown|file-unreadable)$/),
          undefined,
        ]);
      }
  });
});

test('an operation that nobody has is refused in the same form', async () => {
  for (const name of ['', 'nothing', '__proto__', 'constructor', 'rides.record-scan ', 'RIDES.RECORD'])
    expectRefused(await town.ask(name, {}), 'unknown-operation');
});

test('a cursor that is none of ours is the caller’s, at any depth of the store', async () => {
  const { CursorRefused } = await import('@tongcheng/cloudfunctions/ports/document-store');
  const broken = { ...town.needs, callerOf: () => Promise.reject(new CursorRefused()) };
  const reply = await town.answer(broken, {
    name: 'cards.list-cards',
    body: '{}',
    bodyBytes: 2,
    address: 'x',
    bearer: 'x',
  });
  expect(JSON.parse(reply.body)).toMatchObject({ failure: { code: 'invalid-input' } });
  expect(reply.status).toBe(400);
});

test('a fault gives its id and nothing else; the log has the rest', async () => {
  const broken = { ...town.needs, callerOf: () => Promise.reject(new Error('the name of 演示王小明')) };
  const reply = await town.answer(broken, { name: 'cards.list-cards', body: '{}', bodyBytes: 2, address: 'x' });
  expect(reply).toMatchObject({ status: 503, retryAfterSeconds: 2 });
  expect(reply.body).not.toContain('演示');
  const { failure } = JSON.parse(reply.body);
  expect(town.faults.splice(0).join()).toContain(failure.details.faultId);
});

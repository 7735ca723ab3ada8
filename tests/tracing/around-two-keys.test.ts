import { tracingCases } from '@tongcheng/cloudfunctions/app/tracing/cases/case-record';
import { indexRiders } from '@tongcheng/cloudfunctions/app/tracing/cases/index-rider-record';
import { type TraceRequestRecord, traceRequests } from '@tongcheng/cloudfunctions/app/tracing/cases/request-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { endpoints } from '@tongcheng/shared/api';
import { addDays, hourMs } from '@tongcheng/shared/time';
import type { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { deviceToken, enrolled, staffToken } from '../world/town-sessions';
import { type Asked, as, askedFor, caseAbout, openedCase, outcome, rideTogether, townAtTen } from './cases-town';

jest.setTimeout(120_000);

let town: Town;
let caseId: string;
let asked: Asked;
beforeAll(async () => {
  town = await townAtTen();
  await rideTogether(town, [1, 2, 3]);
});
beforeEach(async () => {
  caseId = await openedCase(town, 1);
  asked = await askedFor(town, caseId);
});
afterAll(() => town.close());

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const decide = (more: object = {}) => ({ ...asked, approve: true, ...more });
const opening = () => ({ requestId: asked.requestId, limit: 50 });
const opened = () => asker('tracing.open-names', opening());

/** What a stored request is made into by somebody who can write to the store. */
async function forge(change: Partial<TraceRequestRecord>): Promise<void> {
  const held = await town.needs.store.get(traceRequests, asked.requestId);
  if (!held) throw new Error('no request');
  const { _v, ...request } = held;
  await town.needs.store.update(traceRequests, { ...request, ...change }, _v);
}

/** The city with other settings of tracing; instances read them again after five seconds. */
async function change(tracing: CapabilitySettings['tracing']): Promise<void> {
  const held = await town.needs.store.get(cities, '420100');
  if (!held) throw new Error('no city');
  const { _v, ...city } = held;
  const { tracing: _tracing, ...others } = city.settings.capabilities ?? {};
  const settings = CitySettings.parse({ ...city.settings, capabilities: { ...others, ...(tracing && { tracing }) } });
  await town.needs.store.update(cities, { ...city, settings }, _v);
  town.pass(6_000);
}
const usual: NonNullable<CapabilitySettings['tracing']> = {
  ...{ parameters: [], secondRole: 'health-supervisor', namesOpenHours: 48 },
};

test('X-05 nobody approves their own request, in whatever roles, nor in a role that the city did not name', async () => {
  const own = as(town, 'asker', ['health', 'health-supervisor']);
  expect(await outcome(own('tracing.decide-request', decide()))).toBe('trace-second-person-needed');
  const bureau = as(town, 'second', ['bureau', 'health']);
  expect(await outcome(bureau('tracing.decide-request', decide()))).toBe('trace-second-role-needed');
  expect(await outcome(bureau('tracing.list-cases', { city: '420100', state: 'open', limit: 5 }))).toBe('ok');
  const alone = as(town, 'third', ['bureau']);
  expect(await outcome(alone('tracing.list-cases', { city: '420100', state: 'open', limit: 5 }))).toBe(
    'trace-second-role-needed',
  );
  expect(await outcome(opened())).toBe('names-not-open');
});

test('W-28 a bureau that the city names approves by the counts and opens no names', async () => {
  await change({ ...usual, secondRole: 'bureau' });
  const fresh = await askedFor(town, await openedCase(town, 1));
  const bureau = as(town, 'bureau-1', ['bureau']);
  expect(await outcome(supervisor('tracing.decide-request', { ...fresh, approve: true }))).toBe(
    'trace-second-role-needed',
  );
  expect(await outcome(bureau('tracing.decide-request', { ...fresh, approve: true }))).toBe('ok');
  expect(await outcome(bureau('tracing.open-names', { requestId: fresh.requestId, limit: 5 }))).toBe('not-allowed');
  expect(await outcome(asker('tracing.open-names', { requestId: fresh.requestId, limit: 5 }))).toBe('ok');
  await change(usual);
});

test.each([
  ['another city', ['420200']],
  ['no city', []],
])('X-05 officials of %s find neither case nor request', async (_of, places) => {
  const stranger = as(town, 'stranger', ['health', 'health-supervisor', 'bureau'], places);
  expect(await outcome(stranger('tracing.decide-request', decide()))).toBe('trace-request-unknown');
  expect(await outcome(stranger('tracing.open-names', opening()))).toBe('trace-request-unknown');
  expect(await outcome(stranger('tracing.count-exposed', { caseId }))).toBe('case-unknown');
  expect(await outcome(stranger('tracing.open-case', caseAbout(town, 1)))).toBe('city-unknown');
});

test('X-05 riders, staff, devices and whoever has no session are refused everywhere', async () => {
  const rider = (await enrolled(town, 5)).accessToken;
  const bearers = [undefined, rider, staffToken(town, 'desk', []), deviceToken(town, 'gate')];
  const asks = [
    ['tracing.open-case', caseAbout(town, 1)],
    ['tracing.list-cases', { city: '420100', state: 'open', limit: 5 }],
    ['tracing.count-exposed', { caseId }],
    ['tracing.request-names', { caseId }],
    ['tracing.decide-request', decide()],
    ['tracing.open-names', opening()],
    ['tracing.end-request', { requestId: asked.requestId, reason: 'x' }],
    ['tracing.close-case', { caseId }],
  ] as const;
  for (const bearer of bearers)
    for (const [name, body] of asks)
      expect(['not-signed-in', 'not-allowed']).toContain(await outcome(town.ask(name, body, bearer)));
});

test('X-05 every endpoint of tracing, whatever is added, is refused to riders, staff, devices and nobody; names open to no bureau', async () => {
  const names = endpoints.map(({ name }) => name).filter((name) => name.startsWith('tracing.'));
  expect(names.length).toBeGreaterThanOrEqual(15);
  const rider = (await enrolled(town, 6)).accessToken;
  for (const bearer of [undefined, rider, staffToken(town, 'desk', []), deviceToken(town, 'gate')])
    for (const name of names)
      expect(['not-signed-in', 'not-allowed']).toContain(await outcome(town.ask(name, {}, bearer)));
  const bureau = as(town, 'bureau', ['bureau', 'administrator', 'operator', 'auditor']);
  const decides = ['tracing.list-cases', 'tracing.list-measures', 'tracing.decide-request', 'tracing.decide-measure'];
  for (const name of names.filter((each) => !decides.includes(each)))
    expect([name, await outcome(bureau(name, {}))]).toEqual([name, 'not-allowed']);
});

test('X-05 an approval holds for the request that was looked at: no other digest, none twice, none after a day', async () => {
  const [flipped] = asked.digest.startsWith('A') ? ['B'] : ['A'];
  const digest = `${flipped}${asked.digest.slice(1)}`;
  expect(await outcome(supervisor('tracing.decide-request', decide({ digest })))).toBe('trace-request-changed');
  const other = await askedFor(town, await openedCase(town, 2));
  expect(await outcome(supervisor('tracing.decide-request', { ...other, digest: asked.digest, approve: true }))).toBe(
    'trace-request-changed',
  );
  expect(await outcome(supervisor('tracing.decide-request', decide()))).toBe('ok');
  expect(await outcome(supervisor('tracing.decide-request', decide()))).toBe('trace-request-decided');
  expect(await outcome(asker('tracing.open-names', { requestId: other.requestId, limit: 5 }))).toBe('names-not-open');
  town.pass(24 * hourMs);
  expect(await outcome(supervisor('tracing.decide-request', { ...other, approve: true }))).toBe(
    'trace-request-expired',
  );
});

test('X-05 of two approvals at once one holds; after a rejection none does', async () => {
  const third = as(town, 'third', ['health-supervisor']);
  const both = [supervisor, third].map((ask) => outcome(ask('tracing.decide-request', decide())));
  expect((await Promise.all(both)).sort()).toEqual(['ok', 'trace-request-decided']);
  const fresh = await askedFor(town, await openedCase(town, 1));
  expect(await outcome(supervisor('tracing.decide-request', { ...fresh, approve: false }))).toBe('ok');
  expect(await outcome(supervisor('tracing.decide-request', { ...fresh, approve: true }))).toBe(
    'trace-request-decided',
  );
  expect(await outcome(asker('tracing.open-names', { requestId: fresh.requestId, limit: 5 }))).toBe('names-not-open');
});

describe('X-05 whoever can write to the store opens nothing by it', () => {
  const approved = () => {
    const now = town.needs.clock.now();
    return { state: 'approved', decidedBy: 'second', decidedAt: now, opensUntil: now + hourMs } as const;
  };

  test('by an approval of their own making, or one moved from another request', async () => {
    await forge(approved());
    expect(await outcome(opened())).toBe('trace-request-changed');
    await forge({ approval: 'A'.repeat(43) });
    expect(await outcome(opened())).toBe('trace-request-changed');
    const mine = await askedFor(town, await openedCase(town, 1));
    await supervisor('tracing.decide-request', { ...mine, approve: true });
    const right = await town.needs.store.get(traceRequests, mine.requestId);
    const { approval, decidedAt, opensUntil, digest } = right ?? {};
    if (approval === undefined || digest === undefined) throw new Error('no approval');
    await forge({ approval, digest, ...(decidedAt && { decidedAt }), ...(opensUntil && { opensUntil }) });
    expect(await outcome(opened())).toBe('trace-request-changed');
  });

  test('by naming themselves, or a later end, in an approval that is real', async () => {
    await supervisor('tracing.decide-request', decide());
    expect(await outcome(opened())).toBe('ok');
    const now = town.needs.clock.now();
    await forge({ opensUntil: now + 1_000 * hourMs });
    expect(await outcome(opened())).toBe('trace-request-changed');
    await forge({ opensUntil: now + 48 * hourMs, decidedBy: 'thief' });
    const thief = as(town, 'thief', ['health']);
    expect(await outcome(thief('tracing.open-names', opening()))).toBe('trace-request-changed');
    await forge({ decidedBy: 'second', requestedBy: 'thief' });
    expect(await outcome(thief('tracing.open-names', opening()))).toBe('trace-request-changed');
  });

  test('by a longer period or another rider in a case that was approved', async () => {
    await supervisor('tracing.decide-request', decide());
    const held = await town.needs.store.get(tracingCases, caseId);
    if (!held) throw new Error('no case');
    const { _v, ...record } = held;
    await town.needs.store.update(tracingCases, { ...record, infectiousFrom: addDays(record.infectiousFrom, -5) }, _v);
    expect(await outcome(opened())).toBe('trace-request-changed');
    await town.needs.store.update(tracingCases, record, _v + 1);
    expect(await outcome(opened())).toBe('ok');
    const other = await town.needs.store.get(indexRiders, await openedCase(town, 3));
    const own = await town.needs.store.get(indexRiders, caseId);
    if (!other || !own) throw new Error('no riders');
    const before = town.faults.length;
    await town.needs.store.update(indexRiders, { _id: caseId, sealed: other.sealed }, own._v);
    const told = await opened();
    expect(told.ok).toBe(false);
    expect(JSON.stringify(told)).not.toContain(people[2]?.name);
    expect(town.faults.length).toBe(before + 1);
  });
});

test('X-05 other parameters of the city after an approval are another request', async () => {
  await supervisor('tracing.decide-request', decide());
  expect(await outcome(opened())).toBe('ok');
  await change({ ...usual, namesOpenHours: 168 });
  expect(await outcome(opened())).toBe('trace-request-changed');
  await change(undefined);
  expect(await outcome(opened())).toBe('capability-absent');
  expect(await outcome(asker('tracing.open-case', caseAbout(town, 1)))).toBe('capability-absent');
  await change(usual);
});

import { decideMeasure } from '@tongcheng/cloudfunctions/app/tracing/decide-measure';
import { tracingNotices } from '@tongcheng/cloudfunctions/app/tracing/notices/notice-record';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { caseKeys } from '@tongcheng/cloudfunctions/vault/records';
import { dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import { anOfficial } from '../world/callers';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { as, outcome, rideTogether, townAtTen } from './cases-town';
import { type AskedMeasure, askedMeasure, caseSince, dyingStore, listeningNotifier, runNotices } from './measures-town';

jest.setTimeout(180_000);

let town: Town;
let rodeOn: string;
let caseId: string;
let asked: AskedMeasure;
beforeAll(async () => {
  town = await townAtTen();
  rodeOn = dayOf(town.needs.clock.now());
  await rideTogether(town, [1, 2, 3]);
});
afterAll(() => town.close());

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const notify = { kind: 'notify', atLeast: 'possible' };
const approve = () => supervisor('tracing.decide-measure', { ...asked, approve: true });
const rowsNow = async () =>
  (await town.needs.store.find(tracingNotices, { where: { measureId: asked.measureId }, limit: 100 })).items;
const states = async () => (await rowsNow()).map(({ state }) => state).sort();

beforeEach(async () => {
  caseId = await caseSince(town, 1, rodeOn);
  asked = await askedMeasure(town, caseId, notify);
});
afterEach(async () => {
  // A notice that a test leaves under way would go on in the next.
  await asker('tracing.close-case', { caseId });
});

test('W-26 X-05 those exposed are told once, after another person approved, in words that say nothing of the case', async () => {
  const service = listeningNotifier();
  expect(await runNotices(town, service)).toBe(0);
  expect(await outcome(asker('tracing.decide-measure', { ...asked, approve: true }))).toBe('not-allowed');
  expect(await outcome(approve())).toBe('ok');
  expect(await runNotices(town, service)).toBe(2);
  expect(await runNotices(town, service)).toBe(0);
  expect(service.told.map(({ address }) => address).sort()).toEqual([people[2]?.phone, people[3]?.phone].sort());
  for (const { kind, words, medium } of service.told) {
    expect({ kind, medium }).toEqual({ kind: 'exposure-notice', medium: 'sms' });
    expect(Object.keys(words).sort()).toEqual(['city', 'hotline']);
  }
  const listed = await asker('tracing.list-measures', { caseId });
  expect(listed.value).toMatchObject({
    measures: [{ state: 'approved', progress: { total: 2, sent: 2, waiting: 0 } }],
  });
  for (const index of [1, 2, 3])
    expect(JSON.stringify([listed, await rowsNow()])).not.toContain(people[index]?.phone ?? '?');
});

test('W-26 it is stopped at once: nobody is told after it, and its list can never be opened again', async () => {
  await approve();
  const service = listeningNotifier();
  service.answers.next = () => {
    stopping ??= supervisor('tracing.end-measure', { measureId: asked.measureId, reason: '误报' });
    return { is: 'taken', reference: 'r' };
  };
  let stopping: Promise<unknown> | undefined;
  const [row] = await rowsNow();
  // The other person's stop arrives while the first message is under way.
  const { notifier } = service;
  const slow = {
    send: async (alert: Parameters<typeof notifier.send>[0]) => {
      const answer = await notifier.send(alert);
      await stopping;
      return answer;
    },
  };
  expect(await runNotices(town, { notifier: slow })).toBe(1);
  expect(service.told).toHaveLength(1);
  town.pass(hourMs);
  expect(await runNotices(town, service)).toBe(0);
  expect(service.told).toHaveLength(1);
  const listed = await asker('tracing.list-measures', { caseId });
  expect(listed.value).toMatchObject({
    measures: [{ state: 'ended', endReason: '误报', progress: { sent: 1, stopped: 1 } }],
  });
  expect(await town.needs.store.get(caseKeys, asked.measureId)).toMatchObject({ wrapped: null });
  const opened = town.needs.vault.openForCase(asked.measureId, row?._id ?? '', row?.sealed ?? '');
  await expect(opened).rejects.toThrow('destroyed');
  expect(await outcome(asker('tracing.list-calls', { measureId: asked.measureId, limit: 5 }))).toBe('measure-not-open');
  expect(await outcome(supervisor('tracing.end-measure', { measureId: asked.measureId, reason: 'x' }))).toBe(
    'measure-decided',
  );
});

test('W-26 a process killed at any of its writes tells nobody twice and forgets nobody', async () => {
  await approve();
  let died = 0;
  for (let writes = 0; ; writes += 1) {
    const service = listeningNotifier();
    const dying = dyingStore(town.needs.store, writes);
    await runNotices(town, service, dying.store).catch(() => undefined);
    const isWhole = !dying.isDead();
    town.pass(10 * minuteMs);
    await runNotices(town, service);
    town.pass(10 * minuteMs);
    await runNotices(town, service);
    const addresses = service.told.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    const after = await states();
    expect(after).toHaveLength(2);
    // Each has a message for certain, or is to be phoned.
    expect(after.every((state) => state === 'sent' || state === 'to-call')).toBe(true);
    expect(after.filter((state) => state === 'sent').length).toBeLessThanOrEqual(addresses.length);
    if (isWhole) break;
    died += 1;
    await asker('tracing.close-case', { caseId });
    caseId = await caseSince(town, 1, rodeOn);
    asked = await askedMeasure(town, caseId, notify);
    await approve();
  }
  expect(died).toBeGreaterThanOrEqual(6);
});

test('W-26 a process killed while an approval is written leaves it undecided, or a notice that goes on', async () => {
  const second = anOfficial({ officialId: 'second', roles: ['health-supervisor'] });
  let died = 0;
  for (let writes = 0; ; writes += 1) {
    const dying = dyingStore(town.needs.store, writes);
    const input = { ...asked, approve: true };
    await decideMeasure({ ...town.needs, store: dying.store }, second, input).catch(() => undefined);
    const service = listeningNotifier();
    await runNotices(town, service);
    const again = await outcome(approve());
    await runNotices(town, service);
    expect(['ok', 'measure-decided']).toContain(again);
    expect(service.told.map(({ address }) => address).sort()).toEqual([people[2]?.phone, people[3]?.phone].sort());
    if (!dying.isDead()) break;
    died += 1;
    await asker('tracing.close-case', { caseId });
    caseId = await caseSince(town, 1, rodeOn);
    asked = await askedMeasure(town, caseId, notify);
  }
  expect(died).toBeGreaterThanOrEqual(3);
});

test.each([
  ['it was refused', () => ({ is: 'refused', why: 'not-agreed', code: 'x' }) as const, 'refused'],
  ['nothing sends messages', () => ({ is: 'nowhere' }) as const, 'no-notifier'],
  [
    'its answer was lost',
    () => {
      throw new ServiceUnavailable('no answer in time');
    },
    'unsure',
  ],
] as const)('W-26 where %s the person is phoned and gets no second message', async (_what, answer, because) => {
  await approve();
  const service = listeningNotifier();
  service.answers.next = answer;
  await runNotices(town, service);
  town.pass(hourMs);
  await runNotices(town, service);
  expect(service.told).toHaveLength(2);
  const calls = await asker('tracing.list-calls', { measureId: asked.measureId, limit: 5 });
  expect(calls.value).toMatchObject({ total: 2, calls: [{ because }, { because }] });
});

test('W-26 a service that certainly sent nothing is asked again, and after six times the person is phoned', async () => {
  await approve();
  const service = listeningNotifier();
  service.answers.next = () => {
    throw new ServiceUnavailable('resting', { done: 'nothing' });
  };
  for (let run = 0; run < 8; run += 1) {
    await runNotices(town, service);
    town.pass(hourMs / 2);
  }
  expect(service.told).toHaveLength(12);
  expect(await states()).toEqual(['to-call', 'to-call']);
});

test('W-26 a notice is over after its week: its list is destroyed, and what came of it stays as a summary', async () => {
  await approve();
  const service = listeningNotifier();
  service.answers.next = () => ({ is: 'nowhere' });
  await runNotices(town, service);
  town.pass(8 * 24 * hourMs);
  await runNotices(town, service);
  const listed = await asker('tracing.list-measures', { caseId });
  expect(listed.value).toMatchObject({
    measures: [{ state: 'ended', endReason: 'over', progress: { total: 2, stopped: 2 } }],
  });
  expect(await town.needs.store.get(caseKeys, asked.measureId)).toMatchObject({ wrapped: null });
});

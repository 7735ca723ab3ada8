import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { indexRiders } from '@tongcheng/cloudfunctions/app/tracing/cases/index-rider-record';
import { openNames } from '@tongcheng/cloudfunctions/app/tracing/open-names';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import { hourMs } from '@tongcheng/shared/time';
import { anOfficial } from '../world/callers';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { type Asked, as, askedFor, caseAbout, openedCase, outcome, rideTogether, townAtTen } from './cases-town';

jest.setTimeout(120_000);

let town: Town;
let tokens: readonly string[];
beforeAll(async () => {
  town = await townAtTen();
  tokens = await rideTogether(town, [1, 2, 3]);
});
afterAll(() => town.close());
afterEach(() => expect(town.faults).toEqual([]));

const asker = (name: string, body: unknown) => as(town, 'asker', ['health'])(name, body);
const supervisor = (name: string, body: unknown) => as(town, 'second', ['health-supervisor'])(name, body);
const approve = (asked: Asked) => supervisor('tracing.decide-request', { ...asked, approve: true });
const names = { limit: 50 };

/** Everything that is somebody's in the clear. */
const personal = [1, 2, 3].flatMap((index) => {
  const { name, documentNumber, phone } = people[index] ?? { name: '?', documentNumber: '?', phone: '?' };
  return [name, documentNumber, phone];
});
const told = (answer: unknown) => personal.filter((each) => JSON.stringify(answer).includes(each));

async function recorded(what: string): Promise<readonly string[]> {
  const { items } = await town.needs.store.find(accessLog, { where: {}, limit: 1_000 });
  return items
    .flatMap(({ access, more = [] }) => [access, ...more.map((each) => each.access)])
    .filter((each) => each.purpose === 'tracing' && each.what === what)
    .map(({ who, reason }) => `${who} ${reason}`);
}

test('X-05 W-26 counts alone until another person in the other role approves; then names for those two, each opening on record', async () => {
  const caseId = await openedCase(town, 1);
  const counts = await asker('tracing.count-exposed', { caseId });
  expect(counts.value).toMatchObject({ rides: 1, exposed: [{ mode: 'bus', riders: 2, proven: 2, companions: 0 }] });
  const asked = await askedFor(town, caseId);
  const listed = await supervisor('tracing.list-cases', { city: '420100', state: 'open', limit: 10 });
  expect(told([counts, asked, listed])).toEqual([]);
  const opening = { requestId: asked.requestId, ...names };
  expect(await outcome(asker('tracing.open-names', opening))).toBe('names-not-open');
  expect(await outcome(approve(asked))).toBe('ok');
  for (const ask of [asker, supervisor]) {
    const opened = await ask('tracing.open-names', opening);
    expect(opened.value).toMatchObject({ total: 2, watermark: { requestId: asked.requestId } });
    expect(told(opened)).toEqual([2, 3].flatMap((index) => [people[index]?.name, people[index]?.phone]));
  }
  const third = as(town, 'third', ['health', 'health-supervisor']);
  expect(await outcome(third('tracing.open-names', opening))).toBe('names-not-open');
  expect(await recorded(caseId)).toEqual(['asker open-case', 'asker count-exposed', 'asker request-names']);
  expect(await recorded(asked.requestId)).toEqual(['second approve-request', 'asker open-names', 'second open-names']);
});

test('X-04 who was shown to a tracing sees that the health office looked, and why; others see nothing', async () => {
  const seen = (await town.ask('rights.own-accesses', {}, tokens[1])).value;
  expect(JSON.stringify(seen)).toContain('"purpose":"tracing","reason":"exposure-notice"');
  const others = (await town.ask('rights.own-accesses', {}, tokens[0])).value;
  expect(JSON.stringify(others)).not.toContain('tracing');
});

test('X-04 X-05 each page is recorded, and nothing is opened where the access log takes no entry', async () => {
  const asked = await askedFor(town, await openedCase(town, 1));
  await approve(asked);
  const page = { requestId: asked.requestId, skip: 1, limit: 1 };
  expect((await asker('tracing.open-names', page)).value).toMatchObject({ total: 2, riders: [{}] });
  expect(await recorded(asked.requestId)).toEqual(['second approve-request', 'asker open-names']);
  const { store, vault } = town.needs;
  const full: DocumentStore = {
    ...store,
    insert: (into, document) => {
      if (into.name === accessLog.name) throw new StoreRefused('the disk is full');
      return store.insert(into, document);
    },
  };
  let opened = 0;
  const watched: typeof vault = {
    ...vault,
    reveal: (personIds, purpose) => {
      opened += 1;
      return vault.reveal(personIds, purpose);
    },
  };
  const caller = anOfficial({ officialId: 'asker', roles: ['health'] });
  const needs = { ...town.needs, vault: watched };
  await expect(openNames({ ...needs, store: full }, caller, page)).rejects.toThrow('the disk is full');
  expect(opened).toBe(0);
  expect((await openNames(needs, caller, page)).ok).toBe(true);
  expect(opened).toBe(1);
});

test('X-05 names close after their time, by a revocation, and with the case, which lets go of its rider', async () => {
  const caseId = await openedCase(town, 1);
  const opens = (asked: Asked) => outcome(asker('tracing.open-names', { requestId: asked.requestId, ...names }));
  const first = await askedFor(town, caseId);
  await approve(first);
  expect(await opens(first)).toBe('ok');
  expect(await outcome(supervisor('tracing.end-request', { requestId: first.requestId, reason: '不再需要' }))).toBe(
    'ok',
  );
  expect([await opens(first), await outcome(approve(first))]).toEqual([
    'names-not-open',
    'trace-request-decided',
    undefined,
  ]);
  const timed = await askedFor(town, caseId);
  await approve(timed);
  town.pass(48 * hourMs);
  expect(await opens(timed)).toBe('names-not-open');
  const last = await askedFor(town, caseId);
  await approve(last);
  expect(await opens(last)).toBe('ok');
  expect(await outcome(asker('tracing.close-case', { caseId }))).toBe('ok');
  expect(await opens(last)).toBe('case-is-closed');
  expect(await outcome(asker('tracing.count-exposed', { caseId }))).toBe('case-is-closed');
  expect(await town.needs.store.get(indexRiders, caseId)).toBeUndefined();
});

test.each([
  [{ purpose: 'curiosity' }, 'invalid-input'],
  [{ legalBasis: '' }, 'invalid-input'],
  [{ number: '张三的病例' }, 'invalid-input'],
  [{ documentNumber: '123' }, 'document-refused'],
  [{ documentKind: 'passport', documentNumber: 'E99999999' }, 'index-rider-unknown'],
  [{ infectiousFrom: '2020-01-01' }, 'trace-period-refused'],
  [{ infectiousTo: '2099-01-01' }, 'trace-period-refused'],
  [{ city: '420300' }, 'city-unknown'],
  [{ name: '演示' }, 'invalid-input'],
] as const)('X-05 a case is refused with %j: %s', async (more, code) => {
  expect(await outcome(asker('tracing.open-case', caseAbout(town, 1, more)))).toBe(code);
});

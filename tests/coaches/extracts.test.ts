import { coachExtracts, soughtDocuments } from '@tongcheng/cloudfunctions/app/coaches/extracts/extract-record';
import { addDays, dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import type { Answered, Town } from '../world/town';
import { officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, planted, reached, staffOf, typed } from './coach-town';

let town: Town;
beforeEach(async () => {
  town = await openCoachTown();
});
afterEach(() => town.close());

const by = (officialId: string, cities = [origin]) =>
  officialToken(town, ['bureau'], cities, undefined, undefined, officialId);
const today = () => dayOf(town.needs.clock.now() + hourMs);

/** A departure with two typed passengers. */
async function departureWithTwo(more: Readonly<Record<string, unknown>> = {}) {
  const departure = newDeparture(town, await staffOf(town, 'driver'), more);
  await departure.open();
  const guest = (await signIn(town, 1)).accessToken;
  await departure.register(guest, typed(1), { seat: '7' });
  await departure.register(guest, typed(2));
  return departure;
}

const asked = (content: object, more: object = {}) => ({
  ...{ city: origin, recipient: 'health', receiver: '演示疾控 王', legalBasis: 'infectious-disease-law' },
  ...{ purpose: '密切接触者排查', content, ...more },
});
const request = (content: object, token = by('official-1')) =>
  town.ask('coaches.request-extract', asked(content), token);

interface Extract {
  readonly extractId: string;
  readonly digest: string;
}
const answerOf = <T>(told: Answered): T => {
  if (!told.ok) throw new Error(JSON.stringify(told));
  return JSON.parse(JSON.stringify(told.value));
};
const extractIn = (told: Answered) => answerOf<Extract>(told);
const decide = ({ extractId, digest }: Extract, token = by('official-2'), approve = true) =>
  town.ask('coaches.decide-extract', { extractId, digest, approve }, token);
const open = (extractId: string, token = by('official-1'), more: object = {}) =>
  town.ask('coaches.open-extract', { extractId, limit: 100, ...more }, token);
const namesIn = (told: Answered) =>
  answerOf<{ passengers: { documentNumber: string }[] }>(told)
    .passengers.map(({ documentNumber }) => documentNumber)
    .sort();

async function accesses() {
  const token = officialToken(town, ['auditor'], [origin]);
  const input = { city: origin, from: addDays(today(), -1), to: today(), limit: 100 };
  return JSON.stringify(answerOf<unknown>(await town.ask('oversight.list-accesses', input, token)));
}

test('L-11 a manifest is opened in the clear for a purpose, which is on record first', async () => {
  const { departureId } = await departureWithTwo();
  const input = { city: origin, departureId, purpose: 'complaint' };
  const told = await town.ask('coaches.open-manifest', input, by('official-1'));
  expect(namesIn(told)).toEqual(['E46171001', 'E46171002']);
  expect(told).toMatchObject({
    value: {
      passengers: expect.arrayContaining([
        expect.objectContaining({ name: planted.passenger.name, plate: planted.plate, seat: '7', source: 'typed' }),
      ]),
      watermark: { officialId: 'official-1', under: departureId },
    },
  });
  expect(await accesses()).toMatch(new RegExp(`coach-manifest.*${departureId}|${departureId}.*coach-manifest`));
});

test('L-11 without a purpose of the list, of another city, of a departure or a day that is not there: nothing is opened', async () => {
  const { departureId } = await departureWithTwo();
  const input = { city: origin, departureId, purpose: 'complaint' };
  const ask = (more: object, token = by('official-1')) =>
    town.ask('coaches.open-manifest', { ...input, ...more }, token);
  expect(codeOf(await ask({ purpose: 'curiosity' }))).toBe('invalid-input');
  expect(codeOf(await ask({}, by('official-1', [reached])))).toBe('city-unknown');
  expect(codeOf(await ask({}, officialToken(town, ['health'], [origin])))).toBe('not-allowed');
  const other = newDeparture(town, await staffOf(town, 'driver'));
  expect(codeOf(await ask({ departureId: other.departureId }))).toBe('departure-unknown');
  await town.needs.vault.destroyDay(origin, today(), 'coach');
  town.pass(6_000);
  expect(codeOf(await ask({}))).toBe('departure-too-old');
  expect(await accesses()).not.toContain('coach-manifest');
});

test('L-11 departures are found by plate, replacements too, by service number, station and days, without names', async () => {
  const first = await departureWithTwo({ origin: { name: '演示客运站', city: origin, stationId: 'station-1' } });
  const second = await departureWithTwo({ serviceNumber: 'D456' });
  const crew = { plate: '鄂B46173', driver: planted.driver };
  await second.tell({ kind: 'coach-replaced', crew });
  const find = async (sought: object) => {
    const input = { city: origin, from: today(), to: today(), ...sought };
    const told = await town.ask('coaches.find-departures', input, officialToken(town, ['health'], [origin]));
    expect(JSON.stringify(told)).not.toMatch(/演示旅客|演示驾驶员|E4617|鄂A46172|鄂B46173/);
    return answerOf<{ departures: { departureId: string }[] }>(told).departures.map(({ departureId }) => departureId);
  };
  const [one, two] = [first.departureId, second.departureId];
  expect(await find({ plate: planted.plate })).toEqual([one, two].sort());
  expect(await find({ plate: '鄂B46173' })).toEqual([two]);
  expect(await find({ serviceNumber: 'D456' })).toEqual([two]);
  expect(await find({ stationId: 'station-1' })).toEqual([one]);
  expect(await find({ toCity: reached, serviceNumber: 'C123' })).toEqual([one]);
  expect(await find({ from: addDays(today(), -31), to: addDays(today(), -1) })).toEqual([]);
});

test('L-13 an extract opens only after another official approved exactly it, to these two, and each opening is recorded', async () => {
  const { departureId } = await departureWithTwo();
  const asked = await request({ of: 'departure', departureId });
  // Whoever approves knows the departure by its time, service and places, not by an id.
  const content = { departsAt: expect.any(Number), serviceNumber: 'C123', trip: expect.stringContaining(' – ') };
  expect(asked).toMatchObject({ value: { content } });
  const extract = extractIn(asked);
  expect(codeOf(await open(extract.extractId))).toBe('extract-not-open');
  expect(codeOf(await decide(extract, by('official-1')))).toBe('extract-second-person-needed');
  expect(codeOf(await decide({ ...extract, digest: 'x'.repeat(43) }))).toBe('extract-changed');
  expect(await decide(extract)).toMatchObject({ value: { state: 'approved', decidedBy: 'official-2' } });
  expect(codeOf(await decide(extract, by('official-3'), false))).toBe('extract-decided');
  expect(namesIn(await open(extract.extractId))).toEqual(['E46171001', 'E46171002']);
  expect(namesIn(await open(extract.extractId, by('official-2')))).toHaveLength(2);
  expect(codeOf(await open(extract.extractId, by('official-3')))).toBe('extract-not-open');
  const log = await accesses();
  for (const reason of ['request-extract', 'approve-extract', 'open-extract']) expect(log).toContain(reason);
  expect(log.match(/open-extract/g)).toHaveLength(2);
  await open(extract.extractId, by('official-1'), { exported: true });
  expect(await accesses()).toContain('"reason":"export"');
  town.pass(dayMs);
  expect(codeOf(await open(extract.extractId))).toBe('extract-not-open');
});

test('L-13 a rejected, an expired and an ended request open nothing', async () => {
  const { departureId } = await departureWithTwo();
  const [one, two, three] = [
    extractIn(await request({ of: 'departure', departureId })),
    extractIn(await request({ of: 'departure', departureId })),
    extractIn(await request({ of: 'departure', departureId })),
  ];
  expect(await decide(one, by('official-2'), false)).toMatchObject({ value: { state: 'rejected' } });
  await decide(two);
  expect(await town.ask('coaches.end-extract', { extractId: two.extractId }, by('official-3'))).toMatchObject({
    ok: true,
  });
  expect(codeOf(await town.ask('coaches.end-extract', { extractId: two.extractId }, by('official-3')))).toBe(
    'extract-decided',
  );
  town.pass(dayMs);
  expect(codeOf(await decide(three))).toBe('extract-expired');
  for (const { extractId } of [one, two, three]) expect(codeOf(await open(extractId))).toBe('extract-not-open');
});

test('L-13 an approval written into the store by hand, moved, or over a changed request opens nothing', async () => {
  const { departureId } = await departureWithTwo();
  const good = extractIn(await request({ of: 'departure', departureId }));
  const other = extractIn(await request({ of: 'departures', from: today(), to: today() }));
  await decide(good);
  const held = await town.needs.store.get(coachExtracts, good.extractId);
  const waiting = await town.needs.store.get(coachExtracts, other.extractId);
  if (!held || !waiting || held.opensUntil === undefined) throw new Error('no requests');
  const { decidedBy = '', decidedAt = 0, opensUntil, approval = '' } = held;
  const { _v, ...record } = waiting;
  const moved = { ...record, state: 'approved' as const, decidedBy, decidedAt, opensUntil, approval };
  await town.needs.store.update(coachExtracts, moved, _v);
  expect(codeOf(await open(other.extractId))).toBe('extract-not-open');
  const { _v: version, ...approved } = held;
  await town.needs.store.update(coachExtracts, { ...approved, receiver: 'somebody else' }, version);
  expect(codeOf(await open(good.extractId))).toBe('extract-changed');
});

test('L-11 L-13 by exact document: found on any day of the period, only that passenger, and nothing says whom once it is over', async () => {
  const first = await departureWithTwo();
  const { documentKind, documentNumber } = typed(2);
  const content = { of: 'document', from: addDays(today(), -3), to: today(), documentKind, documentNumber };
  const extract = extractIn(await request(content));
  expect(extract).toMatchObject({ content: { maskedDocument: 'E****1002' } });
  const kept = JSON.stringify([
    await town.needs.store.get(coachExtracts, extract.extractId),
    await town.needs.store.get(soughtDocuments, extract.extractId),
  ]);
  expect(kept).not.toContain(documentNumber);
  await decide(extract);
  const told = await open(extract.extractId);
  expect(namesIn(told)).toEqual([documentNumber]);
  expect(told).toMatchObject({ value: { passengers: [{ departureId: first.departureId }] } });
  await town.ask('coaches.end-extract', { extractId: extract.extractId }, by('official-1'));
  expect(await town.needs.store.get(soughtDocuments, extract.extractId)).toBeUndefined();
  const none = extractIn(await request({ ...content, documentNumber: 'E99999999' }));
  await decide(none);
  expect(namesIn(await open(none.extractId))).toEqual([]);
});

test('L-13 pages hold whole departures, in order, and days whose keys were destroyed are named', async () => {
  const departures = [await departureWithTwo(), await departureWithTwo(), await departureWithTwo()];
  const ids = departures.map(({ departureId }) => departureId).sort();
  const period = { from: addDays(today(), -1), to: today() };
  const extract = extractIn(await request({ of: 'departures', ...period }));
  await decide(extract);
  const first = await open(extract.extractId, by('official-1'), { limit: 3 });
  expect(namesIn(first)).toHaveLength(4);
  expect(first).toMatchObject({ value: { next: ids[1] } });
  const second = await open(extract.extractId, by('official-1'), { limit: 3, after: ids[1] });
  expect(second).toMatchObject({ value: { passengers: [{ departureId: ids[2] }, { departureId: ids[2] }] } });
  expect(JSON.stringify(second)).not.toContain('"next"');
  // A file of the first page, then of everything: the entry counts what the file holds, and nobody is told once more.
  const file = (more: object) => open(extract.extractId, by('official-1'), { limit: 3, exported: true, ...more });
  expect(await file({ through: ids[1] })).toMatchObject({ value: { passengers: [] } });
  expect(await file({})).toMatchObject({ value: { passengers: [] } });
  const files = (await accesses()).match(
    /"reason":"export","counts":\{"riders":\d+\}|"counts":\{"riders":\d+\},"reason":"export"/g,
  );
  expect(files?.map((each) => /\d+/.exec(each)?.[0]).sort()).toEqual(['4', '6']);
  await town.needs.vault.destroyDay(origin, today(), 'coach');
  town.pass(6_000);
  expect(await open(extract.extractId)).toMatchObject({ value: { passengers: [], forgottenDays: [today()] } });
});

test('L-13 a wrong period, a document that cannot be, a departure that is not there, another city: refused, nothing kept', async () => {
  const { departureId } = await departureWithTwo();
  const content = { of: 'document', from: today(), to: today(), documentKind: 'resident-id', documentNumber: '42' };
  expect(codeOf(await request(content))).toBe('document-refused');
  expect(codeOf(await request({ of: 'departures', from: today(), to: addDays(today(), -1) }))).toBe(
    'extract-period-refused',
  );
  expect(codeOf(await request({ of: 'departures', from: addDays(today(), -31), to: today() }))).toBe(
    'extract-period-refused',
  );
  const other = newDeparture(town, await staffOf(town, 'driver'));
  expect(codeOf(await request({ of: 'departure', departureId: other.departureId }))).toBe('departure-unknown');
  const foreign = by('official-9', [reached]);
  expect(codeOf(await request({ of: 'departure', departureId }, foreign))).toBe('city-unknown');
  expect(codeOf(await town.ask('coaches.list-extracts', { city: origin, limit: 10 }, foreign))).toBe('city-unknown');
  expect(await town.ask('coaches.list-extracts', { city: origin, limit: 10 }, by('official-1'))).toMatchObject({
    value: { extracts: [] },
  });
  const extract = extractIn(await request({ of: 'departure', departureId }));
  expect(codeOf(await decide(extract, foreign))).toBe('extract-unknown');
  expect(codeOf(await open(extract.extractId, foreign))).toBe('extract-unknown');
  expect(codeOf(await town.ask('coaches.end-extract', { extractId: extract.extractId }, foreign))).toBe(
    'extract-unknown',
  );
  expect(await town.ask('coaches.list-extracts', { city: origin, limit: 10 }, by('official-2'))).toMatchObject({
    value: { extracts: [{ extractId: extract.extractId, state: 'open', content: { of: 'departure', from: today() } }] },
  });
});

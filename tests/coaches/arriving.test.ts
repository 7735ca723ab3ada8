import { dayOf, hourMs } from '@tongcheng/shared/time';
import type { Answered, Town } from '../world/town';
import { officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, outcomeOf, planted, reached, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeEach(async () => {
  town = await openCoachTown();
});
afterEach(() => town.close());

const by = (officialId: string, cities: readonly string[], role: 'bureau' | 'health' = 'bureau') =>
  officialToken(town, [role], [...cities], undefined, undefined, officialId);
const there = (officialId = 'official-1') => by(officialId, [reached]);
const today = () => dayOf(town.needs.clock.now() + hourMs);
const answerOf = <T>(told: Answered): T => {
  if (!told.ok) throw new Error(JSON.stringify(told));
  return JSON.parse(JSON.stringify(told.value));
};

/** A coach from one city to the other, or through it to a third, with passengers who ride in, off before and on behind. */
async function coach(
  more: Readonly<Record<string, unknown>> = {},
  legs: readonly Readonly<Record<string, unknown>>[] = [{}, {}],
) {
  const departure = newDeparture(town, await staffOf(town, 'driver'), more);
  await departure.open();
  const guest = (await signIn(town, 1)).accessToken;
  for (const [order, leg] of legs.entries())
    expect(codeOf(await departure.register(guest, typed(order), leg))).toBe('ok');
  return departure;
}
const through = {
  stops: [{ name: '演示先停' }, { name: '演示途经站', city: reached, stationId: 'stop-1' }],
  destination: { name: '演示终点', city: '430100' },
};
/** Off before the city, off in it, on in it, through it. */
const legs = [{ alightsAt: 1 }, { alightsAt: 2 }, { boardsAt: 2 }, {}];

const find = async (token: string, more: object = {}) => {
  const input = { city: reached, from: today(), to: today(), direction: 'arriving', ...more };
  const told = await town.ask('coaches.find-departures', input, token);
  expect(JSON.stringify(told)).not.toMatch(/演示旅客|演示驾驶员|E4617|鄂A46172/);
  return answerOf<{ departures: { departureId: string }[] }>(told).departures.map(({ departureId }) => departureId);
};
const asked = (content: object, token: string, city = reached) =>
  town.ask(
    'coaches.request-extract',
    {
      ...{ city, recipient: 'health', receiver: '演示疾控 王', legalBasis: 'infectious-disease-law' },
      ...{ purpose: '密切接触者排查', content },
    },
    token,
  );
async function approved(content: object): Promise<string> {
  const { extractId, digest } = answerOf<{ extractId: string; digest: string }>(await asked(content, there()));
  const decided = await town.ask('coaches.decide-extract', { extractId, digest, approve: true }, there('official-2'));
  expect(codeOf(decided)).toBe('ok');
  return extractId;
}
const open = (extractId: string, token = there()) => town.ask('coaches.open-extract', { extractId, limit: 100 }, token);
const numbersIn = (told: Answered) =>
  answerOf<{ passengers: { documentNumber: string }[] }>(told)
    .passengers.map(({ documentNumber }) => documentNumber)
    .sort();

test('L-11 officials of the city that a coach reaches or stops in find it, by what it is known by; of their own city alone', async () => {
  const ending = await coach();
  const passing = await coach({ ...through, serviceNumber: 'T9' }, legs);
  await coach({ destination: { name: '演示他处', city: '430100' } });
  const both = [ending.departureId, passing.departureId].sort();
  expect(await find(there())).toEqual(both);
  expect(await find(by('official-3', [reached], 'health'))).toEqual(both);
  expect(await find(there(), { serviceNumber: 'T9' })).toEqual([passing.departureId]);
  expect(await find(there(), { stationId: 'stop-1' })).toEqual([passing.departureId]);
  expect(await find(there(), { plate: planted.plate })).toEqual(both);
  expect(await find(there(), { plate: '鄂B00001' })).toEqual([]);
  // What leaves a city is still what is meant where nothing is said.
  expect(await find(there(), { direction: undefined })).toEqual([]);
  const foreign = { city: reached, from: today(), to: today(), direction: 'arriving' };
  expect(codeOf(await town.ask('coaches.find-departures', foreign, by('official-1', [origin])))).toBe('city-unknown');
});

test('L-11 a manifest is opened by the city that its coach reaches: who rides into it, recorded there; nowhere else', async () => {
  const { departureId } = await coach(through, legs);
  const manifest = (token: string, more: object = {}) =>
    town.ask(
      'coaches.open-manifest',
      { city: reached, departureId, leaves: origin, purpose: 'complaint', ...more },
      token,
    );
  expect(numbersIn(await manifest(there()))).toEqual(['E46171001', 'E46171003']);
  const whole = { city: origin, departureId, purpose: 'complaint' };
  expect(numbersIn(await town.ask('coaches.open-manifest', whole, by('official-1', [origin])))).toHaveLength(4);
  expect(codeOf(await manifest(there(), { leaves: undefined }))).toBe('departure-unknown');
  expect(codeOf(await manifest(by('official-1', [origin])))).toBe('city-unknown');
  const other = await coach({ destination: { name: '演示他处', city: '430100' } });
  expect(codeOf(await manifest(there(), { departureId: other.departureId }))).toBe('departure-unknown');
  const auditor = officialToken(town, ['auditor'], [reached]);
  const log = await town.ask(
    'oversight.list-accesses',
    { city: reached, from: today(), to: today(), limit: 50 },
    auditor,
  );
  expect(JSON.stringify(log)).toMatch(/coach-manifest/);
  expect(JSON.stringify(log)).toContain('"riders":2');
});

test('L-13 an extract of what arrives: by departure, by days, by document, under two officials of that city alone', async () => {
  const { departureId } = await coach(through, legs);
  const { departureId: ending } = await coach({}, [{}]);
  const days = { from: today(), to: today(), direction: 'arriving' };
  const into = ['E46171001', 'E46171003'];
  expect(numbersIn(await open(await approved({ of: 'departure', departureId, leaves: origin })))).toEqual(into);
  expect(numbersIn(await open(await approved({ of: 'departures', ...days })))).toEqual(['E46171000', ...into]);
  const document = (order: number) => {
    const { documentKind, documentNumber } = typed(order);
    return approved({ of: 'document', ...days, documentKind, documentNumber });
  };
  // Of a passenger of both coaches the one that they ride into the city is told.
  expect(await open(await document(0))).toMatchObject({ value: { passengers: [{ departureId: ending }] } });
  expect(numbersIn(await open(await document(1)))).toEqual(['E46171001']);
  expect(numbersIn(await open(await document(2)))).toEqual([]);
  const extract = await approved({ of: 'departures', ...days });
  for (const token of [by('official-1', [origin]), there('official-3')])
    expect((await open(extract, token)).ok).toBe(false);
});

test('L-13 refused: a departure that does not come there, one of the wrong city, an official from elsewhere', async () => {
  const { departureId } = await coach({ destination: { name: '演示他处', city: '430100' } });
  const content = { of: 'departure', departureId, leaves: origin };
  expect(codeOf(await asked(content, there()))).toBe('departure-unknown');
  expect(codeOf(await asked({ ...content, leaves: undefined }, there()))).toBe('departure-unknown');
  expect(codeOf(await asked(content, by('official-1', [origin])))).toBe('city-unknown');
});

test('L-13 days whose key was destroyed where the coach left are named, once', async () => {
  await coach();
  await coach();
  const extract = await approved({ of: 'departures', from: today(), to: today(), direction: 'arriving' });
  await town.needs.vault.destroyDay(origin, today(), 'coach');
  town.pass(6_000);
  expect(await open(extract)).toMatchObject({ value: { passengers: [], forgottenDays: [today()] } });
});

test('L-08 an officer at a stop sees whom they expect there, ticks them and adds who is missing; the trip is ended where it ends', async () => {
  const departure = await coach(through, legs);
  const officer = await staffOf(town, 'arrival-officer', reached, null);
  const { departureId } = departure;
  const listed = await town.ask('coaches.list-departures', { day: today(), limit: 10 }, officer.token);
  expect(listed.value).toMatchObject({
    departures: [{ departureId, places: [{}, { off: 1 }, { off: 1, on: 1 }, { off: 2 }] }],
  });
  const sought = [
    { by: 'departure', city: origin, departureId },
    { by: 'plate', plate: planted.plate },
  ];
  for (const each of sought) {
    const opened = await town.ask('coaches.open-arrival', { sought: each }, officer.token);
    expect(opened.value).toMatchObject({ atStop: true, rows: [{ alightsAt: 2 }] });
  }
  const [row] = answerOf<{ rows: { passenger: string }[] }>(
    await town.ask('coaches.open-arrival', { sought: sought[0] }, officer.token),
  ).rows;
  const tell = (event: object) => {
    const told = { eventId: departure.id(), at: town.needs.clock.now(), ...event };
    const deliveries = [{ city: origin, departureId, event: told }];
    return town.ask('coaches.deliver-arrival', { deliveries }, officer.token).then(outcomeOf);
  };
  expect(await tell({ kind: 'present', passenger: row?.passenger })).toBe('ok');
  const { by: _by, ...whom } = typed(9);
  expect(await tell({ kind: 'added', whom })).toBe('ok');
  for (const kind of ['arrived', 'closed', 'reopened']) expect(await tell({ kind })).toBe('departure-not-yours');
  const after = await town.ask('coaches.open-arrival', { sought: sought[0] }, officer.token);
  expect(after.value).toMatchObject({
    departure: { phase: 'open' },
    rows: [{ presence: 'present' }, { presence: 'present', onArrival: true, alightsAt: 2 }],
  });
  const elsewhere = await staffOf(town, 'arrival-officer', origin, null);
  const refused = await town.ask('coaches.open-arrival', { sought: sought[0] }, elsewhere.token);
  expect(codeOf(refused)).toBe('departure-not-yours');
});

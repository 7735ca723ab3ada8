import { readFileSync } from 'node:fs';
import { departureWall, makeTravellers } from '@tongcheng/city';
import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { operatorLines } from '@tongcheng/cloudfunctions/app/coaches/fleet/fleet-record';
import { invitations, staffMembers } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import { recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import { departureCodeInText, readDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { offRouteOf } from '@tongcheng/shared/coaches/off-route';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { addDays, dayMs, dayStart, hourMs, minuteMs } from '@tongcheng/shared/time';
import { CoachSettings } from '@tongcheng/shared/venues/coach-settings';
import * as z from 'zod';
import { diceOf } from '../../city/chance';
import { somewhereIn } from '../../city/coaches/map';
import { planCoachDay } from '../../city/coaches/plan-coach-day';
import { coachProduct } from './coach-day';

const day = '2026-11-20';
const start = dayStart(day);

const settings = z
  .object({ capabilities: z.object({ coaches: CoachSettings }) })
  .parse(JSON.parse(readFileSync('cities/liaoning/provinces/210000/settings.json', 'utf8')));

let product: Awaited<ReturnType<typeof coachProduct>>;
let seen: readonly DepartureView[];

async function departuresSeen(): Promise<readonly DepartureView[]> {
  const all: DepartureView[] = [];
  await product.clerk.token();
  for (const { city } of product.province.cities) {
    const answer = await product.clerk.client.call('coaches.list-day-departures', { city, day, limit: 200 });
    if (answer.ok) all.push(...answer.value.departures);
  }
  return all;
}

beforeAll(async () => {
  product = await coachProduct(start, 25);
  await product.live(start, start + dayMs + 10 * hourMs);
  seen = await departuresSeen();
}, 120_000);
afterAll(() => product.close());

const planned = () =>
  product.days.around(start).filter(({ departsAt }) => departsAt >= start && departsAt < start + dayMs);

test('every planned departure is in the console, told by its crew or filed from paper, and nothing was refused but misread rows', () => {
  expect(seen).toHaveLength(planned().length);
  const codes = Object.entries(product.tally.refused).filter(([what]) => what !== 'clerk files document-refused');
  expect(codes).toEqual([]);
  expect(product.tally.done).toMatchObject({
    'crew opens': expect.any(Number),
    'officer verifies': expect.any(Number),
  });
});

test('L-02 some of an operator’s coaches and lines stand in its list, as its office keeps it', async () => {
  expect(product.tally.done).toMatchObject({
    'clerk lists vehicle': expect.any(Number),
    'clerk lists line': expect.any(Number),
  });
  const { items } = await product.container.store.find(operatorLines, { where: {}, limit: 1_000 });
  expect(new Set(items.map(({ lineClass }) => lineClass)).size).toBeGreaterThan(1);
});

test('L-01 L-06 L-09 charters, coaches from outside the province and ledgers on paper are among them', () => {
  expect(seen.some(({ service }) => service === 'charter')).toBe(true);
  expect(seen.filter(({ outside }) => outside)).toHaveLength(1);
  expect(planned().some(({ toldBy }) => toldBy === 'ledger')).toBe(true);
  expect(product.tally.done['clerk files']).toBeGreaterThan(0);
});

test('L-09 a coach of a station on paper awaits its ledger and is complete when it came', () => {
  const paper = new Map(
    product.province.cities.flatMap(({ city, stations }) =>
      stations.flatMap(({ stationId, ways }) => (ways.join() === 'ledger' ? [[stationId, city] as const] : [])),
    ),
  );
  const fromThere = seen.filter(({ origin, city }) => paper.get(origin?.stationId ?? '') === city);
  const standingOf = (isFiled: boolean) =>
    new Set(fromThere.filter(({ figures }) => figures.registered > 0 === isFiled).map(({ standing }) => standing));
  expect(standingOf(false)).toEqual(new Set(['ledger-awaited']));
  expect(standingOf(true)).toEqual(new Set(['complete']));
});

test('L-06 crews from outside come in by the code that the station posts, and belong to no operator', async () => {
  const { items } = await product.container.store.find(staffMembers, { where: {}, limit: 1_000 });
  const visitors = items.filter(({ visitorOf }) => visitorOf !== undefined);
  expect(visitors.length).toBeGreaterThan(0);
  for (const { visitorOf = '', operatorId } of visitors) {
    expect(operatorId).toBeUndefined();
    expect((await product.container.store.get(invitations, visitorOf))?.visitors).toBe(true);
  }
});

test('L-04 tickets of some came ahead; their holders confirm them or name their number', () => {
  const { done } = product.tally;
  expect(done['network sells']).toBeGreaterThan(5);
  expect((done['passenger confirms'] ?? 0) + (done['passenger names ticket'] ?? 0)).toBeGreaterThan(3);
  const sold = seen.flatMap(({ tickets }) => tickets ?? []);
  expect(sold.length).toBeGreaterThan(1);
  expect(sold.some((each) => each.registered > 0)).toBe(true);
});

test('L-07 L-08 L-10 some are registered by staff, some leave incomplete, some arrivals do not match, some stay open', () => {
  const sum = (of: (figures: DepartureView['figures']) => number) =>
    seen.reduce((total, { figures }) => total + of(figures), 0);
  expect(sum(({ byStaff }) => byStaff)).toBeGreaterThan(0);
  expect(seen.filter(({ reason }) => reason !== undefined).length).toBeGreaterThan(1);
  expect(sum(({ absent }) => absent)).toBeGreaterThan(0);
  expect(sum(({ added }) => added)).toBeGreaterThan(0);
  expect(seen.some(({ phase }) => phase === 'cancelled')).toBe(true);
  expect(seen.some(({ phase }) => phase === 'closed')).toBe(true);
  expect(seen.some(({ phase }) => phase === 'arrived')).toBe(true);
});

test('each city has a recipient of its report, nobody’s address', async () => {
  const { items } = await product.container.store.find(recipients, { where: {}, limit: 100 });
  expect(items).toHaveLength(14);
  for (const { address, subjects } of items)
    expect([address, subjects]).toEqual([expect.stringMatching(/^bureau@[a-z]+\.example$/), ['coaches']]);
});

test('X-19 the wall shows the codes of the moment with how many are registered, and one for practice', async () => {
  const { moment, days } = product;
  const at = planned().find(({ toldBy, order }) => toldBy === 'operator' && order > 5)?.departsAt ?? 0;
  const wall = await departureWall(moment(at - 10 * minuteMs), days, 'http://test');
  const coded = wall.open.map((each) => ({
    ...each,
    code: readDepartureCode(departureCodeInText(each.link) ?? '')?.fields,
  }));
  for (const { code, plate, demonstration } of coded) expect(code).toMatchObject({ plate, demonstration });
  expect(coded.filter(({ demonstration }) => demonstration)).toHaveLength(1);
  expect(coded.some(({ registered = 0, demonstration }) => registered > 0 && !demonstration)).toBe(true);
  expect(wall.next.length).toBeGreaterThan(0);
}, 60_000);

test('X-01 a day that is lived again after a stop is there once', async () => {
  const before = await product.container.store.count(departureEvents, { day });
  await product.live(start, start + dayMs + 10 * hourMs);
  expect(await product.container.store.count(departureEvents, { day })).toBe(before);
}, 120_000);

test('X-16 of a hundred departures the code of one is copied to a coach far from its way; phones of the others that tell a place are near', () => {
  const { map = { besideRoadKm: 1, cities: [], roads: [] } } = settings.capabilities.coaches;
  const planning = { seed: 'test', province: product.province, people: makeTravellers('test', 500_000, 400) };
  const scannedOn = (of: string) =>
    planCoachDay({ ...planning, day: of, departures: 100 }).flatMap((departure) =>
      departure.acts.flatMap((act) => (act.kind === 'registers' ? [{ departure, act }] : [])),
    );
  const bandOf = ({ departure, act }: ReturnType<typeof scannedOn>[number], nth: number) => {
    const position = { ...somewhereIn(act.elsewhere ?? departure.city, diceOf('places', nth)), accuracyMetres: 120 };
    return offRouteOf(position, { ...departure, stops: [] }, map);
  };
  for (let ahead = 0; ahead < 20; ahead += 1) {
    const copied = scannedOn(addDays(day, ahead)).filter(({ act }) => act.elsewhere !== undefined);
    expect(copied).toHaveLength(1);
    expect(copied.map(bandOf)).toEqual([expect.stringMatching(/00-km$/)]);
    // The officer does not find them: they sat in another coach.
    for (const { departure, act } of copied)
      expect(departure.acts.find(({ kind }) => kind === 'verifies')).toMatchObject({
        found: { absent: act.party.people.length },
      });
  }
  const scanned = scannedOn(day);
  const honest = scanned.filter(({ act }) => act.elsewhere === undefined);
  expect(honest.length).toBeGreaterThan(100);
  for (const [nth, each] of honest.entries()) expect(bandOf(each, nth)).toBeUndefined();
});

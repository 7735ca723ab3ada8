import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { dayOf } from '@tongcheng/shared/time';
import type { CoachMap } from '@tongcheng/shared/venues/coach-settings';
import * as z from 'zod';
import { leaksIn } from '../world/leaks';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { enrolled, officialToken, signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, reached, type Staff, staffOf, typed } from './coach-town';

const map: CoachMap = {
  besideRoadKm: 40,
  cities: [
    { city: origin, lat: 30.6, lng: 114.3, radiusKm: 80 },
    { city: reached, lat: 30.2, lng: 115.1, radiusKm: 60 },
  ],
  roads: [[origin, reached]],
};
const here = { lat: 30.543, lng: 114.317, accuracyMetres: 120 };
/** In another province, two hundred kilometres beyond the edge and more. */
const away = { lat: 34.751, lng: 113.627, accuracyMetres: 120 };

let town: Town;
let crew: Staff;
beforeAll(async () => {
  town = await openCoachTown();
  const settings: unknown = JSON.parse(readFileSync(join('cities', '420100', 'settings.json'), 'utf8'));
  const capabilities = { city: {}, coaches: { map } };
  await importCity(town.needs, JSON.stringify({ ...Object(settings), city: origin, capabilities }), []);
  town.pass(10_000);
  crew = await staffOf(town, 'driver');
});
afterEach(() => expect(town.faults).toEqual([]));
afterAll(() => town.close());

const bureau = () => officialToken(town, ['bureau'], [origin]);
const guest = async (nth: number) => (await signIn(town, nth)).accessToken;

/** What the bureau sees of a departure. */
async function storyOf(departureId: string) {
  const told = await town.ask('coaches.tell-departure', { city: origin, departureId }, bureau());
  const text = JSON.stringify(told);
  return { text, offRoute: [.../"offRoute":("?[\w-]+"?)/g[Symbol.matchAll](text)].map(([, value]) => value) };
}

test('a passenger registered far from the way of the coach is registered all the same, and flagged to the bureau alone', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const phone = await guest(1);
  const answer = await departure.register(phone, typed(1), { position: away });
  expect(codeOf(answer)).toBe('ok');
  expect(JSON.stringify(answer)).not.toContain('offRoute');
  await departure.register(phone, typed(2), { position: here });
  await departure.register(phone, typed(3));
  const { text, offRoute } = await storyOf(departure.departureId);
  expect(offRoute).toEqual(['1', '"over-200-km"']);
  expect(text).toContain('"registered":3');
  const seen = await departure.manifest();
  expect(JSON.stringify(seen)).not.toContain('offRoute');
  const day = dayOf(departure.departsAt);
  const listed = JSON.stringify(
    await town.ask('coaches.list-day-departures', { city: origin, day, limit: 50 }, bureau()),
  );
  expect(listed).toContain('"offRoute":1');
});

test('L-03 a known rider confirms with a place; the place itself stands in no file of the store', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const { accessToken } = await enrolled(town, 7);
  const odd = { lat: 34.757, lng: 113.663, accuracyMetres: 4_817 };
  expect(codeOf(await departure.register(accessToken, { by: 'self' }, { position: odd }))).toBe('ok');
  expect((await storyOf(departure.departureId)).offRoute).toEqual(['1', '"over-200-km"']);
  expect(leaksIn(town.folder, ['34.757', '113.663', '4817'])).toEqual([]);
  expect(leaksIn(town.folder, ['over-200-km']).length).toBeGreaterThan(0);
});

test('X-14 it stands in the export of the account that registered, as a band and no place', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const { accessToken } = await enrolled(town, 3);
  await departure.register(accessToken, { by: 'self' }, { position: away });
  const { documentNumber = '' } = people[3] ?? {};
  const told = await town.ask('rights.export-own', { form: 'json', documentNumber }, accessToken);
  const { base64 } = z.object({ base64: z.string() }).parse(told.value);
  const text = Buffer.from(base64, 'base64').toString('utf8');
  expect(text).toMatch(/"offRoute": ?"over-200-km"/);
  expect(text).not.toContain('34.751');
});

test('X-01 a retry from another place is the same registration, flagged as the first one was', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const phone = await guest(2);
  const registrationId = departure.id();
  expect(codeOf(await departure.register(phone, typed(4), { registrationId, position: away }))).toBe('ok');
  expect(codeOf(await departure.register(phone, typed(4), { registrationId, position: here }))).toBe('ok');
  expect(codeOf(await departure.register(phone, typed(4), { registrationId }))).toBe('ok');
  expect((await storyOf(departure.departureId)).offRoute).toEqual(['1', '"over-200-km"']);
});

test('withdrawn it counts no more, and stays in the story', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const phone = await guest(3);
  const registrationId = departure.id();
  await departure.register(phone, typed(5), { registrationId, position: away });
  const input = { withdrawalId: departure.id(), code: departure.code, registrationId };
  expect(codeOf(await town.ask('coaches.withdraw-passenger', input, phone))).toBe('ok');
  expect((await storyOf(departure.departureId)).offRoute).toEqual(['"over-200-km"']);
});

test('before the crew’s confirmation has arrived nothing is known of the way, nor towards a place beyond the lists', async () => {
  const departure = newDeparture(town, crew);
  const phone = await guest(4);
  expect(codeOf(await departure.register(phone, typed(6), { position: away }))).toBe('ok');
  await departure.open();
  expect((await storyOf(departure.departureId)).offRoute).toEqual([]);
  const charter = newDeparture(town, crew, { service: 'charter', destination: { name: '演示景区' } });
  await charter.open();
  await charter.register(phone, typed(7), { position: away });
  expect((await storyOf(charter.departureId)).offRoute).toEqual([]);
});

test('once the confirmation has arrived the same registration sent again with its place is flagged, once and for good', async () => {
  const departure = newDeparture(town, crew);
  const phone = await guest(6);
  const [registrationId, near] = [departure.id(), departure.id()];
  const again = (position: object, id = registrationId, nth = 9) =>
    departure.register(phone, typed(nth), { registrationId: id, position });
  expect(codeOf(await departure.register(phone, typed(9), { registrationId }))).toBe('ok');
  expect(codeOf(await departure.register(phone, typed(10), { registrationId: near }))).toBe('ok');
  await departure.open();
  expect(codeOf(await again(here, near, 10))).toBe('ok');
  expect((await storyOf(departure.departureId)).offRoute).toEqual([]);
  expect(codeOf(await again(away))).toBe('ok');
  expect(codeOf(await again(here))).toBe('ok');
  const { text, offRoute } = await storyOf(departure.departureId);
  expect(offRoute).toEqual(['1', '"over-200-km"']);
  expect(text).toContain('"registered":2');
  expect(codeOf(await departure.register(phone, typed(11), { registrationId, position: away }))).toBe('event-conflict');
});

test('a place that cannot be one is refused as malformed; a rough one of a hundred kilometres says nothing', async () => {
  const departure = newDeparture(town, crew);
  await departure.open();
  const phone = await guest(5);
  const refused = await departure.register(phone, typed(8), { position: { ...away, lat: 134 } });
  expect(refused.ok).toBe(false);
  await departure.register(phone, typed(8), { position: { lat: 31.9, lng: 114.3, accuracyMetres: 100_000 } });
  expect((await storyOf(departure.departureId)).offRoute).toEqual([]);
});

import { makeVenueOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { getCity } from '@tongcheng/cloudfunctions/app/venues/get-city';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { listVenues } from '@tongcheng/cloudfunctions/app/venues/list-venues';
import { cities, type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { modes } from '@tongcheng/shared/venues/kinds';
import { isPlate } from '@tongcheng/shared/venues/plates';
import { VenueRow } from '@tongcheng/shared/venues/wire';
import { anOfficial } from '../world/callers';
import { noon } from '../world/clock';
import { openVenueInstallation, wuhanSettings, wuhanVenues } from '../world/venue-installation';

jest.setTimeout(60_000);

type Installation = ReturnType<typeof openVenueInstallation>;
let installation: Installation;
let all: VenueRecord[];
let took = 0;

beforeAll(async () => {
  installation = openVenueInstallation();
  const begun = performance.now();
  const imported = await importCity(installation.needs, wuhanSettings(), Object.values(wuhanVenues()));
  took = performance.now() - begun;
  expect(imported).toMatchObject({ city: '420100', settingsChanged: true, changed: 0, unchanged: 0, badRows: [] });
  all = [];
  for await (const batch of installation.needs.store.stream(venues, { where: { city: '420100' } })) all.push(...batch);
}, 60_000);

afterAll(() => installation.close());

const count = (mode: string, kind: string) => all.filter((venue) => venue.mode === mode && venue.kind === kind).length;

test('the first start brings in all of Wuhan quickly, and a second start writes nothing', async () => {
  expect(all.length).toBeGreaterThan(5_000);
  expect(took).toBeLessThan(30_000);
  const before = await installation.needs.store.get(cities, '420100');
  installation.clock.pass(1_000);
  const again = await importCity(installation.needs, wuhanSettings(), Object.values(wuhanVenues()));
  expect(again).toMatchObject({ settingsChanged: false, added: 0, changed: 0, unchanged: all.length });
  expect(await installation.needs.store.get(cities, '420100')).toEqual(before);
});

test('W-10 a code for each bus, hung in three places; every plate is one that can exist and comes once', () => {
  expect(count('bus', 'vehicle')).toBeGreaterThan(1_500);
  const plates = all.flatMap(({ plate }) => plate ?? []);
  expect(plates.every(isPlate)).toBe(true);
  expect(new Set(plates).size).toBe(plates.length);
  expect(all.filter(({ mode }) => mode === 'bus').every(({ postings }) => postings.length === 3)).toBe(true);
});

test('W-11 a code for each metro station and each carriage', () => {
  expect(count('metro', 'station')).toBe(277 + 1);
  expect(count('metro', 'carriage')).toBe(1_620);
  expect(all.find(({ _id }) => _id === '420100-metro-2-07-3')?.name).toEqual({
    zh: '2号线 07车 3号车厢',
    en: 'Line 2 Train 07 Carriage 3',
  });
});

test('W-12 BRT and trams have stations and vehicles', () => {
  for (const mode of ['brt', 'tram'])
    for (const kind of ['station', 'vehicle']) expect(count(mode, kind)).toBeGreaterThan(20);
});

test('W-13 a code for each of 800 taxis', () => {
  expect(count('taxi', 'vehicle')).toBe(800);
});

test('W-14 each dock has a window and a gate, each ship a cabin door', () => {
  expect(count('ferry', 'dock-window')).toBe(8);
  expect(count('ferry', 'dock-gate')).toBe(8);
  expect(count('ferry', 'ship')).toBe(14);
});

test('W-17 all short codes are different', () => {
  expect(new Set(all.map(({ shortCode }) => shortCode)).size).toBe(all.length);
  expect(new Set(all.map(({ serial }) => serial)).size).toBe(all.length);
});

test('venues are listed page by page, every one once, with the total', async () => {
  const { needs } = installation;
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const input = { city: '420100', mode: 'ferry' as const, limit: 7, ...(after !== undefined && { after }) };
    const answer = await listVenues(needs, anOfficial(), input);
    if (!answer.ok) throw new Error(answer.failure.code);
    expect(answer.value.total).toBe(30);
    expect(VenueRow.safeParse(answer.value.venues[0]).success).toBe(true);
    seen.push(...answer.value.venues.map(({ venueId }) => venueId));
    after = answer.value.next;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(30);
  expect(seen).toHaveLength(30);
});

test.each([
  ['汉口', 'metro-hankouhuochezhan'],
  ['hankou rail', 'metro-hankouhuochezhan'],
  ['square', 'metro-guangguguangchang'],
])('a name is found by its beginning: %s', async (search, id) => {
  const answer = await listVenues(installation.needs, anOfficial(), { city: '420100', search, limit: 200 });
  expect(answer.ok && answer.value.venues.map(({ venueId }) => venueId)).toContain(`420100-${id}`);
});

test('a plate and a short code are found however they are typed, page by page', async () => {
  const bus = all.find(({ _id }) => _id === '420100-bus-401-03');
  if (!bus?.plate) throw new Error('there is no such bus');
  for (const search of [bus.plate.toLowerCase(), `鄂A·${bus.plate.slice(2)}`, bus.shortCode.toLowerCase()]) {
    const answer = await listVenues(installation.needs, anOfficial(), { city: '420100', search, limit: 5 });
    expect(answer).toMatchObject({ ok: true, value: { total: 1, venues: [{ venueId: bus._id }] } });
  }
  const many = { city: '420100', search: '鄂A', limit: 50 };
  const first = await listVenues(installation.needs, anOfficial(), many);
  const after = first.ok ? first.value.next : undefined;
  const second = await listVenues(installation.needs, anOfficial(), { ...many, ...(after && { after }) });
  const ids = [first, second].flatMap((page) => (page.ok ? page.value.venues.map(({ venueId }) => venueId) : []));
  expect(new Set(ids).size).toBe(100);
  expect(first.ok && first.value.total).toBeGreaterThan(3_000);
});

test('W-31 the city shows the announcements of now and nothing of before or after', async () => {
  const { needs, clock } = installation;
  const caller = anOfficial();
  const wanted = { ...needs, consentVersion: '1' };
  const answer = await getCity(wanted, caller, {});
  expect(answer).toMatchObject({ value: { city: '420100', hotline: '027-81886666', consentVersion: '1' } });
  expect(answer.ok && answer.value.modes).toEqual([...modes]);
  expect(answer.ok && answer.value.notices.map(({ noticeId }) => noticeId)).toContain('mask');
  const early = { ...wanted, clock: { now: () => Date.parse('2025-12-31T23:59:59+08:00') } };
  const before = await getCity(early, caller, { city: '420100' });
  expect(before.ok && before.value.notices).toEqual([]);
  const mask = readCityFile(wuhanSettings()).notices.find(({ noticeId }) => noticeId === 'mask');
  const shownAt = async (now: number) => {
    const then = await getCity({ ...wanted, clock: { now: () => now } }, caller, { city: '420100' });
    return then.ok && then.value.notices.some(({ noticeId }) => noticeId === 'mask');
  };
  expect([await shownAt((mask?.to ?? 0) - 1), await shownAt(mask?.to ?? 0)]).toEqual([true, false]);
  expect(await getCity(wanted, caller, { city: '110000' })).toMatchObject({ failure: { code: 'city-unknown' } });
  expect(clock.now()).toBeGreaterThanOrEqual(noon);
});

test('instants of the settings are written as people write them and kept as numbers', () => {
  const settings = readCityFile(wuhanSettings());
  expect(settings.notices[0]?.from).toBe(Date.parse('2026-01-01T00:00:00+08:00'));
  expect(settings.rides.closedHours[0]).toEqual({ mode: 'metro', from: 0, to: 5 });
});

test('a venue is read once in five seconds and is then seen anew', async () => {
  const { needs, clock } = installation;
  const venueOf = makeVenueOf(needs);
  const seen = await venueOf('420100-taxi-0001');
  if (!seen) throw new Error('there is no such taxi');
  const stored = await needs.store.get(venues, seen._id);
  const { _v, ...venue } = stored ?? { ...seen, _v: 0 };
  await needs.store.update(venues, { ...venue, revoked: true }, _v);
  expect((await venueOf(seen._id))?.revoked).toBe(false);
  clock.pass(5_000);
  expect((await venueOf(seen._id))?.revoked).toBe(true);
});

describe('B-08 sets of places in a city’s file', () => {
  const withRule = (more: object) => {
    const file = JSON.parse(wuhanSettings());
    const rule = { ruleId: 'stations', version: 1, city: '420100', from: '2022-05-28T00:00:00+08:00', ...more };
    const text = { zh: '火车站凭绿码乘车。', en: 'Stations ask for a green status.' };
    return JSON.stringify({ ...file, admissionRules: [{ ...rule, requires: ['green-status'], text }] });
  };

  test('a rule names a set by its id, and holds at its places', () => {
    const [rule] = readCityFile(withRule({ placeSetId: 'railway-stations' })).admissionRules;
    expect(rule?.places).toMatchObject({ placeSetId: 'railway-stations', lineIds: [] });
    expect(rule?.places?.venueIds).toContain('420100-metro-hankouhuochezhan');
    expect(rule).not.toHaveProperty('placeSetId');
  });

  test('every venue of Wuhan’s own set exists', () => {
    const ids = new Set(all.map(({ _id }) => _id));
    const sets = readCityFile(wuhanSettings()).placeSets ?? [];
    expect(sets.flatMap(({ venueIds }) => venueIds).filter((id) => !ids.has(id))).toEqual([]);
    expect(sets.length).toBeGreaterThan(0);
  });

  test('a set that is not there stops the file, in both languages', () => {
    expect(() => readCityFile(withRule({ placeSetId: 'elsewhere' }))).toThrow(/elsewhere。.*: elsewhere\./);
  });
});

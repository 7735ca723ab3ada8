import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWayOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { saveLineStops } from '@tongcheng/cloudfunctions/app/venues/import/save-line-stops';
import { lineStops } from '@tongcheng/cloudfunctions/app/venues/line-stops-record';
import { openVenueInstallation } from '../world/venue-installation';

const stops = ['stop_id,name_zh,name_en,lat,lng', 'a,甲,A,30.5,114.3', 'b,乙,B,30.51,114.3', 'c,丙,C,30.52,114.3'].join(
  '\n',
);
const halts = ['line_id,sequence,stop_id', 'bus-1,2,b', 'bus-1,10,c', 'bus-1,1,a'].join('\n');

let here: ReturnType<typeof openVenueInstallation>;
beforeEach(() => {
  here = openVenueInstallation();
});
afterEach(() => here.close());

const save = (tables: { stops?: string; lineStops?: string } = {}) =>
  saveLineStops(here.needs, '420100', { stops, lineStops: halts, ...tables });

test('stops come in by their number and not by the row; the same tables again write nothing; a change writes its line', async () => {
  expect(await save()).toBe(1);
  expect((await here.needs.store.get(lineStops, '420100.bus-1'))?.stops.map(({ stopId }) => stopId)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(await save()).toBe(0);
  expect(await save({ stops: stops.replace('30.51', '30.512') })).toBe(1);
});

test('the way of a vehicle is that of its line; a venue of no line, or of one that nobody brought in, has none', async () => {
  await save();
  const wayOf = makeWayOf(here.needs);
  expect(await wayOf({ city: '420100', lineId: 'bus-1' })).toMatchObject([
    { lat: 30.5 },
    { lat: 30.51 },
    { lat: 30.52 },
  ]);
  expect([await wayOf({ city: '420100', lineId: 'bus-2' }), await wayOf({ city: '420100' })]).toEqual([[], []]);
});

test.each([
  ['a line that halts where no stop is', { lineStops: `${halts}\nbus-1,3,nowhere` }, /nowhere/],
  ['a place that is none', { stops: stops.replace('30.52', 'north') }, /row 4: lat/],
  ['no table', { stops: '"' }, /no table/],
])('%s is named', async (_, tables, said) => {
  await expect(save(tables)).rejects.toThrow(said);
});

test('the tables of Wuhan come in: every line has its stops, buses too', async () => {
  const read = (name: string) => readFileSync(join(__dirname, '../../cities/420100', name), 'utf8');
  const written = await saveLineStops(here.needs, '420100', {
    stops: read('stops.csv'),
    lineStops: read('line-stops.csv'),
  });
  expect(written).toBeGreaterThan(150);
  const bus = await here.needs.store.get(lineStops, '420100.bus-e1');
  expect(bus?.stops.length).toBeGreaterThan(5);
  expect(bus?.stops.every(({ lat, lng }) => lat > 29.9 && lat < 31.4 && lng > 113.6 && lng < 115.1)).toBe(true);
});

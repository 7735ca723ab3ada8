import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import { readVenueFile } from '@tongcheng/cloudfunctions/app/venues/import/read-venue-file';
import { readCsv } from '@tongcheng/shared/csv';
import { metresBetween } from '@tongcheng/shared/rides/distance';
import * as z from 'zod';

const folder = join(__dirname, '../../cities/beijing/110000');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const rows = (name: string) => (readCsv(textOf(name))?.rows ?? []).map(({ cells }) => cells);
const venues = readdirSync(join(folder, 'venues')).flatMap((name) => rows(`venues/${name}`));
const stops = new Map(rows('stops.csv').map((stop) => [stop.stop_id, stop]));
const lineStops = rows('line-stops.csv');

const published = join(__dirname, '../../../shared/data/networks/bj.json');
const Published = z.object({
  lineList: z.array(z.object({ name: z.string(), stations: z.array(z.number()) })),
  stationList: z.array(z.object({ id: z.number(), name: z.string(), lat: z.string(), lng: z.string() })),
});
// The published network lies beside the project, not in it (cities/beijing/110000/README.md); without it there is nothing to compare.
const whenPublished = existsSync(published) ? test : test.skip;

whenPublished(
  'B-08 every line of Beijing has the stations of the published network, in the same order and place',
  () => {
    const network = Published.parse(JSON.parse(readFileSync(published, 'utf8')));
    const named = new Map(network.stationList.map((station) => [station.id, station]));
    const lineIds = [...new Set(lineStops.map(({ line_id }) => line_id))];
    expect(lineIds.length).toBe(network.lineList.length);
    for (const [index, line] of network.lineList.entries()) {
      const own = lineStops.filter(({ line_id }) => line_id === lineIds[index]);
      expect(own.map(({ sequence }) => Number(sequence))).toEqual(line.stations.map((_, i) => i + 1));
      const stations = own.map(({ stop_id }) => stops.get(stop_id));
      expect(stations.map((stop) => stop?.name_zh)).toEqual(line.stations.map((id) => named.get(id)?.name));
      for (const [i, id] of line.stations.entries()) {
        expect(Number(stations[i]?.lat)).toBeCloseTo(Number(named.get(id)?.lat), 4);
        expect(Number(stations[i]?.lng)).toBeCloseTo(Number(named.get(id)?.lng), 4);
      }
    }
  },
);

test('every venue of Beijing is taken by the import, no plate and no id comes twice', () => {
  for (const name of readdirSync(join(folder, 'venues'))) {
    const read = readVenueFile(textOf(`venues/${name}`));
    expect(read?.bad).toEqual([]);
    expect(read?.good.length).toBeGreaterThan(100);
  }
  expect(new Set(venues.map(({ id }) => id)).size).toBe(venues.length);
  const plates = venues.flatMap(({ plate }) => (plate ? [plate] : []));
  expect(new Set(plates).size).toBe(plates.length);
});

test('B-08 the rule of 28 May 2022 names 64 stations, those nearest to Panjiayuan, and bus lines 14, 63, 84, 86 and 345 (slow)', () => {
  const { placeSets = [], admissionRules } = readCityFile(textOf('settings.json'));
  const [set] = placeSets;
  const stations = venues.filter(({ mode, kind }) => mode === 'metro' && kind === 'station');
  const middle = stations.find(({ name_zh }) => name_zh === '潘家园');
  const place = (cells: typeof middle) => ({ lat: Number(cells?.lat), lng: Number(cells?.lng) });
  const nearest = [...stations].sort(
    (one, other) => metresBetween(place(one), place(middle)) - metresBetween(place(other), place(middle)),
  );
  expect(set?.venueIds.length).toBe(64);
  expect([...(set?.venueIds ?? [])].sort()).toEqual(
    nearest
      .slice(0, 64)
      .map(({ id }) => `110000-${id}`)
      .sort(),
  );
  const lines = new Set(venues.flatMap(({ mode, line_zh }) => (mode === 'bus' ? [line_zh] : [])));
  expect([...lines]).toEqual(['14路', '63路', '84路', '86路', '345路慢车']);
  expect(set?.lineIds.length).toBe(5);
  const rule = admissionRules.find(({ places }) => places);
  expect(rule).toMatchObject({ from: Date.UTC(2022, 4, 27, 16), testMaxAgeDays: 2 });
  expect(rule?.places).toEqual(set);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNotoSansSc } from '@tongcheng/cloudfunctions/adapters/fonts/noto-sans-sc';
import { readCsv } from '@tongcheng/shared/csv';
import { create } from 'fontkit';
import * as z from 'zod';
import { wuhanFile, wuhanVenues } from '../world/venue-installation';

jest.setTimeout(60_000);

const rows = (name: string) => (readCsv(wuhanFile(name))?.rows ?? []).map(({ cells }) => cells);
const stops = new Map(rows('stops.csv').map((stop) => [stop.stop_id, stop]));
const lineStops = rows('line-stops.csv');
const stationsOf = (lineId = '') =>
  lineStops
    .filter((at) => at.line_id === lineId)
    .sort((a, b) => Number(a.sequence) - Number(b.sequence))
    .map((at) => stops.get(at.stop_id));

const published = join(__dirname, '../../../shared/data/networks/wh.json');
const Published = z.object({
  lineList: z.array(z.object({ name: z.string(), color: z.string(), stations: z.array(z.number()) })),
  stationList: z.array(z.object({ id: z.number(), name: z.string(), lat: z.string(), lng: z.string() })),
});
// The published network lies beside the project, not in it (cities/420100/README.md); without it there is nothing to compare.
const whenPublished = existsSync(published) ? test : test.skip;

whenPublished('W-11 every metro line has the stations of the published network, in the same order and place', () => {
  const network = Published.parse(JSON.parse(readFileSync(published, 'utf8')));
  const named = new Map(network.stationList.map((station) => [station.id, station]));
  const ours = rows('lines.csv').filter(({ mode }) => mode === 'metro');
  expect(ours.map(({ name_zh }) => name_zh)).toEqual(network.lineList.map(({ name }) => name));
  expect(network.stationList.length).toBeGreaterThan(200);
  for (const line of network.lineList) {
    const own = ours.find(({ name_zh }) => name_zh === line.name);
    const stations = stationsOf(own?.line_id);
    expect(own?.color).toBe(line.color);
    expect(stations.map((stop) => stop?.name_zh)).toEqual(line.stations.map((id) => named.get(id)?.name));
    for (const [i, id] of line.stations.entries()) {
      expect(Number(stations[i]?.lat)).toBeCloseTo(Number(named.get(id)?.lat), 4);
      expect(Number(stations[i]?.lng)).toBeCloseTo(Number(named.get(id)?.lng), 4);
    }
  }
});

test('every line has its stops in an unbroken order, every stop is on a line, every name exists in both languages', () => {
  const used = new Set<string | undefined>();
  for (const line of rows('lines.csv')) {
    const stations = stationsOf(line.line_id);
    expect(stations.length).toBeGreaterThanOrEqual(2);
    expect(stations.every((stop) => stop?.name_zh && stop.name_en)).toBe(true);
    const numbers = lineStops.flatMap((at) => (at.line_id === line.line_id ? [Number(at.sequence)] : []));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    for (const stop of stations) used.add(stop?.stop_id);
  }
  expect(used.size).toBe(stops.size);
});

test('the tables of venues are what make-venues.mjs makes, byte for byte', async () => {
  const program = join(__dirname, '../../cities/420100/make-venues.mjs');
  const made: unknown = await import(program);
  const { makeVenues } = z.object({ makeVenues: z.custom<() => Record<string, string>>() }).parse(made);
  expect(makeVenues()).toEqual(wuhanVenues());
});

test('every character of every name can be printed', async () => {
  const faces = await makeNotoSansSc().faces(Object.values(wuhanVenues()).join(''));
  const glyphs = new Map(faces.map(({ name, bytes }) => [name, create(Buffer.from(bytes))]));
  const characters = new Set(Object.values(wuhanVenues()).join('').replace(/\s/g, ''));
  expect(characters.size).toBeGreaterThan(400);
  const missing = [...characters].filter((character) => {
    const font = glyphs.get(faces.find(({ holds }) => holds(character))?.name ?? '');
    return !font?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  });
  expect(missing).toEqual([]);
});

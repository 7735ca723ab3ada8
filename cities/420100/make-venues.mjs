// Makes venues/*.csv of Wuhan from lines.csv, stops.csv and line-stops.csv: `node cities/420100/make-venues.mjs`.
// Stations and docks are places of stops.csv; fleets are numbered, and their plates invented, always the same ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('.', import.meta.url);
const taxis = 800;
const columns = 'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate,lat,lng,demonstration'.split(',');

const read = (name) => {
  const [head, ...rows] = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  return rows.map((row) => Object.fromEntries(head.split(',').map((column, i) => [column, row.split(',')[i]])));
};

const two = (number) => String(number).padStart(2, '0');

/** Numbers that look drawn by lot and are the same each time (Lehmer). */
const makeDraw = (seed) => {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

/** Plates that can exist and were given to nobody by this project; none comes twice. */
const makePlates = () => {
  const draw = makeDraw(420_100);
  const used = new Set();
  const once = (make) => {
    for (;;) {
      const plate = make();
      if (!used.has(plate)) return used.add(plate) && plate;
    }
  };
  const digits = (count) => String(draw(10 ** count)).padStart(count, '0');
  return {
    large: () => once(() => `鄂A${digits(5)}D`),
    small: () => once(() => `鄂AD${digits(5)}`),
    ordinary: () => once(() => `鄂A${'TX'.charAt(draw(2))}${digits(4)}`),
  };
};

const painted = (plate) => `${plate.slice(0, 2)}·${plate.slice(2)}`;

const lineCells = ({ line_id, name_zh, name_en }) => ({ line_id, line_zh: name_zh, line_en: name_en });

/** A station of several lines belongs to none of them: its lines stand in its line's name only. */
const linesOfStation = (lines) =>
  lines.length === 1
    ? lineCells(lines[0])
    : { line_zh: lines.map((l) => l.name_zh).join(' / '), line_en: lines.map((l) => l.name_en).join(' / ') };

const stationsOf = (mode, { lines, stops, lineStops }) => {
  const own = lines.filter((line) => line.mode === mode);
  return stops
    .map((stop) => ({
      stop,
      on: own.filter((line) => lineStops.some((at) => at.line_id === line.line_id && at.stop_id === stop.stop_id)),
    }))
    .filter(({ on }) => on.length > 0)
    .map(({ stop, on }) => ({ id: stop.stop_id, mode, ...stop, ...linesOfStation(on) }));
};

const numbered = (line) => Array.from({ length: Number(line.vehicles) }, (_, i) => ({ line, number: i + 1 }));

const carriages = (lines) =>
  lines.flatMap(numbered).flatMap(({ line, number }) =>
    Array.from({ length: Number(line.cars) }, (_, car) => ({
      id: `${line.line_id}-${two(number)}-${car + 1}`,
      mode: line.mode,
      kind: 'carriage',
      name_zh: `${line.name_zh} ${two(number)}车 ${car + 1}号车厢`,
      name_en: `${line.name_en} Train ${two(number)} Carriage ${car + 1}`,
      ...lineCells(line),
    })),
  );

const plated = (lines, plates) =>
  lines.flatMap(numbered).map(({ line, number }) => {
    const plate = plates.large();
    const name = painted(plate);
    const id = `${line.line_id}-${two(number)}`;
    return { id, mode: line.mode, kind: 'vehicle', name_zh: name, name_en: name, ...lineCells(line), plate };
  });

const trams = (lines) =>
  lines.flatMap(numbered).map(({ line, number }) => ({
    id: `${line.line_id}-${two(number)}`,
    mode: line.mode,
    kind: 'vehicle',
    name_zh: `${line.name_zh} ${two(number)}号车`,
    name_en: `${line.name_en} Car ${two(number)}`,
    ...lineCells(line),
  }));

const cars = (plates) =>
  Array.from({ length: taxis }, (_, i) => {
    const plate = i % 2 === 0 ? plates.small() : plates.ordinary();
    const name = painted(plate);
    return {
      id: `taxi-${String(i + 1).padStart(4, '0')}`,
      mode: 'taxi',
      kind: 'vehicle',
      name_zh: name,
      name_en: name,
      plate,
    };
  });

const docksAndShips = (network) => [
  ...stationsOf('ferry', network).flatMap((dock) => [
    { ...dock, id: `${dock.id}-window`, kind: 'dock-window' },
    { ...dock, id: `${dock.id}-gate`, kind: 'dock-gate' },
  ]),
  ...network.lines
    .filter(({ mode }) => mode === 'ferry')
    .flatMap(numbered)
    .map(({ line, number }, i) => ({
      id: `${line.line_id}-ship-${number}`,
      mode: 'ferry',
      kind: 'ship',
      name_zh: `江城${two(i + 1)}号`,
      name_en: `Jiangcheng ${two(i + 1)}`,
      ...lineCells(line),
    })),
];

const demonstrations = ({ lines }) => {
  const bus = lines.find(({ mode }) => mode === 'bus');
  const marked = { demonstration: 'yes' };
  return [
    {
      id: 'demo-bus',
      mode: 'bus',
      kind: 'vehicle',
      name_zh: '演示车',
      name_en: 'Demonstration bus',
      ...lineCells(bus),
      plate: '鄂A00000D',
      ...marked,
    },
    {
      id: 'demo-station',
      mode: 'metro',
      kind: 'station',
      name_zh: '演示站',
      name_en: 'Demonstration station',
      ...marked,
    },
  ];
};

const csv = (rows) => `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].join('\n')}\n`;

/** Every file of venues/, by name. The same three files give the same venues, byte for byte. */
export const makeVenues = () => {
  const network = { lines: read('lines.csv'), stops: read('stops.csv'), lineStops: read('line-stops.csv') };
  const of = (mode) => network.lines.filter((line) => line.mode === mode);
  const stations = (mode) => stationsOf(mode, network).map((row) => ({ ...row, kind: 'station' }));
  const plates = makePlates();
  return {
    'metro-stations.csv': csv(stations('metro')),
    'metro-carriages.csv': csv(carriages(of('metro'))),
    'buses.csv': csv(plated(of('bus'), plates)),
    'brt.csv': csv([...stations('brt'), ...plated(of('brt'), plates)]),
    'trams.csv': csv([...stations('tram'), ...trams(of('tram'))]),
    'ferries.csv': csv(docksAndShips(network)),
    'taxis.csv': csv(cars(plates)),
    'demonstrations.csv': csv(demonstrations(network)),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(makeVenues())) writeFileSync(new URL(`venues/${name}`, folder), text);

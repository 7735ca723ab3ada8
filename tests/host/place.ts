import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostOptions } from '../../host/options';
import { freePort } from '../world/free-port';
import { environmentIn } from '../world/town';

/** A folder of its own with a small city's files, removed at the end. */
export function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-host-'));
  const cities = join(folder, 'cities');
  mkdirSync(join(cities, '420100', 'venues'), { recursive: true });
  cpSync(join('cities', '420100', 'settings.json'), join(cities, '420100', 'settings.json'));
  const buses = readFileSync(join('cities', '420100', 'venues', 'buses.csv'), 'utf8')
    .split('\n')
    .slice(0, 9);
  writeFileSync(join(cities, '420100', 'venues', 'buses.csv'), buses.join('\n'));
  return { folder, cities, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A place for a host. */
export type Place = ReturnType<typeof newPlace>;

/** Options of a host in a place, on a free port, without the simulated city unless said. */
export async function optionsIn(place: Place, more: Partial<HostOptions> = {}): Promise<HostOptions> {
  const port = await freePort();
  return {
    port,
    address: '127.0.0.1',
    dataFolder: join(place.folder, 'data'),
    keyFile: join(place.folder, 'master.key'),
    city: false,
    citiesFolder: place.cities,
    speed: 1,
    journeys: 0,
    publicUrl: `http://127.0.0.1:${port}`,
    ...more,
  };
}

/** The environment of a real installation; the folders come from the options. */
export const environmentOf = ({ folder }: Place): Readonly<Record<string, string>> => environmentIn(folder);

/** Runs with these names in the environment, then without them. */
export async function withEnvironment<T>(names: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  Object.assign(process.env, names);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(names)) delete process.env[name];
  }
}

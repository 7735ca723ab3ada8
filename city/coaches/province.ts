import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Name = z.object({ zh: z.string(), en: z.string() });
const Station = z.object({ stationId: z.string(), name: Name, ways: z.array(z.string()) });
const CityFile = z.object({
  city: z.string(),
  name: Name,
  capabilities: z.object({ coaches: z.object({ stations: z.array(Station) }) }),
});
const ProvinceFile = z.object({
  province: z.string(),
  name: Name,
  capabilities: z.object({ coaches: z.object({ asksAddressesTo: z.array(z.string()).default([]) }) }),
});

/** A coach station of the province. */
export type ProvinceStation = z.output<typeof Station>;

/** A city of the province with its coach stations. */
export interface ProvinceCity {
  readonly city: string;
  readonly name: z.output<typeof Name>;
  readonly stations: readonly ProvinceStation[];
}

/** A province whose coaches are simulated, from the same files that the product reads. */
export interface CoachProvince {
  readonly province: string;
  readonly name: z.output<typeof Name>;
  readonly cities: readonly ProvinceCity[];
  /** L-03: cities towards which passengers state two addresses. */
  readonly asksAddressesTo: readonly string[];
}

const jsonIn = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Reads a folder of a province's cities, `provinces/<code>/settings.json` and `<city>/settings.json`; throws with the place of a mistake. */
export function readProvince(folder: string): CoachProvince {
  const [code = ''] = readdirSync(join(folder, 'provinces'));
  const { province, name, capabilities } = ProvinceFile.parse(jsonIn(join(folder, 'provinces', code, 'settings.json')));
  const cities = readdirSync(folder)
    .filter((each) => /^\d{6}$/.test(each))
    .sort()
    .map((each) => CityFile.parse(jsonIn(join(folder, each, 'settings.json'))));
  return {
    ...{ province, name, asksAddressesTo: capabilities.coaches.asksAddressesTo },
    cities: cities.map((each) => ({
      city: each.city,
      name: each.name,
      stations: each.capabilities.coaches.stations,
    })),
  };
}

import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { bundlesOf } from './artefacts';

const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * A function as it is deployed: its bundle copied into a folder of its own, with the packages that its manifest names (compiled
 * ones, which the cloud installs there) and nothing else of this repository.
 */
export function unpack(target: string, name: string, into: string): string {
  const folder = join(into, name);
  cpSync(join(bundlesOf(target), name), folder, { recursive: true });
  const { dependencies } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  for (const dependency of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules', dependency), place);
  }
  return folder;
}

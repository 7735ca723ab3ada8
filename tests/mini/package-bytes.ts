import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildOf, type Platform } from './phone/platform';

/** What the developer tools leave out of a package (see `packOptions` and `uploadExclude`). */
const leftOut = (path: string): boolean => path.endsWith('.LICENSE.txt') || path.endsWith('.browserslistrc');

/** The build's `app.json`. */
export const appJsonOf = (platform: Platform) => JSON.parse(readFileSync(join(buildOf(platform), 'app.json'), 'utf8'));

/** Bytes of each package of a build, before the platform compresses it: the first one under `''`, the others by their root. */
export function packageBytes(platform: Platform): ReadonlyMap<string, number> {
  const roots: readonly string[] = appJsonOf(platform).subPackages.map(({ root }: { readonly root: string }) => root);
  const bytes = new Map<string, number>(['', ...roots].map((root) => [root, 0]));
  const folder = buildOf(platform);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = statSync(join(folder, path));
    if (!file.isFile() || leftOut(path)) continue;
    const root = roots.find((one) => path.startsWith(`${one}/`)) ?? '';
    bytes.set(root, (bytes.get(root) ?? 0) + file.size);
  }
  return bytes;
}

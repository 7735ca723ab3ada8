import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the build put the bundles of a target. */
export const bundlesOf = (target: string): string => join(__dirname, '..', '..', 'dist', 'cloudfunctions', target);

/** Names of the functions that were built for a target. */
export const builtFunctions = (target: string): readonly string[] =>
  readdirSync(bundlesOf(target)).filter((name) => !name.startsWith('.'));

const Metafile = z.object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), Output()) });
function Output() {
  return z.object({
    inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })),
    imports: z.array(z.object({ path: z.string(), external: z.boolean().optional() })),
  });
}

/** What a bundle holds: sources with bytes in it, and packages that it expects beside it. */
export function contentsOf(target: string, name: string) {
  const { outputs } = Metafile.parse(
    JSON.parse(readFileSync(join(bundlesOf(target), '.meta', `${name}.json`), 'utf8')),
  );
  const sources = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const beside = Object.values(outputs).flatMap(({ imports }) =>
    imports.flatMap(({ path, external }) => (external ? [path] : [])),
  );
  return { sources, beside };
}

/** Bytes of a bundle's code. */
export const codeBytes = (target: string, name: string): number =>
  statSync(join(bundlesOf(target), name, 'index.js')).size;

import { node } from './command.mjs';
import { ensure } from './ensure.mjs';
import { at } from './places.mjs';

/**
 * Runs a TypeScript program of this repository (a benchmark, a generator) and gives its exit code:
 * `node tools/run-ts.mjs bench/scans.ts --riders 1000`.
 */
export const runTs = async (entry, args) => {
  await ensure([]);
  const { bundleProgram } = await import('./bundle.mjs');
  const outfile = `dist/programs/${entry.replace(/\.ts$/, '').replaceAll('/', '-')}.js`;
  await bundleProgram(entry, outfile);
  const { code } = await node(['--enable-source-maps', at(outfile), ...args]);
  return code;
};

if (process.argv[1]?.endsWith('run-ts.mjs')) {
  const [entry = '', ...args] = process.argv.slice(2);
  process.exitCode = await runTs(entry, args);
}

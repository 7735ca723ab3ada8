// Bundles one TypeScript program of this repository and prints where it is.
import { bundleProgram } from './bundle.mjs';
import { at } from './places.mjs';

const [entry = ''] = process.argv.slice(2);
const outfile = `dist/programs/${entry.replace(/\.ts$/, '').replaceAll('/', '-')}.js`;
await bundleProgram(entry, outfile);
console.log(at(outfile));

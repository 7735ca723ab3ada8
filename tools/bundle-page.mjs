import { bundlePages } from './bundle-console.mjs';
import { at } from './places.mjs';

/** `node tools/bundle-page.mjs FILE.tsx FOLDER`: bundles one page as the console's are, for a bench. */
const [entry = '', outdir = ''] = process.argv.slice(2);
await bundlePages([at(entry)], outdir);

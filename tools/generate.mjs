// Writes the files that come from the code: docs/openapi.json and its parts for partner systems and makers of gates, the console's access rows, the deploy files of the cloud, the test vectors of gates, the clips of elder mode's voice. With --check it only compares,
// and fails when one is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { accessRows, accessRowsPath } from './access-rows.mjs';
import { bundleProgram } from './bundle.mjs';
import { everyCollectionFile } from './deploy/collections.mjs';
import { databaseFilesOfCode } from './deploy/every-collection.mjs';
import { at } from './places.mjs';
import { makeClips, staleClips } from './voice/make-clips.mjs';

const require = createRequire(import.meta.url);
const bundle = join(tmpdir(), `tongcheng-openapi-${process.pid}.cjs`);
buildSync({
  stdin: {
    contents:
      "export { gateEndpoints, openapi, partnerEndpoints } from './openapi'; export { endpoints } from './api';",
    resolveDir: at('shared'),
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  logLevel: 'error',
});

await bundleProgram('tools/deploy/deploy-files.ts', 'dist/programs/deploy-files.js', 'cloudbase');
await bundleProgram('tests/vectors/gates/make-vectors.ts', 'dist/programs/gate-vectors.js');
await bundleProgram('tests/vectors/credentials/make-vectors.ts', 'dist/programs/credential-vectors.js');

const { gateEndpoints, openapi, partnerEndpoints, endpoints } = require(bundle);

const files = {
  'docs/openapi.json': `${JSON.stringify(openapi(), null, 1)}\n`,
  'docs/openapi-partners.json': `${JSON.stringify(openapi(partnerEndpoints), null, 1)}\n`,
  'docs/openapi-gates.json': `${JSON.stringify(openapi(gateEndpoints), null, 1)}\n`,
  [accessRowsPath]: accessRows([...endpoints]),
  ...require(at('dist/programs/deploy-files.js')).deployFiles(),
  ...(await databaseFilesOfCode()),
  ...everyCollectionFile(),
  ...require(at('dist/programs/gate-vectors.js')).gateVectors(),
  ...(await require(at('dist/programs/credential-vectors.js')).credentialVectors()),
};

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const stale = Object.entries(files).filter(([path, text]) => read(path) !== text);
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: run npm run generate and commit it`);
  const voice = await staleClips();
  for (const clip of [...voice.stale.map(({ clip }) => clip), ...voice.leftOver])
    console.error(`miniprogram/voice/made/${clip} is stale: run npm run generate and commit it`);
  process.exit(stale.length + voice.stale.length + voice.leftOver.length === 0 ? 0 : 1);
}
for (const [path, text] of stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
for (const done of await makeClips()) console.log(`voice: ${done}`);

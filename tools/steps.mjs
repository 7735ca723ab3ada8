import { existsSync } from 'node:fs';
import { bundleFunctions, bundleProgram, hasFunctions } from './bundle.mjs';
import { bundleConsole, hasConsole } from './bundle-console.mjs';
import { bundleTaro, hasMiniprogram } from './bundle-taro.mjs';
import { at } from './places.mjs';

const always = ['package-lock.json', 'shared'];
const taro = (platform) => ({
  inputs: [
    ...always,
    'miniprogram',
    'tools/bundle-taro.mjs',
    'tools/bundle-code-reader.mjs',
    'tools/write-service-worker.mjs',
    'tools/voice/clips.mjs',
  ],
  isLong: true,
  isThere: hasMiniprogram,
  run: () => bundleTaro(platform),
});
/** Commands of an installation, built beside the host so that nothing is built where it runs. */
const commands = {
  backup: 'host/backup/main.ts',
  check: 'host/check/main.ts',
  officials: 'host/officials.ts',
  cities: 'host/cities.ts',
  audit: 'host/audit.ts',
  citus: 'host/citus.ts',
  gate: 'host/device/main.ts',
};

const bundleHost = async () => {
  await bundleProgram('host/main.ts', 'dist/host/main.js');
  for (const [name, entry] of Object.entries(commands)) await bundleProgram(entry, `dist/host/${name}.js`);
};

const program = (room, run = () => bundleProgram(`${room}/main.ts`, `dist/${room}/main.js`)) => ({
  inputs: [...always, 'cloudfunctions', 'host', 'city', 'tools/bundle.mjs', 'tools/steps.mjs'],
  isThere: () => existsSync(at(room, 'main.ts')),
  run,
});

/** Every step of the build by name. None depends on another; `isLong` marks what takes a minute and not seconds. */
export const steps = {
  h5: taro('h5'),
  weapp: taro('weapp'),
  alipay: taro('alipay'),
  functions: { inputs: [...always, 'cloudfunctions', 'tools/bundle.mjs'], isThere: hasFunctions, run: bundleFunctions },
  host: program('host', bundleHost),
  city: program('city'),
  console: { inputs: [...always, 'console', 'tools/bundle-console.mjs'], isThere: hasConsole, run: bundleConsole },
};

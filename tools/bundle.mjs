import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { installedVersion } from './installed-version.mjs';
import { at } from './places.mjs';

/** Packages with a compiled part, which no bundle can hold; a function that reaches them lists them in its package.json. */
const nativeAddons = ['@photostructure/sqlite', '@node-rs/argon2'];

/** Packages that others ask for only if they are there; nobody installs them. */
const neverInstalled = ['proxy-agent', 'pg-native', 'pg-cloudflare'];

const forNode = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  loader: { '.woff': 'file', '.ttf': 'file' },
  // Packages that ask where they are get the place of the bundle, which CommonJS names otherwise.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: 'silent',
  metafile: true,
};

/** Leaves every package to node_modules but our own, which are TypeScript and must be compiled in. */
const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup: (builder) => {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@tongcheng/') || /\.(woff|ttf)$/.test(path)
        ? undefined
        : { path, external: true },
    );
  },
};

const functionNames = () =>
  readdirSync(at('cloudfunctions/functions'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => basename(file, '.ts'));

const addonsOf = (metafile) => {
  const reached = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return Object.fromEntries(
    nativeAddons.filter((name) => reached.includes(name)).map((name) => [name, installedVersion(name)]),
  );
};

const bundleFunction = async (name) => {
  const folder = at('dist/cloudfunctions', name);
  const { metafile } = await build({
    ...forNode,
    entryPoints: { index: at('cloudfunctions/functions', `${name}.ts`) },
    outdir: folder,
    minify: true,
    keepNames: true,
    external: [...nativeAddons, ...neverInstalled],
  });
  const manifest = { name, private: true, main: 'index.js', dependencies: addonsOf(metafile) };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
};

/** Each file of cloudfunctions/functions as dist/cloudfunctions/<name>/index.js, ready to be deployed as it is. */
export const bundleFunctions = async () => {
  rmSync(at('dist/cloudfunctions'), { recursive: true, force: true });
  mkdirSync(at('dist/cloudfunctions'), { recursive: true });
  for (const name of functionNames()) await bundleFunction(name);
};

/** A program that runs beside node_modules: our own code in one file with a source map, packages outside. */
export const bundleProgram = (entry, outfile) =>
  build({
    ...forNode,
    entryPoints: [at(entry)],
    outfile: at(outfile),
    sourcemap: true,
    plugins: [packagesStayOutside],
  });

export const hasFunctions = () => existsSync(at('cloudfunctions/functions')) && functionNames().length > 0;

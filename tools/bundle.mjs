import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { installedVersion } from './installed-version.mjs';
import { at, root } from './places.mjs';

/** Packages with a compiled part, which no bundle can hold; a function that reaches them lists them in its package.json. */
const nativeAddons = ['@photostructure/sqlite', '@node-rs/argon2'];

/** Packages that others ask for only if they are there; nobody installs them. */
const neverInstalled = ['proxy-agent', 'pg-native', 'pg-cloudflare'];

/**
 * Packages that others load at once and our functions never reach, so that a bundle has an empty module instead: the client
 * and AI parts of CloudBase's SDK (its start is inside a `try`), two that node-fetch keeps for older Nodes, and fontkit's table for
 * fonts packed as WOFF 2 (ours are unpacked, and a test prints with them).
 */
const neverReached = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/adapter-wx_mp',
  '@cloudbase/wx-cloud-client-sdk',
  'brotli/decompress.js',
  'encoding',
  'whatwg-url',
];

/** What CloudBase's SDK loads for its own uploads and for tickets of its own sign-in; others may need these packages. */
const neverReachedFromCloudBase = ['xml2js', 'jsonwebtoken'];

/** Puts an empty module in the place of each. */
const leavesOut = {
  name: 'leaves-out',
  setup: (builder) => {
    builder.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
      const fromCloudBase = importer.includes(join('node_modules', '@cloudbase', 'node-sdk'));
      const out = neverReached.includes(path) || (fromCloudBase && neverReachedFromCloudBase.includes(path));
      return out ? { path, namespace: 'left-out' } : undefined;
    });
    builder.onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

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

/** Puts the adapters of one deployment target into the bundles: `wiring/targets/current` becomes that target's file. */
const forTarget = (target) => ({
  name: 'for-target',
  setup: (builder) => {
    builder.onResolve({ filter: /\/targets\/current$/ }, () => ({
      path: at('cloudfunctions/wiring/targets', `${target}.ts`),
    }));
  },
});

/** What is told of one function, out of what is told of all that were bundled with it. */
const metafileOf = ({ inputs, outputs }, name) => {
  const own = Object.entries(outputs).filter(([path]) => path.split('/').at(-2) === name);
  const used = new Set(own.flatMap(([, output]) => Object.keys(output.inputs)));
  return {
    inputs: Object.fromEntries(Object.entries(inputs).filter(([path]) => used.has(path))),
    outputs: Object.fromEntries(own),
  };
};

/** A function's folder: its code, the files that it reads, its package.json with what npm installs; beside it what the tests ask of it. */
const writeFunction = (target, name, out, whole, contentOf) => {
  const folder = join(out, name);
  const metafile = metafileOf(whole, name);
  mkdirSync(folder, { recursive: true });
  for (const [path, { imports }] of Object.entries(metafile.outputs)) {
    const files = imports.flatMap((one) => (one.kind === 'file-loader' ? [one.path] : []));
    for (const file of [path, ...files]) writeFileSync(join(folder, basename(file)), contentOf(at(file)));
  }
  const manifest = { name: `${target}-${name}`, private: true, main: 'index.js', dependencies: addonsOf(metafile) };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(join(out, '.meta'), { recursive: true });
  writeFileSync(join(out, '.meta', `${name}.json`), JSON.stringify(metafile));
};

/** All functions of a target in one go: what they share is read once, and each is written as if it had been bundled alone. */
const bundleTarget = async (target, out) => {
  const names = functionNames();
  const { metafile, outputFiles } = await build({
    ...forNode,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, at('cloudfunctions/functions', `${name}.ts`)]),
    ),
    outdir: out,
    // Fonts lie beside the bundle of each function that reads them.
    publicPath: '.',
    minify: true,
    keepNames: true,
    external: [...nativeAddons, ...neverInstalled],
    plugins: [forTarget(target), leavesOut],
    write: false,
  });
  const contents = new Map(outputFiles.map((file) => [file.path, file.contents]));
  for (const name of names) writeFunction(target, name, out, metafile, (path) => contents.get(path));
};

/** Where functions run: each target's bundles hold its adapters and no others. */
export const deploymentTargetNames = ['cloudbase', 'servers', 'machine'];

/** Each file of cloudfunctions/functions as dist/cloudfunctions/<target>/<name>/index.js, ready to be deployed as it is. */
export const bundleFunctions = async () => {
  rmSync(at('dist/cloudfunctions'), { recursive: true, force: true });
  for (const target of deploymentTargetNames) await bundleTarget(target, at('dist/cloudfunctions', target));
};

/** What a program starts in threads of their own: each is a program beside it, `main.js` has `main.store-thread.js`. */
const threadsOf = { 'host/main.ts': ['cloudfunctions/adapters/sqlite/thread/store-thread.ts'] };

/** A program that serves a page of its own has it beside it: `gate.js` has `gate.screen.html`, `.css` and `.js`. */
const screensOf = { 'host/device/main.ts': 'host/device/screen/page' };

const writeScreen = async (page, beside) => {
  const { outputFiles } = await build({
    entryPoints: [at(`${page}.ts`)],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    write: false,
  });
  for (const { contents } of outputFiles) writeWhole(`${beside}.js`, contents);
  for (const kind of ['html', 'css']) writeWhole(`${beside}.${kind}`, readFileSync(at(`${page}.${kind}`)));
};

/** A program that runs beside node_modules: our own code in one file with a source map, packages outside. */
export const bundleProgram = async (entry, outfile, target = 'machine') => {
  for (const thread of threadsOf[entry] ?? [])
    await bundleProgram(thread, outfile.replace(/\.js$/, `.${basename(thread, '.ts')}.js`), target);
  if (entry in screensOf) await writeScreen(screensOf[entry], at(outfile.replace(/\.js$/, '.screen')));
  const { outputFiles } = await build({
    ...forNode,
    entryPoints: [at(entry)],
    outfile: at(outfile),
    sourcemap: true,
    plugins: [forTarget(target), packagesStayOutside],
    write: false,
  });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
};

/** Others may be reading the file that was there: they have it or the new one, never half of one. */
const writeWhole = (path, contents) => {
  const draft = `${path}.${process.pid}.draft`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, contents);
  renameSync(draft, path);
};

export const hasFunctions = () => existsSync(at('cloudfunctions/functions')) && functionNames().length > 0;

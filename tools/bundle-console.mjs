import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { build } from 'esbuild';
import { at } from './places.mjs';

const entries = () =>
  ['main', 'verify', 'open', 'wall', 'mail'].map((name) => at('console/src', `${name}.tsx`)).filter(existsSync);

/** What a script imports at once, and what that imports. */
const importedAtOnce = (outputs, file, seen = new Set()) => {
  for (const { path, kind } of outputs[file].imports) {
    if (kind !== 'import-statement' || seen.has(path)) continue;
    seen.add(path);
    importedAtOnce(outputs, path, seen);
  }
  return [...seen];
};

/**
 * A page names its script and its styles by names that change with their content, so that a browser that has them asks for none of them again; and
 * what the script imports, so that all of it is fetched together.
 */
const pageWith = (html, outputs) => {
  const folder = relative(at('.'), at('dist/console'));
  const scripts = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.startsWith('console/src/'));
  return scripts.reduce((page, [file, { entryPoint, cssBundle }]) => {
    const name = basename(entryPoint, '.tsx');
    const script = `<script type="module" src="../console/${name}.js"></script>`;
    if (!page.includes(script)) return page;
    const parts = importedAtOnce(outputs, file).map((part) => relative(folder, part));
    const preloads = parts.map((part) => `<link rel="modulepreload" href="../console/${part}" />\n    `).join('');
    return page
      .replace(script, `${preloads}${script.replace(`${name}.js`, basename(file))}`)
      .replace(`../console/${name}.css`, `../console/${basename(cssBundle)}`);
  }, html);
};

const copyPages = (outputs) => {
  for (const file of readdirSync(at('console')).filter((name) => name.endsWith('.html')))
    writeFileSync(at('dist/console', file), pageWith(readFileSync(at('console', file), 'utf8'), outputs));
  if (existsSync(at('console/public'))) cpSync(at('console/public'), at('dist/console'), { recursive: true });
};

/** Styles of the kit that it makes at run time go through our own writer, which the pages' policy lets (decision 177). */
const kitStyles = {
  name: 'kit-styles',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(Dom\/dynamicCSS|cssUtils)$/ }, () => ({ path: at('console/src/kit/style-sheets.ts') }));
  },
};

/** Bundles pages as those of the console are: their scripts and style sheets, and what they load later. */
export const bundlePages = (entryPoints, outdir, entryNames = '[name]') =>
  build({
    entryPoints,
    outdir,
    entryNames,
    absWorkingDir: at('.'),
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome87', 'edge88', 'firefox78', 'safari14.1'],
    jsx: 'automatic',
    charset: 'utf8',
    minify: true,
    sourcemap: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.png': 'file', '.woff2': 'file' },
    chunkNames: 'parts/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    plugins: [kitStyles],
    logLevel: 'silent',
  });

/** The officials' web console: scripts and style sheets by names that change with their content, beside the html pages that name them. */
export const bundleConsole = async () => {
  rmSync(at('dist/console'), { recursive: true, force: true });
  mkdirSync(at('dist/console'), { recursive: true });
  // Each page by itself: parts that pages share would be so many more files that each of them has to fetch.
  const built = await Promise.all(entries().map((entry) => bundlePages([entry], at('dist/console'), '[name]-[hash]')));
  copyPages(Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)));
};

export const hasConsole = () => entries().length > 0;

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { at } from './places.mjs';

const entries = () =>
  ['main', 'verify', 'wall', 'mail'].map((name) => at('console/src', `${name}.tsx`)).filter(existsSync);

const copyPages = () => {
  for (const file of readdirSync(at('console')).filter((name) => name.endsWith('.html')))
    cpSync(at('console', file), at('dist/console', file));
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
export const bundlePages = (entryPoints, outdir) =>
  build({
    entryPoints,
    outdir,
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

/** The officials' web console: main.js and verify.js with their style sheets, beside the html pages that name them. */
export const bundleConsole = async () => {
  rmSync(at('dist/console'), { recursive: true, force: true });
  mkdirSync(at('dist/console'), { recursive: true });
  await bundlePages(entries(), at('dist/console'));
  copyPages();
};

export const hasConsole = () => entries().length > 0;

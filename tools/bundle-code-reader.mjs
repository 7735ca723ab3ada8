import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { at } from './places.mjs';

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);

/**
 * The web app's reader of codes: its thread as one script, and the program in WebAssembly that the thread loads from our own host. Both
 * have names that change with their content, so that they are fetched once.
 */
export const bundleCodeReader = async () => {
  const wasm = readFileSync(
    createRequire(at('miniprogram/package.json')).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  );
  const program = `zxing-reader.${hashOf(wasm)}.wasm`;
  const { outputFiles } = await build({
    entryPoints: [at('miniprogram/src/platform/camera/code-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2017',
    charset: 'utf8',
    minify: true,
    define: { 'process.env.TARO_APP_CODE_PROGRAM': JSON.stringify(program), 'import.meta.url': 'self.location.href' },
    logLevel: 'error',
  });
  const script = outputFiles[0].contents;
  const thread = `code-reader.${hashOf(script)}.js`;
  return {
    /** The script's address beside the app's page. */
    address: `js/${thread}`,
    lay: (folder) => {
      mkdirSync(join(folder, 'js'), { recursive: true });
      writeFileSync(join(folder, 'js', thread), script);
      writeFileSync(join(folder, 'js', program), wasm);
    },
  };
};

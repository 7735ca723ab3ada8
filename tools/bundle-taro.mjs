import { cpSync, existsSync, rmSync } from 'node:fs';
import { bundleCodeReader } from './bundle-code-reader.mjs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';
import { editionOfClips, layClips } from './voice/clips.mjs';
import { writeServiceWorker } from './write-service-worker.mjs';

/** Where a mini-program finds its service: `TARO_APP_ORIGIN`, `npm start` on this machine unless given. Throws where it is no scheme and domain alone. */
export const originOfService = (given = process.env.TARO_APP_ORIGIN ?? '') => {
  if (given === '') return 'http://127.0.0.1:8080';
  const isOrigin = URL.canParse(given) && new URL(given).origin === given;
  if (!isOrigin)
    throw new Error(`TARO_APP_ORIGIN 只写协议和域名 is scheme and domain alone, as https://ride.example: ${given}`);
  return given;
};

/** The riders' program for one platform, by Taro. `--no-check` spares a look-up at the maker's on each run. */
export const bundleTaro = async (platform) => {
  const origin = originOfService();
  rmSync(at('dist', platform), { recursive: true, force: true });
  const reader = platform === 'h5' ? await bundleCodeReader() : undefined;
  const { code, words } = await node(
    [at('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform, '--no-check'],
    {
      cwd: at('miniprogram'),
      env: {
        NODE_ENV: 'production',
        TARO_ENV: platform,
        TARO_APP_ORIGIN: origin,
        TARO_APP_VOICE: editionOfClips(),
        TARO_APP_CODE_READER: reader?.address ?? '',
        CI: 'true',
      },
      quiet: true,
    },
  );
  const firstFile = at('dist', platform, platform === 'h5' ? 'index.html' : 'app.json');
  if (code !== 0 || !existsSync(firstFile))
    throw new Error(`taro build --type ${platform} failed:\n${words.slice(-6000)}`);
  if (platform === 'h5') layClips(at('dist/h5'));
  reader?.lay(at('dist/h5'));
  if (platform === 'h5') writeServiceWorker(at('miniprogram/service-worker.js'), at('dist/h5'));
  // Nothing else tells a build for phones from one for this machine before it is uploaded.
  if (platform !== 'h5') say(`build: ${platform} talks to ${origin}`);
  if (platform === 'alipay') cpSync(at('miniprogram/mini.project.json'), at('dist/alipay/mini.project.json'));
};

export const hasMiniprogram = () => existsSync(at('miniprogram/src/app.config.ts'));

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const debianChromium = '/usr/bin/chromium';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const camera = (file: string) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

/** The browser that comes inside a package, unpacked to the temporary folder once; elsewhere Debian's. */
const carriedChromium = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const carried = (await import('@sparticuz/chromium')).default;
  // Its own flags put all pages into one process, whose end is the end of the browser, and switch web security off.
  return { executablePath: await carried.executablePath(), args: ['--headless=shell'] };
};

const debians = () => {
  if (!existsSync(debianChromium))
    throw new Error('no browser: @sparticuz/chromium has none here and Debian chromium is not installed');
  return { executablePath: debianChromium, args: [] };
};

/**
 * Starts a headless browser. `cameraFile` is an .mjpeg or .y4m film that pages see when they ask for the camera (they must
 * come from localhost). The caller closes it.
 */
export const launchBrowser = async ({ cameraFile }: { readonly cameraFile?: string } = {}): Promise<Browser> => {
  const { executablePath, args } = (await carriedChromium()) ?? debians();
  const extra = cameraFile === undefined ? [] : camera(cameraFile);
  return chromium.launch({ executablePath, headless: true, args: [...args, ...quiet, ...extra] });
};

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { expectVerdict, front, newRider, scanByTypedCode, switchInMenu, type TypedPerson } from './rider-steps';
import { type RunningCity, startCity } from './running-city';

let city: RunningCity;
let browser: Browser;
/** Who has registered somebody knows their colour offline; an account that only claims to be them does not, so each test has a rider of its own. */
let refused: TypedPerson[];
let shortCode: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(20);
  browser = await launchBrowser();
  const people: readonly (TypedPerson & { readonly about: { readonly en: string } })[] = await (
    await fetch(`${city.url}/city/people`)
  ).json();
  refused = people.filter(({ about }) => about.en.includes('may not ride'));
  const wall = await (await fetch(`${city.url}/city/wall.json`)).json();
  shortCode = wall.posters.find(({ mode }: { readonly mode: string }) => mode === 'bus').shortCode;
}, 180_000);
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** In the page: what was read aloud, and what was played. */
interface Ear {
  readonly read: { readonly words: string; readonly lang: string }[];
  readonly played: string[];
}

/** A browser whose voices speak these languages; it plays sounds without a loudspeaker and tells of their end. */
const ear = (languages: readonly string[]) => {
  const heard: Ear = { read: [], played: [] };
  const voice = {
    getVoices: () => languages.map((lang) => ({ lang })),
    cancel: () => undefined,
    speak: ({ text, lang }: SpeechSynthesisUtterance) => heard.read.push({ words: text, lang }),
  };
  Object.defineProperty(window, 'speechSynthesis', { value: voice });
  Object.defineProperty(window, 'ear', { value: heard });
  // The page's policy lets a player have what the page itself made, and nobody fetch it.
  const blobs = new Map<string, Blob>();
  const makeUrl = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    const url = makeUrl(blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLMediaElement.prototype.play = async function play() {
    const bytes = (await blobs.get(this.src)?.arrayBuffer()) ?? new ArrayBuffer(0);
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
    heard.played.push(digest.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    this.dispatchEvent(new Event('ended'));
  };
};

const elderWith = async (languages: readonly string[]): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 }, locale: 'zh-CN' });
  contexts.push(context);
  await context.addInitScript(ear, languages);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const rider = refused.shift();
  if (!rider) throw new Error('nobody else may not ride');
  await newRider(page, city.url, rider);
  await front(page).locator('#type-code').waitFor();
  return page;
};
const soundsOf = (page: Page): Promise<Ear> => page.evaluate('window.ear');
const clipsHeldBy = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [name] = (await caches.keys()).filter((key) => key.startsWith('tongcheng-voice-'));
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
  });
const untilPlayed = async (page: Page, count: number): Promise<void> => {
  for (let tries = 0; tries < 60 && (await soundsOf(page)).played.length < count; tries += 1)
    await page.waitForTimeout(250);
};
const clips = new Map(
  readdirSync('dist/h5/voice/zh').map((name) => [
    createHash('sha256')
      .update(readFileSync(join('dist/h5/voice/zh', name)))
      .digest('hex'),
    name,
  ]),
);

test('X-09 a browser with a Chinese voice reads the word and the way on, and fetches no clips', async () => {
  const page = await elderWith(['en-GB', 'zh-CN']);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await switchInMenu(page, 'elder');
  await page.waitForTimeout(5_000);
  await scanByTypedCode(page, shortCode);
  await expectVerdict(page, 'refuse');
  expect(await soundsOf(page)).toEqual({ read: [{ words: '暂不能乘车。下一步：申诉', lang: 'zh-CN' }], played: [] });
  expect(asked.filter((url) => url.includes('/voice/'))).toEqual([]);
}, 60_000);

test('X-09 a browser without one says the same by clips, which it holds when the network is gone', async () => {
  const page = await elderWith(['de-DE']);
  await switchInMenu(page, 'elder');
  while ((await clipsHeldBy(page)) < clips.size) await page.waitForTimeout(250);
  await scanByTypedCode(page, shortCode);
  await expectVerdict(page, 'refuse');
  await untilPlayed(page, 2);
  const { read, played } = await soundsOf(page);
  expect(read).toEqual([]);
  expect(played.map((digest) => clips.get(digest))).toEqual(['refuse.mp3', 'next-appeal.mp3']);
  await page.context().setOffline(true);
  await page.evaluate(() => window.location.assign('#/pages/scan/index'));
  await scanByTypedCode(page, shortCode);
  await front(page).locator('.verdict-kept').waitFor();
  await untilPlayed(page, 6);
  const offline = (await soundsOf(page)).played.slice(2).map((digest) => clips.get(digest));
  expect(offline).toEqual(['offline.mp3', 'refuse.mp3', 'kept.mp3', 'next-appeal.mp3']);
}, 60_000);

import { mkdirSync, rmSync } from 'node:fs';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { type BenchHost, startBenchHost } from '../../bench/console/host';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { signInConsole } from './console-steps';
import { type KeptScreen, keptScreens, sectionsOf } from './kept-screens';

/**
 * `npm run screens -- --keep`: one picture of every screen of the console, its dialogs, the wall and the mailbox, in the folder that is named,
 * from a host as `npm start` starts it.
 */
const [folder = 'docs/screens/console'] = process.argv.slice(2);
/** Shenyang: the first of the cities with coaches. */
const coachCity = '210100';
const drawn = { timeout: 60_000 } as const;

const settled = async (desk: Page) => {
  await desk.locator('h1').first().waitFor(drawn);
  await desk
    .locator('.skeleton, .work-progress')
    .first()
    .waitFor({ state: 'detached', ...drawn });
  await desk.evaluate(() => document.fonts.ready);
};

const photograph = async (desk: Page, name: string) => {
  await settled(desk);
  await desk.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${name} `);
};

const photographDialog = async (desk: Page, address: string, { name, path, act }: KeptScreen) => {
  await desk.goto(`${address}#/${path}`);
  await desk.reload();
  await settled(desk);
  await act(desk);
  await photograph(desk, name);
};

async function keepConsole(desk: Page, url: string): Promise<void> {
  const address = `${url}/console/`;
  for (const path of await sectionsOf(desk)) {
    await desk.goto(`${address}#/${path}`);
    await photograph(desk, path);
  }
  for (const screen of keptScreens.filter(({ ofCoaches }) => !ofCoaches)) await photographDialog(desk, address, screen);
  await desk.goto(`${address}#/live`);
  await settled(desk);
  // A page opens with the first city: the choice is lost with the page, so that these go by the menu.
  await desk.selectOption('select.city', coachCity);
  for (const { name, path, act } of keptScreens.filter(({ ofCoaches }) => ofCoaches)) {
    await desk.click(`.section-nav a[href="#/${path}"]`);
    await settled(desk);
    await act(desk);
    await photograph(desk, name);
    await desk.keyboard.press('Escape');
  }
}

/** Tracing is the health office's: others see that there is nothing for them. */
async function keepTracing(office: Page, { url, supervisor }: BenchHost): Promise<void> {
  await withChinese(office.context(), 'body');
  office.setDefaultTimeout(drawn.timeout);
  await signInConsole(office, url, { ...supervisor, totp: await generate({ secret: supervisor.totpSecret }) });
  await office.goto(`${url}/console/#/tracing`);
  await photograph(office, 'tracing');
}

async function keepScreens(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const host = await startBenchHost();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      bypassCSP: true,
    });
    await withChinese(context, 'body');
    const desk = await context.newPage();
    desk.setDefaultTimeout(drawn.timeout);
    await desk.goto(`${host.url}/console/`);
    await photograph(desk, 'sign-in');
    await signInConsole(desk, host.url, { ...host, totp: await generate({ secret: host.totpSecret }) });
    await keepConsole(desk, host.url);
    const office = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', bypassCSP: true });
    await keepTracing(office, host);
    await desk.goto(`${host.url}/open/?city=420100`);
    await photograph(desk, 'open');
    await desk.goto(`${host.url}/mail/`);
    await desk.locator('.mail-line').first().click();
    await photograph(desk, 'mail');
    await desk.goto(`${host.url}/wall/`);
    await photograph(desk, 'wall');
  } finally {
    await browser.close();
    await host.stop();
  }
}

void keepScreens();

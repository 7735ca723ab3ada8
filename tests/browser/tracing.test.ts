import { sendNotices } from '@tongcheng/cloudfunctions/app/tracing/notices/send-notices';
import { generate } from 'otplib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe } from './axe';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { confirmDialog, openSection, signInConsole } from './console-steps';
import { officialOf } from './desk-of';
import { expectVerdict, newRider, scanByTypedCode, type TypedPerson } from './rider-steps';
import { type RunningCity, startCity } from './running-city';

interface Guest extends TypedPerson {
  readonly about: { readonly en: string };
}

const pictures = process.env.TONGCHENG_PICTURES;
const waitMs = 40_000;
let city: RunningCity;
let browser: Browser;
let shortCode: string;
let index: Guest;
let exposed: Guest;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(40);
  browser = await launchBrowser();
  const { posters } = await (await fetch(`${city.url}/city/wall.json`)).json();
  shortCode = posters.find(({ mode }: { mode: string }) => mode === 'bus').shortCode;
  const guests: readonly Guest[] = await (await fetch(`${city.url}/city/people`)).json();
  const about = (words: string): Guest => {
    const found = guests.find(({ about: { en } }) => en.includes(words));
    if (!found) throw new Error(`nobody is ${words}`);
    return found;
  };
  index = about('Green: may ride');
  exposed = about('Foreign passport');
  for (const guest of [index, exposed]) {
    const phone = await newPage(360);
    await newRider(phone, city.url, guest);
    await scanByTypedCode(phone, shortCode);
    await expectVerdict(phone, 'admit', waitMs);
  }
}, 600_000);

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await city?.stop();
});

const newPage = async (width: number): Promise<Page> => {
  const bypassCSP = pictures !== undefined;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', bypassCSP });
  contexts.push(context);
  if (bypassCSP) await withChinese(context, 'body');
  const page = await context.newPage();
  page.setDefaultTimeout(waitMs);
  return page;
};

/** Keeps pictures of a page in both languages and at two widths, where a folder for them is named. */
const picture = async (page: Page, name: string) => {
  if (pictures === undefined) return;
  for (const language of ['zh', 'en']) {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${pictures}/${name}-${width}-${language}.png`, fullPage: true });
    }
    await page.locator('[data-part="language"]').first().dispatchEvent('click');
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

const firstDesk = async (login: string): Promise<Page> => {
  const found = city.host.first.credentials.find((each) => each.login === login);
  if (!found) throw new Error(`the first start created no ${login}`);
  const desk = await newPage(1280);
  await signInConsole(desk, city.url, { ...found, totp: await generate({ secret: found.totpSecret }) });
  return desk;
};

const openCaseOf = async (desk: Page, { documentKind, documentNumber }: Guest) => {
  await desk.click('[data-act="open-case"]');
  await desk.fill('input[name="case-number"]', 'WH-2026-001');
  await desk.selectOption('select[name="document-kind"]', documentKind);
  await desk.fill('input[name="document-number"]', documentNumber);
  await confirmDialog(desk);
  await desk.locator('[data-part="case"]').waitFor();
};

const openNamesOf = async (desk: Page): Promise<string> => {
  await desk.click('[data-act="open-names"]');
  return desk.locator('[data-part="exposed"]').innerText();
};

/** What a browser keeps of a page: its address and its storage. */
const keptBy = (desk: Page): Promise<string> =>
  desk.evaluate(() => decodeURIComponent(location.href) + JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));

test('X-05 W-26 two officers: counts, a request, the second key, names for both and for nobody else, and an early end', async () => {
  const desk = await firstDesk('deputy');
  await openSection(desk, 'tracing');
  await openCaseOf(desk, index);
  await desk.click('[data-act="count"]');
  await desk.locator('[data-row$=" bus"] td').first().filter({ hasText: /^1$/ }).waitFor({ state: 'attached' });
  await desk.click('[data-act="ask"]');
  await desk.locator('[data-request="open"]').waitFor();
  await picture(desk, 'asked');
  expect(await desk.locator('[data-act="open-names"]').count()).toBe(0);

  const second = await firstDesk('supervisor');
  await openSection(second, 'tracing');
  await second.click('tr[data-waits="decide"] [data-act="look"]');
  await second.click('[data-act="approve"]');
  await picture(second, 'approve');
  await confirmDialog(second);

  const names = [await openNamesOf(second), await openNamesOf(desk)];
  for (const told of names) expect([told.includes(exposed.name), told.includes(exposed.phone)]).toEqual([true, true]);
  for (const told of names)
    expect([told.includes(index.name), told.includes(exposed.documentNumber)]).toEqual([false, false]);
  await picture(desk, 'names');
  expect(await axe(desk, 'names', 'body')).toEqual([]);
  for (const page of [desk, second])
    for (const text of [exposed.name, exposed.phone, index.name, index.documentNumber])
      expect(await keptBy(page)).not.toContain(text);

  // Told under two persons; without a message service they are phoned.
  await desk.click('[data-act="hide-names"]');
  await desk.click('[data-act="ask-notify"]');
  await confirmDialog(desk);
  await second.click('[data-act="hide-names"]');
  await second.click('[data-measure="notify"] [data-act="measure-approve"]');
  await picture(second, 'approve-notify');
  await confirmDialog(second);
  await second.locator('[data-measure="notify"][data-state="approved"]').waitFor();
  const silent = { send: async () => ({ is: 'nowhere' }) as const };
  await sendNotices({ ...city.host.container, notifier: silent });
  await desk.click('[data-act="open-calls"]');
  const calls = desk.locator('[data-part="calls"]');
  expect(await calls.innerText()).toContain(exposed.phone);
  await picture(desk, 'calls');
  expect(await axe(desk, 'calls', 'body')).toEqual([]);
  expect(await keptBy(desk)).not.toContain(exposed.name);
  await calls.locator('select[name="outcome"]').selectOption('reached');
  await calls.locator('[data-act="record-call"]').click();
  await calls.waitFor({ state: 'detached' });

  // An extract stands under its receiver.
  await desk.click('[data-act="ask-extract"]');
  await desk.fill('input[name="measure-receiver"]', '演示区疾控中心');
  await picture(desk, 'ask-extract');
  await confirmDialog(desk);
  await second.click('[data-measure="extract"] [data-act="measure-approve"]');
  await confirmDialog(second);
  await desk.click('[data-measure="extract"] [data-act="open-measure"]');
  expect(await desk.locator('[data-extract-row]').first().innerText()).toContain('演示区疾控中心');
  expect(await axe(desk, 'extract', 'body')).toEqual([]);
  await picture(desk, 'extract');
  await desk.click('[data-measure="extract"] [data-act="open-measure"]');
  await desk.locator('[data-part="opened-measure"]').waitFor({ state: 'detached' });

  const other = await newPage(1280);
  await signInConsole(other, city.url, await officialOf(city.host.container, 'health'));
  await openSection(other, 'tracing');
  await other.click('tr[data-case="WH-2026-001"] [data-act="look"]');
  await other.locator('[data-request="approved"]').waitFor();
  expect(await other.locator('[data-act="open-names"]').count()).toBe(0);
  await other.click('[data-act="end"]');
  await other.fill('input[name="end-reason"]', '已通知完毕');
  await confirmDialog(other);
  await desk.locator('[data-part="names"]').waitFor({ state: 'detached' });
  expect(await desk.locator('main').innerText()).not.toContain(exposed.name);
}, 300_000);

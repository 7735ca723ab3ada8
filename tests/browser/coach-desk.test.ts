import { join } from 'node:path';
import { dayOf, formatInstant, minuteMs } from '@tongcheng/shared/time';
import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { axe } from './axe';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { withCoaches } from './coach-steps';
import { signInConsole } from './console-steps';
import { picturesFolder as pictures } from './pictures';
import { type RunningCity, startCity } from './running-city';

jest.setTimeout(3 * minuteMs);

let city: RunningCity;
let browser: Browser;

beforeAll(async () => {
  city = await startCity(20);
  await withCoaches(city);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** The console of an official in a browser of their own. */
async function desk(login: string): Promise<Page> {
  const official = city.host.first.credentials.find((each) => each.login === login);
  if (!official) throw new Error(`the first start created no ${login}`);
  const bypassCSP = pictures !== undefined;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', bypassCSP });
  if (bypassCSP) await withChinese(context, 'body');
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signInConsole(page, city.url, { ...official, totp: await generate({ secret: official.totpSecret }) });
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  expect(await axe(page, name, 'body')).toEqual([]);
}

const goTo = async (page: Page, section: string): Promise<void> => {
  await page.click(`.section-nav a[href="#/${section}"]`);
  await page.locator('main h1').first().waitFor();
};

const plate = '鄂A46190';
const passengers = ['演示台账甲,护照,E46190001', '演示台账乙,护照,E46190002', '演示台账丙,护照,E46190003'];

/** A ledger of a coach that left an hour ago; the plate of its last line is none. */
function ledger(): string {
  const departsAt = formatInstant(Date.now() - 60 * minuteMs, 'YYYY-MM-DD HH:mm');
  const lines = passengers.map((each, order) => `${departsAt},${order === 2 ? '鄂I2345' : plate},宜昌,${each}`);
  return ['发车时间,车牌,目的地,姓名,证件类型,证件号', ...lines].join('\r\n');
}

test('L-09 L-11 L-13 a ledger is put right on screen and filed; an extract of its day by one document is asked by one official, approved and opened by a second, under a watermark', async () => {
  const chief = await desk('chief');
  await goTo(chief, 'coaches');
  const file = { name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(ledger()) };
  await chief.setInputFiles('input[name="ledger"]', file);
  const bad = chief.locator('[data-part="bad-rows"] .bad-row');
  await bad.waitFor();
  expect(await bad.count()).toBe(1);
  await look(chief, 'ledger-bad-row');
  await bad.locator('input').fill(plate);
  await bad.locator('input').press('Enter');
  await bad.waitFor({ state: 'detached' });
  await chief.click('[data-act="file-ledger"]');
  expect(await chief.locator('[data-part="filed"] [role="status"]').innerText()).toContain('新登记 3 行');
  await look(chief, 'ledger-filed');

  await goTo(chief, 'coach-extracts');
  await chief.locator('[data-part="find-departures"]').waitFor();
  await chief.click('[data-act="ask-days"]');
  await chief.selectOption('select[name="of"]', 'document');
  await chief.selectOption('select[name="document-kind"]', 'passport');
  await chief.fill('input[name="document-number"]', 'E46190002');
  await chief.fill('input[name="receiver"]', '演示疾控');
  await chief.fill('input[name="why"]', '演示文号 46190');
  await look(chief, 'extract-asked');
  await chief.click('.ant-drawer [data-act="confirm"]');
  const own = chief.locator('tr[data-extract]');
  await own.waitFor();
  expect(await own.locator('[data-act="approve"]').count()).toBe(0);
  expect(await own.innerText()).not.toContain('E46190002');

  const deputy = await desk('deputy');
  await goTo(deputy, 'coach-extracts');
  await deputy.locator('tr[data-extract] [data-act="approve"]').click();
  await look(deputy, 'extract-to-approve');
  await deputy.locator('.ant-drawer [data-act="confirm"]').click();
  await deputy.locator('tr[data-state="approved"] [data-act="open"]').click();
  const opened = deputy.locator('[data-part="clear-passengers"]');
  await opened.waitFor();
  expect(await opened.innerText()).toContain('演示台账乙');
  expect(await opened.innerText()).not.toContain('演示台账甲');
  expect(await deputy.locator('[data-part="watermark"]').innerText()).toContain(dayOf(Date.now()));
  await look(deputy, 'extract-opened');
});

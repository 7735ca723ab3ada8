import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { expectVerdict, front, newDemonstrationRider, scanByTypedCode } from './rider-steps';
import { type RunningCity, startCity } from './running-city';

let city: RunningCity;
let browser: Browser;
let shortCode: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(20);
  browser = await launchBrowser();
  const { posters } = await (await fetch(`${city.url}/city/wall.json`)).json();
  shortCode = posters.find(({ mode }: { readonly mode: string }) => mode === 'bus').shortCode;
}, 180_000);

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** A rider on the scan page whose localStorage takes not one character more, and nothing in it can be given up. */
const riderWithFullStorage = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await newDemonstrationRider(page, city.url);
  await front(page).locator('#type-code').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  const refused = await page.evaluate(() => {
    for (const key of ['tc.city', 'tc.venues', 'tc.shown-scan']) localStorage.removeItem(key);
    const takes = (key: string, size: number) => {
      try {
        localStorage.setItem(key, 'x'.repeat(size));
        return true;
      } catch {
        return false;
      }
    };
    for (let size = 2 ** 20, turn = 0; size >= 1; turn += 1)
      if (!takes(`other-${turn}`, size)) size = Math.floor(size / 2);
    return !takes('another', 1);
  });
  expect(refused).toBe(true);
  return page;
};

/** Everything that a search of the browser's two places finds: by whoever holds the unlocked phone. */
const searched = (page: Page) =>
  page.evaluate(async () => {
    const database: IDBDatabase = await new Promise((resolve, reject) => {
      const request = indexedDB.open('tongcheng', 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = database.transaction('texts').objectStore('texts');
    const texts: string[] = await new Promise((resolve, reject) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result.map(String));
      request.onerror = () => reject(request.error);
    });
    database.close();
    return { local: JSON.stringify({ ...localStorage }), second: texts.join('\n') };
  });

const untilSecondIs = async (page: Page, isSo: (second: string) => boolean) => {
  for (let tries = 0; tries < 40 && !isSo((await searched(page)).second); tries += 1) await page.waitForTimeout(250);
};

test('X-01 with localStorage full a scan is kept in the database, outlives the page, and goes from there once delivered', async () => {
  const page = await riderWithFullStorage();
  await page.context().setOffline(true);
  await scanByTypedCode(page, shortCode);
  const said = await expectVerdict(page, 'kept');
  expect(said).toContain('已记录在手机上');
  expect(said).not.toContain('手机存储已满');
  const before = await searched(page);
  expect(before.local).not.toContain(shortCode);
  expect(before.second).toContain(shortCode);
  await page.goto('about:blank');
  await page.goto(`${city.url}/app/#/pages/rides/index`);
  await front(page).locator('#waiting-scans').waitFor();
  expect(await front(page).locator('#waiting-scans').innerText()).not.toContain('手机存储已满');
  await page.context().setOffline(false);
  await front(page).locator('#waiting-scans').waitFor({ state: 'detached', timeout: 30_000 });
  await untilSecondIs(page, (second) => second === '');
  expect((await searched(page)).second).toBe('');
  await page.reload();
  await front(page).locator('.day-head').first().waitFor();
  expect(await front(page).locator('.day-head').first().innerText()).toContain('1 次扫码');
}, 90_000);

test('X-01 with both places full it is said at once that the scan is not kept', async () => {
  const page = await riderWithFullStorage();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.context().setOffline(true);
  await scanByTypedCode(page, shortCode);
  expect(await expectVerdict(page, 'kept')).toContain('手机存储已满');
}, 60_000);

test('X-14 after the account is deleted a search of both places finds neither the scan nor where it was made', async () => {
  const page = await riderWithFullStorage();
  await page.route('**/api/rides.record-*', (route) => route.abort());
  await scanByTypedCode(page, shortCode);
  await expectVerdict(page, 'kept');
  expect((await searched(page)).second).toContain(shortCode);
  await page.goto(`${city.url}/app/#/pages/mine/index`);
  await front(page).locator('#delete-account').click();
  await front(page).locator('#delete-confirm').click();
  await front(page).locator('#deleted').waitFor();
  expect(await front(page).locator('#export-panel').count()).toBe(0);
  await front(page).locator('#delete-done').click();
  await front(page).locator('#sign-in').waitFor();
  const { local, second } = await searched(page);
  expect(local + second).not.toContain(shortCode);
  expect(local).not.toMatch(/scannedAt|maskedName|signing/);
  expect(second).toBe('');
}, 90_000);

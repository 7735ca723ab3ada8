import { join } from 'node:path';
import { Workbook } from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe } from './axe';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { beyondInLargeType, brokenInLargeType } from './large-type';
import {
  expectVerdict,
  freshPhone,
  front,
  newDemonstrationRider,
  newRider,
  openByMenu,
  scanByTypedCode,
  type TypedPerson,
} from './rider-steps';
import { type RunningCity, startCity } from './running-city';

interface Guest extends TypedPerson {
  readonly about: { readonly en: string };
}

let city: RunningCity;
let browser: Browser;
let codes: readonly { readonly mode: string; readonly shortCode: string }[];
let guests: readonly Guest[];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(40);
  browser = await launchBrowser();
  codes = (await (await fetch(`${city.url}/city/wall.json`)).json()).posters;
  guests = await (await fetch(`${city.url}/city/people`)).json();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

const phone = async (): Promise<Page> => {
  const bypassCSP = pictures !== undefined;
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'zh-CN', bypassCSP });
  contexts.push(context);
  if (pictures !== undefined) await withChinese(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await freshPhone(page, city.url);
  return page;
};

const codeOf = (mode: string): string => {
  const found = codes.find((each) => each.mode === mode);
  if (!found) throw new Error(`no code of ${mode}`);
  return found.shortCode;
};

const guest = (about: string): Guest => {
  const found = guests.find((each) => each.about.en.includes(about));
  if (!found) throw new Error(`nobody is ${about}`);
  return found;
};

const pictures = process.env.TONGCHENG_PICTURES;

/** Keeps a picture of the page in front where a folder for it is named: in Chinese, English and large type, narrow and wide. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  const keep = async (as: string, width: number) => {
    const inside = await page.evaluate(
      () => document.querySelector('.taro_page:not(.taro_page_shade) .page')?.scrollHeight ?? 0,
    );
    await page.setViewportSize({ width, height: Math.max(760, Math.min(inside, 2_000)) });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(pictures, `${name}.${as}.${width}.png`), fullPage: true });
  };
  const dress = (language: string, elder: boolean) =>
    page.evaluate(
      ([chosen, large]) => {
        const wish = JSON.stringify({ language: chosen, elder: large });
        localStorage.setItem('tc.preferences', JSON.stringify({ data: wish }));
        dispatchEvent(new StorageEvent('storage', { key: 'tc.preferences' }));
      },
      [language, elder] as const,
    );
  await keep('zh', 360);
  await dress('en', false);
  await keep('en', 414);
  await dress('zh', true);
  await keep('elder', 360);
  await dress('zh', false);
  await page.setViewportSize({ width: 360, height: 760 });
}

const addMember = async (page: Page, member: Guest, relation: string) => {
  await front(page).locator('#add-member').click();
  await front(page).locator(`#choice-${relation}`).click();
  await front(page).locator(`#choice-${member.documentKind}`).click();
  await front(page).locator('#member-number').fill(member.documentNumber);
  await front(page).locator('#member-name').fill(member.name);
  await front(page).locator('#member-phone').fill(member.phone);
  await picture(page, '31-family-facts');
  await front(page).locator('#member-next').click();
  await picture(page, '32-family-consent');
  await front(page).locator('#member-agree').click();
  await front(page).locator('.member').first().waitFor();
};

test('X-15 a red verdict leads to its basis and an appeal; the appeal stands where it was made', async () => {
  const page = await phone();
  await newRider(page, city.url, guest('Red'));
  await scanByTypedCode(page, codeOf('bus'));
  await expectVerdict(page, 'refuse');
  await front(page).getByText('申诉', { exact: true }).click();
  await front(page).locator('#verdict-basis').waitFor();
  expect(await front(page).locator('#verdict-basis').innerText()).toMatch(/依据来源[\s\S]*规则[\s\S]*有效至/);
  await picture(page, '33-appeal');
  expect(await beyondInLargeType(page)).toEqual([]);
  await front(page).locator('#send-appeal').click();
  expect(await front(page).locator('#appeal-text-hint').innerText()).toContain('请至少写几个字');
  await front(page).locator('#appeal-text').fill('昨天的检测是阴性，\n请人工核对。');
  await front(page).locator('#send-appeal').click();
  await front(page).locator('#appeal-state').waitFor();
  expect(await front(page).locator('#appeal-state').innerText()).toContain('昨天的检测是阴性， 请人工核对。');
  await picture(page, '34-appeal-waiting');
  await page.goto(`${city.url}/app/#/pages/account/index`);
  await front(page).locator('#open-appeal').click();
  await front(page).getByText('已提交，等待人工答复').waitFor();
}, 90_000);

test('X-09 W-15 a member joins and is scanned together with the rider, each with a verdict of their own', async () => {
  const page = await phone();
  await newDemonstrationRider(page, city.url);
  await openByMenu(page, 'account');
  await front(page).locator('#open-family').click();
  await front(page).locator('#family').waitFor();
  await picture(page, '30-family-empty');
  await addMember(page, guest('No status'), 'parent');
  await picture(page, '35-family');
  expect(await beyondInLargeType(page)).toEqual([]);
  await openByMenu(page, 'scan');
  await front(page).locator('.companion').nth(1).click();
  await picture(page, '36-who-rides');
  await scanByTypedCode(page, codeOf('bus'));
  await expectVerdict(page, 'admit');
  await picture(page, '37-verdict-family');
  await front(page).locator('.family-line').click();
  await expectVerdict(page, 'grey');
  await front(page).locator('.family-line').click();
  await expectVerdict(page, 'admit');
}, 120_000);

test('X-09 in elder mode and type of 200 % a plate and the hotline’s number stand whole on a line of a small phone', async () => {
  const page = await phone();
  await newDemonstrationRider(page, city.url);
  await scanByTypedCode(page, codeOf('bus'));
  await expectVerdict(page, 'admit');
  const plate = await front(page).locator('.verdict-venue').innerText();
  expect(plate).toMatch(/\s· .[A-Z]·\d/);
  const onVerdict = await brokenInLargeType(page, '.venue-part .venue-part');
  expect(onVerdict).toEqual({ seen: 3, broken: [] });
  await page.goto(`${city.url}/app/#/pages/account/index`);
  await front(page).locator('.button-number').waitFor();
  expect(await brokenInLargeType(page, '.button-number')).toEqual({ seen: 1, broken: [] });
}, 90_000);

test('X-04 X-14 who looked, devices, an export that opens, and the end of the account', async () => {
  const page = await phone();
  const person = guest('Green');
  await newRider(page, city.url, person);
  await scanByTypedCode(page, codeOf('bus'));
  await expectVerdict(page, 'admit');
  await page.goto(`${city.url}/app/#/pages/account/index`);
  await front(page).locator('#open-mine').click();
  await front(page).locator('#devices-panel').getByText('这台设备').waitFor();
  await front(page).locator('#show-access-log').click();
  await front(page).getByText('到目前为止没有人看过。').waitFor();
  await picture(page, '38-mine');
  expect(await beyondInLargeType(page)).toEqual([]);
  await front(page).locator('#export-number').fill(person.documentNumber);
  const download = page.waitForEvent('download');
  await front(page).locator('#export-sheet').click();
  const book = new Workbook();
  await book.xlsx.readFile((await (await download).path()) ?? '');
  expect(book.worksheets[0]?.getCell('B3').value).toBe(person.name);
  await front(page).locator('#delete-account').click();
  await picture(page, '39-delete');
  await front(page).locator('#delete-confirm').click();
  expect(await front(page).locator('#deleted').innerText()).toMatch(/最晚在 \d{4}-\d{2}-\d{2} 销毁/);
  await front(page).locator('#delete-done').click();
  await front(page).locator('#sign-in').waitFor();
}, 120_000);

test('X-22 a second account of a rider is theirs after a face check, whose page opens beside the app', async () => {
  const person = guest('Green');
  await newRider(await phone(), city.url, person);
  const page = await phone();
  await newRider(page, city.url, person);
  await page.goto(`${city.url}/app/#/pages/mine/index`);
  const panel = front(page).locator('#own-accounts-panel');
  await front(page).locator('#proof-code').waitFor();
  await picture(page, '41-claim');
  await front(page).locator('#face-check-begin').click();
  const opens = page.waitForEvent('popup');
  await front(page).locator('#face-check-open').click();
  const camera = await opens;
  await camera.locator('#it-is-me').waitFor();
  await picture(page, '42-face-check');
  await front(page).locator('#face-check-done').click();
  await panel.getByText('人脸核验还没有做完').waitFor();
  await camera.click('#it-is-me');
  await camera.getByText('核验已做完').waitFor();
  await camera.close();
  await front(page).locator('#face-check-done').click();
  await front(page).locator('#face-check').waitFor({ state: 'detached' });
  await panel.getByText('网页 · 先登记的账户，没有核对过本人').waitFor();
  await picture(page, '43-proven');
}, 120_000);

test('W-30 the guide is searched by a word, in Chinese and in English, without asking the service', async () => {
  const page = await phone();
  await newDemonstrationRider(page, city.url);
  await openByMenu(page, 'guide');
  await front(page).locator('#guide-questions').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await front(page).locator('#guide-search').fill('换乘');
  await front(page).locator('.question').first().locator('button').click();
  await picture(page, '40-guide-search');
  expect(await front(page).locator('.question').first().innerText()).toContain('不要钱，也不影响');
  await front(page).locator('#guide-search').fill('zzz');
  await front(page).getByText('没有找到').waitFor();
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
}, 60_000);

test('X-09 no page of the account has a serious fault for screen readers, keyboards or weak eyes', async () => {
  const page = await phone();
  await newRider(page, city.url, guest('Yellow'));
  await scanByTypedCode(page, codeOf('bus'));
  await expectVerdict(page, 'refuse');
  await front(page).getByText('申诉', { exact: true }).click();
  await front(page).locator('#appeal-form').waitFor();
  const faults = [...(await axe(page, 'appeal'))];
  for (const [at, part] of [
    ['appeal', 'own-appeals'],
    ['family', 'add-member'],
    ['mine', 'devices-panel'],
    ['guide', 'guide-questions'],
  ] as const) {
    await page.goto(`${city.url}/app/#/pages/${at}/index`);
    await front(page).locator(`#${part}`).waitFor();
    faults.push(...(await axe(page, at)));
  }
  expect(faults).toEqual([]);
}, 90_000);

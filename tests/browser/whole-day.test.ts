import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { reportPassword } from '@tongcheng/cloudfunctions/app/reports/protection/report-password';
import { liveFigures } from '@tongcheng/cloudfunctions/app/rides/live-figures';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { demonstrationRecipients } from '../../host/first-start';
import { asLines, expectedRows, isOfDay, reportedRows } from '../journeys/expected-rows';
import { expectedFigures, expectedRefusals, expectedSums } from '../journeys/expected-sums';
import { readWorkbook } from '../reports/read-workbook';
import { anOfficial } from '../world/callers';
import type { Scene } from '../world/code-pictures';
import { launchBrowser } from './browser';
import {
  decideRecipient,
  downloadReport,
  expectDay,
  inviteStaff,
  openSection,
  proposeRecipient,
  sendReportAgain,
  shownReportPassword,
  shownScans,
  signInConsole,
} from './console-steps';
import { filmOfScene } from './qr-film';
import {
  expectVerdict,
  freshPhone,
  newDemonstrationRider,
  scanByTypedCode,
  shownMinuteWord,
  takeDemonstrationPerson,
} from './rider-steps';
import { type RunningCity, startCity } from './running-city';
import {
  expectFeedScan,
  openVerification,
  refuseRider,
  shownCount,
  shownMinuteWord as staffMinuteWord,
} from './verify-steps';

const bureau = anOfficial({ roles: ['bureau'] });
const phoneSize = { width: 390, height: 780 };
const folder = mkdtempSync(join(tmpdir(), 'tongcheng-film-'));
let city: RunningCity;
let browser: Browser;
let bus: { readonly venueId: string; readonly link: string; readonly shortCode: string };

beforeAll(async () => {
  city = await startCity(120);
  bus = await firstBus(city.url);
  const film = join(folder, 'code.y4m');
  filmOfScene(film, besidePayment(bus.link));
  browser = await launchBrowser({ cameraFile: film });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Our code, turned a little, beside a payment code of like size: what hangs in many a bus. */
const besidePayment = (link: string): Scene => ({
  width: 1_280,
  height: 720,
  codes: [
    { text: 'https://qr.alipay.example/bax03431ljhokirwl38f0077', x: 320, y: 360, modulePx: 9 },
    { text: link, x: 930, y: 360, modulePx: 8, degrees: 20 },
  ],
});

async function firstBus(url: string): Promise<typeof bus> {
  const wall = JSON.stringify(await (await fetch(`${url}/city/wall.json`)).json());
  const found = /\{"venueId":"([^"]*)","mode":"bus".*?"link":"([^"]*)","shortCode":"([^"]*)"/.exec(wall);
  const [, venueId = '', link = '', shortCode = ''] = found ?? [];
  return { venueId, link, shortCode };
}

/** Desks by login: a one-time code is good once, so nobody signs in twice within its half minute. */
const desks = new Map<string, Page>();

const deskOf = async (login: 'chief' | 'deputy'): Promise<Page> => {
  const known = desks.get(login);
  if (known) return known;
  const official = city.host.first.credentials.find((each) => each.login === login);
  if (!official) throw new Error(`the first start created no ${login}`);
  const desk = await newPage({ width: 1440, height: 900 });
  const totp = await generate({ secret: official.totpSecret });
  await signInConsole(desk, city.url, { login, password: official.password, totp });
  desks.set(login, desk);
  return desk;
};

const newPage = async (viewport: { width: number; height: number }) =>
  (await browser.newContext({ viewport, permissions: ['camera'], locale: 'zh-CN', acceptDownloads: true })).newPage();

describe('a day on one machine, through the browser', () => {
  test('W-01 W-04 W-09 W-10 X-06 a new rider shows the camera a posted code; the staff of that bus see the same verdict and word, and may refuse', async () => {
    const staff = await newPage({ width: 1024, height: 768 });
    const link = city.host.first.invitation?.link ?? '';
    await openVerification(staff, { link, displayName: '李师傅', venueId: bus.venueId });
    const phone = await newPage(phoneSize);
    // After the registration the scan page opens with the camera on, and the camera sees the code beside one for payment.
    await newDemonstrationRider(phone, city.url);
    const said = await expectVerdict(phone, 'admit');
    expect(said).toContain('可以乘车');
    expect(said).toMatch(/\*\*/);
    expect(said).toContain('上车');
    const item = await expectFeedScan(staff, { face: 'admit', within: 10_000 });
    expect(item).toMatch(/\*\*/);
    expect(await staffMinuteWord(staff)).toBe(await shownMinuteWord(phone));
    // Figures come with the next answer at the latest; by night this scan is the only one of the bus.
    await staff.locator('[data-count="admit"] dd', { hasText: /[1-9]/ }).waitFor();
    await refuseRider(staff, 'not-the-holder');
    await staff.locator('[data-part="feed-scan"]', { hasText: '已拒乘' }).first().waitFor();
  }, 90_000);

  test('X-11 R-02 as the README says: a click on the poster wall, the verdict, the verification screen, the report out of the mailbox', async () => {
    const { container } = city.host;
    const invited = { city: '420100', role: 'crew', venueIds: [bus.venueId], validHours: 1 } as const;
    const { link } = await invite(container, { ...invited, invitedBy: 'chief' });
    const staff = await newPage({ width: 1024, height: 768 });
    await openVerification(staff, { link, displayName: '周师傅', venueId: bus.venueId });
    const before = await shownCount(staff, 'admit');
    const desk = await newPage({ width: 1280, height: 900 });
    await freshPhone(desk, city.url);
    await desk.goto(`${city.url}/wall/`);
    const [rider] = await Promise.all([
      desk.context().waitForEvent('page'),
      desk.click(`a.poster[data-venue="${bus.venueId}"]`),
    ]);
    await takeDemonstrationPerson(rider);
    expect(await expectVerdict(rider, 'admit')).toContain('可以乘车');
    await staff.locator('[data-count="admit"] dd', { hasText: String(before + 1) }).waitFor();
    const { address } = demonstrationRecipients.find(({ form }) => form === 'full') ?? { address: '' };
    await desk.goto(`${city.url}/mail/`);
    await desk.locator('[data-mail]', { hasText: address }).first().click();
    const [attached] = await Promise.all([
      desk.waitForEvent('download'),
      desk.locator('[data-part="attachment"]').first().click(),
    ]);
    const told = { city: '420100', form: 'full', day: yesterday() } as const;
    const sheets = await readWorkbook(readFileSync(await attached.path()), await reportPassword(container, told));
    expect(sheets.map(({ name }) => name.split(' ')[0])).toEqual([
      '概览',
      '说明',
      '乘客行程',
      '汇总',
      '不完整',
      '拒乘',
    ]);
  }, 90_000);

  test('W-17 a code typed in the dark registers just the same; a forged one records nothing and says so', async () => {
    const forged = `${bus.link.slice(0, -1)}${bus.link.endsWith('0') ? '1' : '0'}`;
    const withoutCamera = await launchBrowser();
    const dark = await withoutCamera.newPage({ viewport: phoneSize, locale: 'zh-CN' });
    await newDemonstrationRider(dark, city.url);
    await scanByTypedCode(dark, bus.shortCode);
    expect(await expectVerdict(dark, 'admit')).toContain('可以乘车');
    await withoutCamera.close();
    const answer = await fetch(`${city.url}/api/venues.look-at-code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: forged }),
    });
    expect(await answer.text()).toContain('code-forged');
  }, 90_000);

  test('R-01 R-02 W-13 W-27 X-12 the console downloads yesterday’s report: each cell, sum and figure is what the riders were told', async () => {
    const desk = await deskOf('chief');
    await openSection(desk, 'live');
    expect(await shownScans(desk)).toBeGreaterThan(0);
    const day = yesterday();
    const download = await downloadReport(desk, { day, purpose: 'data-correction', form: 'full' });
    const password = await reportPassword(city.host.container, { city: '420100', form: 'full', day });
    expect(await shownReportPassword(desk)).toBe(password);
    await desk.keyboard.press('Escape');
    await expectDay(desk, day, 'sent');
    const sheets = await readWorkbook(readFileSync(await download.path()), password);
    expect(sheets.flatMap(({ live }) => live)).toEqual([]);
    const settings = await city.host.container.cityOf('420100');
    const simulated = city.host.city;
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name.includes(name))?.rows ?? [];
    if (!settings || !simulated) throw new Error('no city');
    const { ledger } = city;
    expect(isOfDay(ledger, day)).toBe(true);
    expect(ledger.scans.length).toBeGreaterThan(1_000);
    const lived = {
      ledger,
      people: simulated.people,
      rides: settings.rides,
      asOf: Date.now(),
    };
    expect(asLines(reportedRows(rowsOf('乘客行程')))).toEqual(asLines(expectedRows(lived)));
    expect(asLines(rowsOf('汇总').slice(1))).toEqual(asLines(expectedSums(lived)));
    const figures = await liveFigures(city.host.container, bureau, { city: '420100', day });
    expect(figures).toMatchObject({ ok: true, value: { ...expectedFigures(lived), refused: expectedRefusals(lived) } });
    const [, ...refusals] = rowsOf('拒乘');
    const away = refusals.filter((row) => !row.some((cell) => String(cell).startsWith('破例放行')));
    const refused = away.reduce((people, row) => people + Number(row.at(-1)), 0);
    const letOn = ledger.scans.filter(({ decided }) => decided?.outcome === 'let-on').length;
    expect(refusals.length - away.length).toBe(letOn);
    expect([refused > 0, refused]).toEqual([true, expectedRefusals(lived)]);
    const journeys = new Map(rowsOf('乘客行程').map(([number, ...cells]) => [number, cells.slice(0, 9)]));
    const [, ...incomplete] = rowsOf('不完整');
    expect(incomplete.length).toBeGreaterThan(50);
    for (const [number = '', ...cells] of incomplete) expect(cells.slice(0, 9)).toEqual(journeys.get(number));
  }, 120_000);

  test('R-02 X-12 the console sends a report again, two officials agree on a recipient, staff are invited to a bus', async () => {
    const deputy = await deskOf('deputy');
    const day = yesterday();
    await sendReportAgain(deputy, day);
    await proposeRecipient(deputy, 'new@bureau.example', 'masked');
    expect(await deputy.locator('tr[data-address="new@bureau.example"] [data-act="approve"]').count()).toBe(0);
    const chief = await deskOf('chief');
    await decideRecipient(chief, 'new@bureau.example', 'approve');
    await chief.locator('tr[data-address="new@bureau.example"][data-state="approved"]').waitFor();
    const link = await inviteStaff(chief, [bus]);
    const staff = await newPage({ width: 1024, height: 768 });
    await openVerification(staff, { link, displayName: '赵师傅', venueId: bus.venueId });
  }, 90_000);
});

const yesterday = () => addDays(dayOf(Date.now()), -1);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minuteMs } from '@tongcheng/shared/time';
import type { Browser, Page } from 'playwright-core';
import { bundleGate, type ChildGate, startGate } from '../gates/device/gate-child';
import { gateHost } from '../gates/device/gate-host';
import { kind, numberOf, red, testedHoursAgo } from '../gates/device/gate-in';
import { until } from '../world/until';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { picturesFolder } from './pictures';

jest.setTimeout(10 * minuteMs);
const folder = mkdtempSync(join(tmpdir(), 'tongcheng-gate-'));
const sizes = [
  { width: 800, height: 480 },
  { width: 1_080, height: 1_920 },
];

let host: Awaited<ReturnType<typeof gateHost>>;
let gate: ChildGate;
let browser: Browser;

beforeAll(async () => {
  host = await gateHost();
  host.service.publish([
    { number: numberOf(1), status: testedHoursAgo(Date.now(), 5) },
    { number: numberOf(2), status: red },
    { number: numberOf(3), status: 192 },
    { number: numberOf(4), status: 197 },
    { number: numberOf(5), status: 198 },
  ]);
  gate = await startGate(bundleGate(), folder, [
    '--server',
    host.url,
    '--code',
    'ABCD-EFGH-JKMN',
    '--taps-per-minute',
    '6000',
  ]);
  await until(() => host.service.reports.length > 0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await gate.kill();
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The screen at a size, in ordinary type or in type of twice the size. */
async function screenOf(size: (typeof sizes)[number], type: 1 | 2): Promise<Page> {
  const context = await browser.newContext({ viewport: size, bypassCSP: true });
  await withChinese(context, 'body');
  const page = await context.newPage();
  if (type === 2)
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      }),
    );
  await page.goto(`${gate.url}/#${gate.token}`);
  await page.locator('.zh:not(:empty)').waitFor();
  return page;
}

/** Keeps a picture where `npm run screens` asks for pictures. */
const keepPicture = async (page: Page, name: string) => {
  if (picturesFolder !== undefined) await page.screenshot({ path: join(picturesFolder, `gate-${name}.png`) });
};

/** What leaves the window, or is cut off. */
const beyond = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main p, footer p, .sign')].flatMap((one) => {
      const { left, right, top, bottom, width } = one.getBoundingClientRect();
      const isIn = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      return width === 0 || isIn ? [] : [`${one.className || one.tagName}: ${one.textContent}`];
    }),
  );

/** What cards meet here: status by card, `light sign`, and words of it. */
const outcomes = [
  { card: 1, is: 'green arrow', says: '请通行' },
  { card: 2, is: 'red bar', says: '请到人工通道，工作人员为您核验' },
  { card: 3, is: 'red bar', says: '请到人工通道核验核酸检测结果' },
  { card: 4, is: 'red bar', says: '此卡已停用，请到服务台' },
  { card: 5, is: 'yellow person', says: '请到人工通道，工作人员为您核验' },
  { card: 9, is: 'red bar', says: '未查到健康码信息，请您尽快授权升级' },
];

const shown = (page: Page) =>
  page.evaluate(
    () => `${document.body.dataset.light} ${document.body.dataset.sign} ${document.querySelector('.zh')?.textContent}`,
  );

test.each(sizes.flatMap((size) => ([1, 2] as const).map((type) => ({ ...size, type }))))(
  'B-06 each outcome has a light, a sign and words of its own, whole on a screen of $width × $height in type of $type times the size',
  async ({ type, ...size }) => {
    const page = await screenOf(size, type);
    const picture = (name: string) => keepPicture(page, `${size.width}-${type}-${name}`);
    expect(await beyond(page)).toEqual([]);
    await picture('resting');
    for (const { card, is, says } of outcomes) {
      await gate.ask('/tap', { kind, number: numberOf(card) });
      await until(async () => (await shown(page)).startsWith(`${is} ${says}`));
      expect(await beyond(page)).toEqual([]);
      await picture(String(card));
    }
    await gate.ask('/alarm', { on: true });
    await until(async () => (await shown(page)).startsWith('green arrow 请有序离开'));
    expect(await beyond(page)).toEqual([]);
    await picture('alarm');
    await gate.ask('/alarm', { on: false });
    await page.context().close();
  },
);

test('a gate that was revoked, and one whose program ended, say so before somebody taps and lead to the staffed lane', async () => {
  const page = await screenOf({ width: 800, height: 480 }, 1);
  const line = () => page.locator('.line-en').textContent();
  host.service.isRevoked = true;
  await until(async () => (await shown(page)).startsWith('yellow person 闸机暂时无法核验，请到人工通道'));
  expect(await line()).toContain('this gate is revoked');
  await keepPicture(page, '800-1-revoked');
  host.service.isRevoked = false;
  await until(async () => (await shown(page)).endsWith('请刷卡'));
  host.service.isAway = true;
  await until(async () => (await line())?.includes('no network') ?? false);
  await gate.kill();
  await until(async () => (await shown(page)).startsWith('yellow person 请到人工通道'));
  expect(await line()).toContain('program does not answer');
  await keepPicture(page, '800-1-ended');
  await page.context().close();
});

import { deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { appealSectionTexts } from '../../console/src/features/appeals/texts';
import { accessListTexts } from '../../console/src/features/oversight/access/access-texts';
import { accessSection } from '../../console/src/features/oversight/access/section';
import { termsSection } from '../../console/src/features/oversight/terms/section';
import { announcementTexts, termsTexts } from '../../console/src/features/oversight/terms/terms-texts';
import { mailAnswerTexts, reportTexts } from '../../console/src/features/reports/texts';
import { venuesSection } from '../../console/src/features/venues/section';
import { venueTexts } from '../../console/src/features/venues/texts';
import { uiTexts } from '../../console/src/ui/texts';
import { until } from '../world/until';
import { someoneAppeals } from './appealing-rider';
import { launchBrowser } from './browser';
import { signInConsole } from './console-steps';
import { type CountedHand, countedHand } from './counted-hand';
import { type RunningCity, startCity } from './running-city';

/** What an official may spend on each of these, from the page that the console opens with, without typing an address. */
const atMost = 12;
const longWaitMs = 60_000;
const yesterday = addDays(dayOf(Date.now()), -1);

const sendings = async () => {
  const where = { city: '420100', day: yesterday };
  return (await city.host.container.store.find(deliveries, { where, limit: 10 })).items;
};

let city: RunningCity;
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  city = await startCity(40);
  browser = await launchBrowser();
  desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage();
  desk.setDefaultTimeout(longWaitMs);
  const chief = city.host.first.credentials.find(({ login }) => login === 'chief');
  if (!chief) throw new Error('the first start created no chief');
  await signInConsole(desk, city.url, { ...chief, totp: await generate({ secret: chief.totpSecret }) });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const button = (name: string, within = 'body') => desk.locator(within).getByRole('button', { name, exact: true });
const line = (words: string | RegExp) => desk.locator('main').getByRole('link', { name: words });

/** Does something from the home page; fails where it took more inputs than officials are asked to spend. */
const within = async (name: string, act: (hand: CountedHand) => Promise<void>): Promise<void> => {
  const hand = await countedHand(desk, city.url);
  await act(hand);
  expect([name, hand.inputs, hand.inputs <= atMost]).toEqual([name, hand.inputs, true]);
};

/** The first delivery of yesterday's report comes back from the mail server, which knows no such mailbox. */
const refuseOne = async () => {
  const { store } = city.host.container;
  const [first] = await sendings();
  if (!first) throw new Error('yesterday’s report went to nobody');
  const { _v, sentAt: _sent, ...record } = first;
  const refused = { ...record, state: 'failed', nextAttemptAt: 0, lastAnswer: '550 5.1.1 no such mailbox' } as const;
  expect(await store.update(deliveries, refused, _v)).toBe('updated');
};

test('X-12 whether yesterday’s report reached everyone is told by the home page, and one touch shows the sendings', async () => {
  await until(async () => {
    const all = await sendings();
    return all.length > 0 && all.every(({ state }) => state === 'sent');
  });
  await within('reached everyone', async (hand) => {
    await hand.click(line(new RegExp(`${yesterday} 的.*已送达全部`)).first());
    await desk.locator('tr[data-delivery][data-state="sent"]', { hasText: yesterday }).first().waitFor();
  });
}, 120_000);

test('X-12 why one did not arrive, and sending it again', async () => {
  await refuseOne();
  const failed = line(new RegExp(`${yesterday} 的报表没有送到`)).first();
  const row = desk.locator('tr[data-delivery]', { hasText: yesterday }).first();
  await within('why one did not', async (hand) => {
    await failed.getByText(mailAnswerTexts.noMailbox.zh).waitFor();
    await hand.click(failed);
    await hand.click(row.getByRole('button', { name: uiTexts.details.zh }));
    await desk.locator('[data-part="details"]').getByText('550 5.1.1 no such mailbox').waitFor();
  });
  await within('send it again', async (hand) => {
    await hand.click(failed);
    await hand.click(row.getByRole('button', { name: reportTexts.sendAgain.zh }));
    await hand.click(button(reportTexts.sendAgain.zh, '[data-part="confirm"]'));
    await desk.locator('.ant-notification-notice').waitFor();
  });
  await until(async () => {
    const all = await sendings();
    return all.some(({ state, repeats }) => repeats === 1 && state !== 'failed');
  });
}, 120_000);

test('X-12 W-18 stickers for a line are printed', async () => {
  await within('stickers for a line', async (hand) => {
    await hand.open(venuesSection.name.zh);
    const lines = desk.getByRole('combobox', { name: venueTexts.lineName.zh });
    await lines.waitFor();
    // Lines come with their venues, a thousand at a time: whoever looks for one sees how far it is.
    await desk.locator('.work-progress').waitFor({ state: 'detached' });
    await hand.click(lines);
    await hand.fill(lines, '中华路—武汉关');
    await hand.click(desk.locator('.ant-select-item-option:visible', { hasText: '中华路—武汉关' }));
    await hand.click(desk.locator('[data-act="choose-all"]'));
    await hand.click(button(venueTexts.print.zh));
    await desk.locator('[data-part="stickers"] [data-part="file-link"]').waitFor();
  });
  expect(await desk.locator('[data-part="choice"] strong').innerText()).not.toContain(' 0 ');
}, 240_000);

test('X-12 W-31 a notice is put up', async () => {
  await within('a notice', async (hand) => {
    await hand.open(termsSection.name.zh);
    await hand.click(button(announcementTexts.add.zh));
    const form = desk.locator('[data-part="confirm"]');
    await hand.fill(form.getByLabel(termsTexts.zh.zh), '今天有雾，轮渡停航。');
    await hand.fill(form.getByLabel(termsTexts.en.zh), 'Fog: the ferry does not run today.');
    await hand.click(button(announcementTexts.save.zh, '[data-part="confirm"]'));
    await desk.locator('tr', { hasText: '今天有雾' }).waitFor();
  });
}, 120_000);

test('X-12 X-24 a lost invitation is revoked', async () => {
  await within('a lost invitation', async (hand) => {
    await hand.open(accessSection.name.zh);
    await hand.click(button(accessListTexts.invitations.zh));
    await hand.click(button(accessListTexts.revoke.zh).first());
    await hand.fill(desk.locator('[data-part="confirm"]').getByLabel(accessListTexts.reason.zh), '邀请码丢失');
    await hand.click(button(accessListTexts.revoke.zh, '[data-part="confirm"]'));
    await desk.locator('[data-part="said"]').waitFor();
  });
}, 120_000);

test('X-12 X-15 an appeal is answered', async () => {
  await someoneAppeals(browser, city.url);
  await within('an appeal', async (hand) => {
    await hand.click(desk.locator('main [data-line="waiting"] a'));
    await hand.click(button(appealSectionTexts.open.zh).first());
    await hand.click(button(appealSectionTexts.decide.zh));
    await hand.click(desk.getByLabel(appealSectionTexts['passed-on'].zh));
    await hand.fill(desk.locator('[data-part="appeal"] textarea'), '已转发布机构复核。');
    await hand.click(button(appealSectionTexts.send.zh));
    await desk.locator('[data-part="appeal"]').waitFor({ state: 'detached' });
  });
}, 240_000);

import { type OfficialRole, officialRoles } from '@tongcheng/shared/access';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Browser, Page } from 'playwright-core';
import { appealSectionTexts } from '../../console/src/features/appeals/texts';
import { accessLogTexts } from '../../console/src/features/oversight/access-log/access-log-texts';
import { announcementTexts, termsTexts } from '../../console/src/features/oversight/terms/terms-texts';
import { sections } from '../../console/src/sections';
import { someoneAppeals } from './appealing-rider';
import { launchBrowser } from './browser';
import type { Credentials } from './console-steps';
import { officialOf } from './desk-of';
import { lostStops, openByKeyboard, pressOn, tabTo, typeInto } from './keyboard';
import { type RunningCity, startCity } from './running-city';

const longWaitMs = 60_000;
const yesterday = addDays(dayOf(Date.now()), -1);

let city: RunningCity;
let browser: Browser;

beforeAll(async () => {
  city = await startCity(40);
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const named = (path: string): string => {
  const section = sections.find((each) => each.path === path);
  if (!section) throw new Error(`no section ${path}`);
  return section.name.zh;
};

/** Signs in with the keys alone: the first field has the focus already. */
const signInByKeyboard = async ({ login, password, totp }: Credentials): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const desk = await context.newPage();
  desk.setDefaultTimeout(longWaitMs);
  await desk.addInitScript(() => localStorage.setItem('tongcheng.console.tour', 'seen'));
  await desk.goto(`${city.url}/console/`);
  await desk.locator('input[name="login"]:focus').waitFor();
  await desk.keyboard.type(login);
  await typeInto(desk, desk.locator('input[name="password"]'), password);
  await typeInto(desk, desk.locator('input[name="totp"]'), totp);
  await desk.keyboard.press('Enter');
  await desk.locator('[data-part="login"]').waitFor();
  return desk;
};

const putUpNotice = async (desk: Page) => {
  await openByKeyboard(desk, named('/terms'));
  await pressOn(desk, desk.getByRole('button', { name: announcementTexts.add.zh }));
  const form = desk.locator('[data-part="confirm"]');
  await typeInto(desk, form.getByLabel(termsTexts.zh.zh), '今天有雾，轮渡停航。');
  await typeInto(desk, form.getByLabel(termsTexts.en.zh), 'Fog: the ferry does not run today.');
  await desk.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await desk.locator('tr', { hasText: '今天有雾' }).waitFor();
};

const sendAgain = async (desk: Page) => {
  await openByKeyboard(desk, named('/reports'));
  const row = desk.locator('tr[data-delivery]', { hasText: yesterday }).first();
  await pressOn(desk, row.locator('[data-act="send-again"]'));
  await pressOn(desk, desk.locator('[data-part="confirm"] [data-act="confirm"]'));
  await desk.locator('.ant-notification-notice').waitFor();
};

const inviteStaff = async (desk: Page) => {
  await openByKeyboard(desk, named('/venues'));
  await pressOn(desk, desk.locator('tr[data-venue] input[type="checkbox"]').first(), 'Space');
  await pressOn(desk, desk.locator('[data-act="invite"]'));
  await pressOn(desk, desk.locator('[data-part="confirm"] [data-act="confirm"]'));
  await desk.locator('[data-part="invitation-link"]').waitFor();
  await desk.keyboard.press('Escape');
};

const answerAppeal = async (desk: Page) => {
  await someoneAppeals(browser, city.url);
  await openByKeyboard(desk, named('/appeals'));
  await pressOn(desk, desk.locator('tr[data-appeal] [data-act="open"]').first());
  await pressOn(desk, desk.getByRole('button', { name: appealSectionTexts.decide.zh }));
  await tabTo(desk, desk.locator('[data-part="appeal"] input[type="radio"]').first());
  await desk.keyboard.press('Space');
  await typeInto(desk, desk.locator('[data-part="appeal"] textarea'), '请以更新后的状态为准。');
  await pressOn(desk, desk.locator('[data-part="appeal"] [data-act="answer"]'));
  await desk.locator('[data-part="appeal"]').waitFor({ state: 'detached' });
};

const findAnswer = async (desk: Page) => {
  await openByKeyboard(desk, named('/guide'));
  await typeInto(desk, desk.locator('input[name="guide-search"]'), '申诉');
  await desk.locator('[data-entry="staff-appeal"]').waitFor();
};

const checkLog = async (desk: Page) => {
  await openByKeyboard(desk, named('/access-log'));
  await pressOn(desk, desk.getByRole('button', { name: accessLogTexts.check.zh }));
  await desk
    .getByText(accessLogTexts.whole.zh.split('{')[0] ?? '')
    .first()
    .waitFor();
};

/** What each role does by keyboard: an act that is theirs. A new role does not compile without one. */
const acts: Readonly<Record<OfficialRole, (desk: Page) => Promise<void>>> = {
  administrator: putUpNotice,
  bureau: sendAgain,
  operator: inviteStaff,
  health: answerAppeal,
  'health-supervisor': findAnswer,
  auditor: checkLog,
};

test.each(officialRoles)(
  'X-09 %s: signs in, goes through every section and does what is theirs by keyboard alone',
  async (role) => {
    const desk = await signInByKeyboard(await officialOf(city.host.container, role));
    const names = (await desk.getByRole('navigation').getByRole('link').allTextContents()).map((name) => name.trim());
    expect(names.length).toBeGreaterThan(0);
    const lost: string[] = [];
    for (const name of names) {
      await openByKeyboard(desk, name);
      lost.push(...(await lostStops(desk, 'main')).map((stop) => `${name}: ${stop}`));
    }
    expect(lost).toEqual([]);
    await acts[role](desk);
    await desk.context().close();
  },
  600_000,
);

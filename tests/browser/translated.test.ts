import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { formatInstant } from '@tongcheng/shared/time';
import { generate } from 'otplib';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type Translation, type TranslatorKind, translatePage } from '../world/translator';
import { launchBrowser } from './browser';
import { signInConsole } from './console-steps';
import {
  agree,
  expectVerdict,
  front,
  newDemonstrationRider,
  openApp,
  scanByTypedCode,
  type TypedPerson,
  typePerson,
} from './rider-steps';
import { type RunningCity, startCity } from './running-city';
import { openStaffGuide, openVerification, registerByDocument } from './verify-steps';

interface Guest extends TypedPerson {
  readonly about: { readonly en: string };
}

/** What the feed of a venue says of a scan. */
interface FedScan {
  readonly scanId: string;
  readonly maskedName?: string;
  readonly scannedAt: number;
}

let city: RunningCity;
let browser: Browser;
let buses: readonly { readonly venueId: string; readonly shortCode: string }[];
let guests: readonly Guest[];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(40);
  browser = await launchBrowser();
  const { posters } = await (await fetch(`${city.url}/city/wall.json`)).json();
  buses = posters.filter(({ mode }: { readonly mode: string }) => mode === 'bus');
  guests = await (await fetch(`${city.url}/city/people`)).json();
}, 180_000);

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** What React says of an element that it cannot take out or put in, because somebody moved what it stood beside. */
const drawingFault = /NotFoundError|removeChild|insertBefore|Minified React error/;

/** A page that a translator works on from its first text, with the faults of its drawing so far. */
const translatedPage = async (kind: TranslatorKind, width: number, height: number) => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  contexts.push(context);
  const start = `addEventListener('DOMContentLoaded', () => (${translatePage.toString()})(${JSON.stringify(kind)}))`;
  await context.addInitScript({ content: start });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && drawingFault.test(message.text())) faults.push(message.text().slice(0, 200));
  });
  page.on('pageerror', ({ message }) => faults.push(message.slice(0, 200)));
  return { page, faults };
};

/** A rider whom nobody translates. */
const plainPage = async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'zh-CN' });
  contexts.push(context);
  return context.newPage();
};

type Translated = Awaited<ReturnType<typeof translatedPage>> & { readonly kind: TranslatorKind };

const translationOf = (page: Page) =>
  page.evaluate(() => {
    const translation: Translation = Reflect.get(window, 'translation');
    return { stale: translation.stale(), ...translation.counts() };
  });

/**
 * The page is there and translated, and nothing on it is left over from before. A translator that only replaces texts breaks no
 * drawing at all; after one that moves elements the page comes back by itself.
 */
const expectWhole = async ({ page, faults, kind }: Translated, where: string, root: Locator) => {
  await root.getByText(/«.+»/).first().waitFor();
  expect((await root.innerText()).trim().length).toBeGreaterThan(10);
  const { stale, texts } = await translationOf(page);
  expect([where, stale]).toEqual([where, []]);
  expect(texts).toBeGreaterThan(0);
  if (kind === 'texts') expect([where, faults]).toEqual([where, []]);
};

/** Something on the page went where an element had been moved: else this test would say nothing of how pages come back. */
const expectBroken = ({ faults, kind }: Translated) => {
  if (kind === 'texts-and-elements') expect(faults.length).toBeGreaterThan(0);
};

const guest = (about: string): Guest => {
  const found = guests.find((each) => each.about.en.includes(about));
  if (!found) throw new Error(`nobody is ${about}`);
  return found;
};

const chooseLanguage = (page: Page, language: string) =>
  page.evaluate((chosen) => {
    localStorage.setItem(
      'tc.preferences',
      JSON.stringify({ data: JSON.stringify({ language: chosen, elder: false }) }),
    );
    dispatchEvent(new StorageEvent('storage', { key: 'tc.preferences' }));
  }, language);

/** The rules on the phone grew old: of the kept scan only that it is kept is shown. */
const forgetOfflineVerdict = (page: Page) =>
  page.evaluate(() => {
    const outer = JSON.parse(localStorage.getItem('tc.shown-scan') ?? '{}');
    const { verdict: _gone, ...shown } = JSON.parse(outer.data);
    localStorage.setItem('tc.shown-scan', JSON.stringify({ data: JSON.stringify(shown) }));
    dispatchEvent(new StorageEvent('storage', { key: 'tc.shown-scan' }));
  });

/** The network drops and comes back, and every word of the page changes twice. */
const shakeApp = async (rider: Translated, where: string, part: string) => {
  const { page } = rider;
  const stands = async (moment: string, language: 'zh' | 'en') => {
    await front(page).locator(`.page.${language} ${part}`).first().waitFor();
    await expectWhole(rider, `${where} ${moment}`, front(page));
  };
  await stands('opened', 'zh');
  await page.context().setOffline(true);
  await chooseLanguage(page, 'en');
  await stands('without network, in English', 'en');
  await page.context().setOffline(false);
  await chooseLanguage(page, 'zh');
  await stands('with the network again', 'zh');
};

/** Name and second on the rider's screen are those of the scan that is shown. */
const expectOwnVerdict = async (rider: Translated, name: string) => {
  const { page } = rider;
  const read = (of: string) => front(page).locator(of).first().innerText();
  await front(page).locator('.verdict-name', { hasText: name }).waitFor();
  const first = await read('.verdict-clock');
  await page.waitForFunction(
    ([before]) => document.querySelector('.taro_page:not(.taro_page_shade) .verdict-clock')?.textContent !== before,
    [first] as const,
  );
  expect(await read('.verdict-name')).toContain(name);
  await expectWhole(rider, `verdict of ${name}`, front(page));
};

const addMember = async (rider: Translated, member: Guest) => {
  const { page } = rider;
  await page.goto(`${city.url}/app/#/pages/family/index`);
  await front(page).locator('#add-member').click();
  await front(page).locator('#choice-parent').click();
  await front(page).locator(`#choice-${member.documentKind}`).click();
  await front(page).locator('#member-number').fill(member.documentNumber);
  await front(page).locator('#member-name').fill(member.name);
  await front(page).locator('#member-phone').fill(member.phone);
  await expectWhole(rider, 'facts of a member', front(page));
  await front(page).locator('#member-next').click();
  await expectWhole(rider, 'consent of a member', front(page));
  await front(page).locator('#member-agree').click();
  await front(page).locator('.member').first().waitFor();
};

const masked = ({ name }: { readonly name: string }) => `${[...name][0]}*`;

describe.each(['texts', 'texts-and-elements'] as const)('X-06 pages under a translator that takes %s', (kind) => {
  // Nobody is registered twice: an account that only claims to be somebody is shown less.
  const [own, kin] = kind === 'texts' ? ['Green', 'No status'] : ['The test is old', 'in WeChat'];
  const opened = async (width: number, height: number): Promise<Translated> => ({
    ...(await translatedPage(kind, width, height)),
    kind,
  });

  test('registration, scan, verdict, family and all pages of the rider stand, and each verdict has its own name', async () => {
    const rider = await opened(360, 760);
    const { page } = rider;
    const green = guest(own);
    await openApp(page, city.url);
    await shakeApp(rider, 'consent', '#step-consent');
    await agree(page);
    await shakeApp(rider, 'kind', '#step-kind');
    await front(page).locator('#choice-resident-id').click();
    await front(page).locator('#field-number').fill('420106199003072340');
    await front(page).locator('#field-number').blur();
    await shakeApp(rider, 'wrong number', '#field-number-hint');
    await page.goBack();
    await front(page).locator('#step-kind').waitFor();
    await typePerson(page, green);
    await shakeApp(rider, 'card', '#step-card');
    await front(page).locator('#skip-card').click();
    await shakeApp(rider, 'scan', '#type-code');
    await scanByTypedCode(page, buses[0]?.shortCode ?? '');
    await expectVerdict(page, 'admit');
    await expectOwnVerdict(rider, masked(green));
    await shakeApp(rider, 'verdict', '#verdict');
    await page.goBack();
    await front(page).locator('#type-code').waitFor();
    await expectWhole(rider, 'back from the verdict', front(page));
    await page.context().setOffline(true);
    await scanByTypedCode(page, buses[0]?.shortCode ?? '');
    expect(await expectVerdict(page, 'kept')).toContain(masked(guest(own)));
    await expectWhole(rider, 'kept', front(page));
    if (kind === 'texts-and-elements') await moveAway(page, '.taro_page:not(.taro_page_shade) .verdict-name');
    await forgetOfflineVerdict(page);
    await front(page).locator('.verdict-name').waitFor({ state: 'detached' });
    await front(page).locator('.verdict-venue').waitFor();
    await expectWhole(rider, 'kept, without a verdict', front(page));
    expectBroken(rider);
    await page.context().setOffline(false);
    await front(page).locator('#verdict').waitFor({ timeout: 30_000 });
    await expectOwnVerdict(rider, masked(green));
    const member = guest(kin);
    await addMember(rider, member);
    await page.goto(`${city.url}/app/#/pages/scan/index`);
    await front(page).locator('.companion').nth(1).click();
    await scanByTypedCode(page, buses[2]?.shortCode ?? '');
    await expectVerdict(page, 'admit');
    await expectOwnVerdict(rider, masked(green));
    for (const [other, face] of [
      [member, 'grey'],
      [green, 'admit'],
    ] as const) {
      await front(page).locator('.family-line').click();
      await expectVerdict(page, face);
      await expectOwnVerdict(rider, masked(other));
    }
    for (const [name, part] of pagesOfRider) {
      await page.goto(`${city.url}/app/#/pages/${name}/index`);
      await shakeApp(rider, name, part);
      await page.goBack();
      await expectWhole(rider, `back from ${name}`, front(page));
    }
  }, 240_000);

  test('the verification screen never shows a rider with the time of another, and lives through a lost connection', async () => {
    const staff = await opened(1024, 768);
    const { page } = staff;
    const fed = new Map<string, FedScan>();
    page.on('response', async (response) => {
      if (!response.url().includes('/api/rides.')) return;
      for (const scan of fedScansIn(await response.json().catch(() => undefined))) fed.set(scan.scanId, scan);
    });
    const venueIds = buses.slice(0, 2).map(({ venueId }) => venueId);
    const wanted = { city: '420100', role: 'crew', venueIds, validHours: 1, invitedBy: 'test' } as const;
    const { link } = await invite(city.host.container, wanted);
    await openVerification(staff.page, { link, displayName: '李师傅', venueId: venueIds[0] ?? '' });
    await expectWhole(staff, 'waiting', page.locator('main'));
    const riders = ['with a dot', 'Yellow', 'Red'].map(guest);
    for (const [place, rider] of riders.entries()) {
      await registerByDocument(page, rider, { proof: 'paper-code', colour: 'green' });
      await page.locator('[data-part="verdict"]', { hasText: masked(rider) }).waitFor();
      await expectRightTimes(page, fed);
      await expectWhole(staff, `registered ${place}`, page.locator('main'));
    }
    await newDemonstrationRider(await plainPage(), city.url, buses[0]?.shortCode);
    await page.locator('[data-part="feed-scan"]').nth(3).waitFor();
    for (const turn of [3, 0, 2]) {
      await choose(page, turn);
      await expectRightTimes(page, fed);
    }
    await expectRightTimes(page, fed);
    for (const name of ['refuse', 'enter', 'check', 'let-on']) {
      await page.locator(`[data-part="${name}-button"]`).click();
      await page.locator(`[data-part="${name}"]`).waitFor();
      await expectWhole(staff, name, page.locator(`[data-part="${name}"]`));
      await page.keyboard.press('Escape');
      await page.locator(`[data-part="${name}"]`).waitFor({ state: 'detached' });
    }
    await openStaffGuide(page);
    if (kind === 'texts-and-elements') await moveAway(page, '[data-part="verdict"]');
    await page.context().setOffline(true);
    await page.locator('[data-part="language"]').click();
    await page.locator('[data-stage="stale"]').waitFor({ timeout: 20_000 });
    expectBroken(staff);
    await expectWhole(staff, 'without network, in English', page.locator('main'));
    await page.context().setOffline(false);
    await page.locator('[data-part="language"]').click();
    await page.locator('[data-freshness="live"]').waitFor();
    await expectRightTimes(page, fed);
    await page.reload();
    await page.locator('[data-freshness="live"]').waitFor();
    await page.locator('[data-part="feed-scan"]').nth(2).waitFor();
    await expectRightTimes(page, fed);
    await expectWhole(staff, 'with the network again', page.locator('main'));
  }, 180_000);

  test('every section of the console, the wall and the mailbox stand when the network drops, the language changes and one goes back', async () => {
    const desk = await opened(1280, 800);
    const { page } = desk;
    const official = city.host.first.credentials.find(({ login }) => login === (kind === 'texts' ? 'chief' : 'deputy'));
    if (!official) throw new Error('the first start made no officials');
    const totp = await generate({ secret: official.totpSecret });
    await signInConsole(page, city.url, { login: official.login, password: official.password, totp });
    const sections = await page
      .locator('.section-nav a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    expect(sections.length).toBeGreaterThan(8);
    for (const section of sections) {
      await page.click(`.section-nav a[href="${section}"]`);
      await page.locator('main h1').waitFor();
      await shakePage(desk, section);
    }
    await page.goBack();
    await page.locator('main h1').waitFor();
    await expectWhole(desk, 'back', page.locator('main'));
    await page.goto(`${city.url}/wall`);
    await page.locator('[data-part="people"]').waitFor();
    await shakePage(desk, 'wall');
    await page.goto(`${city.url}/mail`);
    await page.locator('.mail-line').first().click();
    await page.locator('[data-part="mail"]').waitFor();
    await shakePage(desk, 'mail');
  }, 180_000);
});

const pagesOfRider = [
  ['rides', '.ride'],
  ['account', '#status-card'],
  ['cards', '#cards'],
  ['guide', '#guide-questions'],
  ['family', '#add-member'],
  ['mine', '#devices-panel'],
  ['appeal', '#own-appeals'],
  ['consent', '#long-consent'],
] as const;

/** Puts a scan of the list into the large panel. */
async function choose(page: Page, turn: number): Promise<void> {
  const line = page.locator('[data-part="feed-scan"]').nth(turn);
  const scanId = await line.getAttribute('data-scan');
  await line.click();
  await page.locator(`[data-part="verdict"][data-scan="${scanId}"]`).waitFor();
}

/** Takes an element into one of the translator's own, out of the place where the page left it. */
const moveAway = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const outer = document.createElement('font');
    element.replaceWith(outer);
    outer.append(element);
  });

/** The network drops and comes back while the language changes to English and again to Chinese. */
async function shakePage(opened: Translated, where: string): Promise<void> {
  const { page } = opened;
  const language = page.locator('[data-part="language"]');
  await expectWhole(opened, `${where} opened`, page.locator('main'));
  await page.context().setOffline(true);
  await language.getByText('English').click();
  await page.locator('html[lang="en"]').waitFor();
  await expectWhole(opened, `${where} without network, in English`, page.locator('main'));
  await page.context().setOffline(false);
  await language.getByText('中文').click();
  await page.locator('html[lang="zh-CN"]').waitFor();
  await expectWhole(opened, `${where} with the network again`, page.locator('main'));
}

/** Every scan within an answer, however deep. */
function fedScansIn(value: unknown): readonly FedScan[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fedScansIn);
  const within = Object.values(value).flatMap(fedScansIn);
  if (!('scanId' in value && 'scannedAt' in value)) return within;
  const { scanId, scannedAt } = value;
  const maskedName = 'maskedName' in value ? value.maskedName : undefined;
  return [...within, { scanId: String(scanId), scannedAt: Number(scannedAt), maskedName: String(maskedName) }];
}

/** Large and in the list, each scan stands with the name and the second that the service gave. */
async function expectRightTimes(page: Page, fed: ReadonlyMap<string, FedScan>): Promise<void> {
  const shown = await page
    .locator('[data-part="feed-scan"], [data-part="verdict"][data-scan]')
    .evaluateAll((all) => all.map((each) => [each.getAttribute('data-scan') ?? '', each.textContent ?? ''] as const));
  expect(shown.length).toBeGreaterThan(1);
  for (const [scanId, words] of shown) {
    const scan = fed.get(scanId);
    if (!scan) throw new Error(`${scanId} is shown and never came`);
    expect(words).toContain(scan.maskedName);
    expect(words).toContain(formatInstant(scan.scannedAt, 'HH:mm:ss'));
  }
}

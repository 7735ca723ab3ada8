import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe } from './axe';
import { launchBrowser } from './browser';
import {
  agree,
  expectVerdict,
  freshPhone,
  front,
  newDemonstrationRider,
  newRider,
  openApp,
  openByMenu,
  scanByTypedCode,
  switchInMenu,
  type TypedPerson,
  takeDemonstrationPersonFromKind,
  typePerson,
} from './rider-steps';
import { type RunningCity, startCity } from './running-city';

interface Poster {
  readonly venueId: string;
  readonly mode: string;
  readonly kind: string;
  readonly link: string;
  readonly shortCode: string;
}

interface Guest extends TypedPerson {
  readonly about: { readonly en: string };
  readonly card?: { readonly kind: string; readonly number: string };
}

let city: RunningCity;
let browser: Browser;
let posters: readonly Poster[];
let guests: readonly Guest[];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  city = await startCity(60);
  browser = await launchBrowser();
  posters = (await (await fetch(`${city.url}/city/wall.json`)).json()).posters;
  guests = await (await fetch(`${city.url}/city/people`)).json();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

const phone = async (locale = 'zh-CN'): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 }, locale });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await freshPhone(page, city.url);
  return page;
};

const posterOf = (mode: string, kind?: string, place = 0): Poster => {
  const found = posters.filter((poster) => poster.mode === mode && (kind === undefined || poster.kind === kind))[place];
  if (!found) throw new Error(`no poster of ${mode}`);
  return found;
};

const guest = (about: string): Guest => {
  const found = guests.find((each) => each.about.en.includes(about));
  if (!found) throw new Error(`nobody is ${about}`);
  return found;
};

/** As the phone's own scanner opens the link in the code. */
const openLink = (page: Page, poster: Poster) => page.goto(`${city.url}/R/${poster.link.split('/').pop() ?? ''}`);

describe('the rider’s app, against the whole product', () => {
  test('W-01 X-01 a scanned link leads a new rider through registration; the waiting scan completes by itself', async () => {
    const page = await phone();
    await openLink(page, posterOf('bus'));
    await agree(page);
    await typePerson(page, guest('Green'));
    await front(page).locator('#skip-card').click();
    const said = await expectVerdict(page, 'admit');
    expect(said).toContain('可以乘车');
    expect(said).toMatch(/.\*\*/);
    expect(said).not.toContain(guest('Green').name);
    await page.reload();
    expect(await expectVerdict(page, 'admit')).toContain('可以乘车');
  }, 60_000);

  test('X-14 Back on the card step and again from the verdict: neither registration nor scan is repeated', async () => {
    const page = await phone();
    await openLink(page, posterOf('bus'));
    await agree(page);
    await typePerson(page, guest('Green'));
    await page.goBack();
    await front(page).locator('#step-card').waitFor();
    await page.goForward();
    await front(page).locator('#step-card #skip-card').click();
    await expectVerdict(page, 'admit');
    const recorded: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('rides.record-scan')) recorded.push(request.url());
    });
    await page.goBack();
    await front(page).locator('#type-code').first().waitFor();
    expect(await front(page).locator('#step-card').count()).toBe(0);
    expect(recorded).toEqual([]);
  }, 60_000);

  test('W-05 a wrong check digit is told at the field, and going back loses nothing', async () => {
    const page = await phone();
    await openApp(page, city.url);
    await agree(page);
    await front(page).locator('#choice-resident-id').click();
    const number = front(page).locator('#step-number #field-number');
    // No browser reads documents; what cannot work is not offered (decision 124).
    await number.waitFor();
    expect(await front(page).locator('#read-by-camera').count()).toBe(0);
    await number.fill('420106199003072340');
    await number.blur();
    expect(await front(page).locator('#field-number-hint').innerText()).toContain('最后一位应为 5');
    await number.fill('420106199003072345');
    await front(page).locator('#number-next').click();
    await front(page).locator('#step-name #field-name').fill('演示甲');
    await page.goBack();
    await front(page).locator('#step-number').waitFor();
    expect(await front(page).locator('#field-number').inputValue()).toBe('420106199003072345');
    await front(page).locator('#number-next').click();
    expect(await front(page).locator('#step-name #field-name').inputValue()).toBe('演示甲');
  }, 60_000);

  test('X-14 who agreed and stopped is not asked again: the app opens behind the consent, which can be read once more', async () => {
    const page = await phone();
    await openApp(page, city.url);
    await agree(page);
    await openApp(page, city.url, posterOf('bus').link.split('/').pop());
    await front(page).locator('#step-kind').waitFor();
    await page.goto(`${city.url}/app/#/pages/register/index?step=consent`);
    await front(page).locator('#agree-sensitive[aria-checked=true]').waitFor();
    await front(page).getByText('已同意，继续').click();
    await takeDemonstrationPersonFromKind(page);
    await front(page).locator('#type-code').first().waitFor();
  }, 60_000);

  test('a name that does not match is refused with the ways to mend it', async () => {
    const page = await phone();
    await openApp(page, city.url);
    await agree(page);
    const stranger = guest('does not match');
    await front(page).locator(`#choice-${stranger.documentKind}`).click();
    for (const [field, value] of [
      ['number', stranger.documentNumber],
      ['name', stranger.name],
      ['phone', stranger.phone],
    ] as const) {
      await front(page).locator(`#step-${field} #field-${field}`).fill(value);
      await front(page).locator(`#${field}-next`).click();
    }
    await front(page).getByText('修改姓名').click();
    await front(page).locator('#step-name').waitFor();
  }, 60_000);

  test.each([
    ['Yellow', 'refuse', '申诉'],
    ['Red', 'refuse', '申诉'],
    ['No status', 'grey', '补全健康信息'],
    ['in Alipay', 'grey', '改用支付宝扫码'],
  ] as const)(
    'W-06 W-07 %s: %s, with the way on as a button',
    async (about, face, way) => {
      const page = await phone();
      await newRider(page, city.url, guest(about), posterOf('bus', undefined, 1).link.split('/').pop());
      await expectVerdict(page, face);
      await front(page).locator('.reason .button-main', { hasText: way }).waitFor();
    },
    60_000,
  );

  test('W-06 W-07 grey leads to the health code in a page of its own; back from there the status is asked for by itself', async () => {
    const page = await phone();
    const person = guest('in WeChat');
    await newRider(page, city.url, person, posterOf('bus', undefined, 1).link.split('/').pop());
    await expectVerdict(page, 'grey');
    const opening = page.context().waitForEvent('page');
    await front(page).locator('.reason').getByText('补全健康信息').click();
    const healthCode = await opening;
    await healthCode.getByRole('link', { name: person.name, exact: true }).first().click();
    await healthCode.getByText('健康信息已补全').waitFor();
    await healthCode.close();
    // In this browser no page is ever hidden, so it is told as a phone tells it.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await front(page).locator('#health-code-words').getByText('查到了：绿码').waitFor();
    await front(page).locator('#health-code-scan').click();
    await scanByTypedCode(page, posterOf('bus', undefined, 1).shortCode);
    await expectVerdict(page, 'admit');
  }, 60_000);

  test('W-02 where a health code exists the identity arrives from it, once its holder agreed on its page', async () => {
    const page = await phone();
    const person = guest('Green');
    await openApp(page, city.url);
    await agree(page);
    await front(page).locator('#handover-begin').click();
    const opening = page.context().waitForEvent('page');
    await front(page).locator('#handover-open').click();
    const healthCode = await opening;
    await healthCode.getByRole('link', { name: person.name, exact: true }).first().click();
    await healthCode.getByText('已同意').waitFor();
    await healthCode.close();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await front(page).locator('#skip-card').click();
    await scanByTypedCode(page, posterOf('bus').shortCode);
    expect(await expectVerdict(page, 'admit')).toContain(`${[...person.name][0]}*`);
  }, 60_000);

  test('W-03 a card of the city is bound in the same visit', async () => {
    const page = await phone();
    await openApp(page, city.url);
    await agree(page);
    const rider = guests.find((each) => each.card && each.about.en.startsWith('The issuer')) ?? guest('issuer');
    await typePerson(page, rider);
    await front(page)
      .locator(`#choice-${rider.card?.kind ?? ''}`)
      .click();
    await front(page)
      .locator('#card-number')
      .fill((rider.card?.number ?? '').slice(0, -1));
    await front(page).locator('#bind-card').click();
    expect(await front(page).locator('.notice-heed').innerText()).toContain('通常');
    await front(page)
      .locator('#card-number')
      .fill(rider.card?.number ?? '');
    await front(page).locator('#bind-card').click();
    expect(await front(page).locator('.notice-heed').innerText()).toContain('发卡方');
    await front(page).locator('#skip-card').click();
    await front(page).locator('#type-code').first().waitFor();
  }, 60_000);

  test('X-01 offline: kept, said so, delivered by itself, once, though two tabs try', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await front(page).locator('#type-code').waitFor();
    const other = await page.context().newPage();
    await openApp(other, city.url);
    await other.context().setOffline(true);
    await scanByTypedCode(page, posterOf('tram').shortCode);
    expect(await expectVerdict(page, 'kept')).toMatch(/离线[\s\S]*尚未上传/);
    await page.context().setOffline(false);
    await front(page).locator('#verdict').waitFor({ timeout: 30_000 });
    expect(await expectVerdict(page, 'admit')).not.toContain('离线');
    await openApp(page, city.url);
    await openByMenu(page, 'rides');
    await front(page).locator('.ride').first().waitFor();
    expect(await front(page).locator('.day-head').first().innerText()).toContain('1 次扫码');
    expect(await front(page).locator('#waiting-scans, #refused-scans').count()).toBe(0);
  }, 90_000);

  test('X-01 without network the app opens, by a posted link too, and says what the rules and the last status give', async () => {
    const page = await phone();
    const poster = posterOf('bus', undefined, 3);
    await newDemonstrationRider(page, city.url, poster.link.split('/').pop());
    await expectVerdict(page, 'admit');
    const scope = await page.evaluate(() => navigator.serviceWorker.ready.then((worker) => worker.scope));
    expect(scope).toBe(`${city.url}/`);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { names, urls: requests.flat().map(({ url }) => url) };
    });
    expect(kept.names).toHaveLength(1);
    expect(kept.urls.length).toBeGreaterThan(3);
    expect(kept.urls.filter((url) => !new URL(url).pathname.startsWith('/app/'))).toEqual([]);
    await page.context().setOffline(true);
    await page.goto('about:blank');
    await openLink(page, poster);
    const said = await expectVerdict(page, 'kept');
    for (const words of ['离线 · 未经联网核验', '可以乘车', '尚未上传']) expect(said).toContain(words);
    expect(await front(page).locator('.band, #live-code').count()).toBe(0);
    await page.reload();
    expect(await expectVerdict(page, 'kept')).toContain('可以乘车');
    await page.context().setOffline(false);
    await front(page).locator('#verdict').waitFor({ timeout: 30_000 });
    await page.goto(`${city.url}/app/#/pages/rides/index`);
    await front(page).locator('.day-head').first().waitFor();
    expect(await front(page).locator('.day-head').first().innerText()).toContain('2 次扫码');
  }, 90_000);

  test('X-06 after a minute the verdict has expired: no colour, no band, no word, no live code', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await scanByTypedCode(page, posterOf('bus', undefined, 4).shortCode);
    await expectVerdict(page, 'admit');
    await front(page).locator('.band').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const outer = JSON.parse(localStorage.getItem('tc.shown-scan') ?? '{}');
      const shown = JSON.parse(outer.data ?? JSON.stringify(outer));
      const text = JSON.stringify({ ...shown, aheadMs: shown.aheadMs + 60_000 });
      localStorage.setItem('tc.shown-scan', outer.data ? JSON.stringify({ data: text }) : text);
    });
    await page.reload();
    expect(await expectVerdict(page, 'expired')).toContain('已过期，请重新扫码');
    expect(await front(page).locator('.band, #minute-word, #live-code').count()).toBe(0);
  }, 60_000);

  test('W-15 a taxi is registered for a party, asked once and on the way', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await scanByTypedCode(page, posterOf('taxi').shortCode);
    await front(page).getByLabel('增加一人').click();
    await front(page).getByLabel('增加一人').click();
    await front(page).getByText('登记 3 人').click();
    expect(await expectVerdict(page, 'admit')).toContain('同行 3 人');
  }, 60_000);

  test('W-17 without a camera the app says so and typing works; a code that is none records nothing', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await front(page).locator('.stage-trouble').waitFor();
    await scanByTypedCode(page, 'NONSENSE');
    // Whoever typed is sent back to the typed code, not told where to point a camera.
    expect(await front(page).locator('#scan-refused').innerText()).toMatch(/没有这个编号.*再输一次/);
  }, 60_000);

  test('from an opened link to the verdict a repeat ride asks the service once', async () => {
    const page = await phone();
    const poster = posterOf('brt', 'vehicle');
    await newDemonstrationRider(page, city.url, poster.link.split('/').pop());
    await expectVerdict(page, 'admit');
    // The city was told of long ago, as on every morning.
    await page.evaluate(() => {
      const held = JSON.parse(localStorage.getItem('tc.city') ?? '{}');
      const text = JSON.stringify({ ...JSON.parse(held.data ?? JSON.stringify(held)), askedAt: 1 });
      localStorage.setItem('tc.city', held.data ? JSON.stringify({ data: text }) : text);
    });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url().split('/').pop() ?? '');
    });
    await page.goto('about:blank');
    await openLink(page, poster);
    await front(page).locator('#seen-venue').waitFor();
    expect(await expectVerdict(page, 'admit')).toContain('已扫过');
    expect(asked).toEqual(['rides.record-scan']);
  }, 60_000);

  test('W-10 a scan that meant something else is corrected on the verdict screen and in the history', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await scanByTypedCode(page, posterOf('bus', undefined, 2).shortCode);
    await expectVerdict(page, 'admit');
    expect(await front(page).locator('#verdict-meaning').innerText()).toBe('上车');
    await front(page).locator('#wrong-meaning').click();
    await front(page).locator('#correct-alight').click();
    await front(page).locator('#correct').waitFor({ state: 'detached' });
    expect(await front(page).locator('#verdict-meaning').innerText()).toBe('下车');
    await openApp(page, city.url);
    await openByMenu(page, 'rides');
    const ride = front(page).locator('.ride').first();
    expect(await ride.innerText()).toMatch(/起点为推算[\s\S]*本人更正/);
    await ride.locator('.ride-correct').click();
    await front(page).locator('#correct-board').click();
    await front(page).getByText('进行中').waitFor();
    expect(await front(page).locator('.day-head').first().innerText()).toContain('1 次扫码');
  }, 60_000);

  test('X-09 English and large type are a touch away and remembered', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await switchInMenu(page, 'language');
    await switchInMenu(page, 'elder');
    await page.reload();
    await front(page).locator('.page.elder.en').waitFor();
    await scanByTypedCode(page, posterOf('metro', 'station', 1).shortCode);
    expect(await expectVerdict(page, 'admit')).toContain('May ride');
  }, 60_000);

  test('X-14 signing out and withdrawing are done by the rider alone, and lead back', async () => {
    const page = await phone();
    await newDemonstrationRider(page, city.url);
    await openByMenu(page, 'account');
    await front(page).locator('#status-card').waitFor();
    await front(page).locator('#sign-out').click();
    await front(page).locator('#sign-out-here').click();
    await front(page).locator('#sign-in').click();
    await front(page).locator('#type-code').waitFor();
    await openByMenu(page, 'account');
    await front(page).locator('#withdraw').click();
    await front(page).locator('#withdraw-confirm').click();
    await front(page).locator('#step-consent').waitFor();
  }, 60_000);

  test('X-09 no page has a serious fault for screen readers, keyboards or weak eyes', async () => {
    const page = await phone();
    await openApp(page, city.url);
    await front(page).locator('#agree').waitFor();
    const faults = [...(await axe(page, 'consent'))];
    await agree(page);
    faults.push(...(await axe(page, 'kind')));
    await newDemonstrationRider(page, city.url);
    await front(page).locator('#type-code').waitFor();
    faults.push(...(await axe(page, 'scan')));
    for (const where of ['rides', 'account', 'cards', 'guide'] as const) {
      await openByMenu(page, where);
      await front(page)
        .locator(`#${where === 'rides' ? 'history' : where}`)
        .waitFor();
      faults.push(...(await axe(page, where)));
    }
    await openApp(page, city.url, posterOf('ferry', 'ship').link.split('/').pop());
    await expectVerdict(page, 'admit');
    faults.push(...(await axe(page, 'verdict')));
    expect(faults).toEqual([]);
  }, 120_000);
});

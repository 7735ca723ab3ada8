import { join } from 'node:path';
import { hourMs } from '@tongcheng/shared/time';
import type { Page } from 'playwright-core';
import { outcomeOf, planted, staffOf, typed } from '../coaches/coach-town';
import { translatePage } from '../world/translator';
import { coachWalk, departureOf, fillDeparture, home, openInvitation, pictures, timeIn, townOf } from './coach-steps';
import { beyondInLargeType } from './large-type';
import { freshPhone, front, newDemonstrationRider } from './rider-steps';

jest.setTimeout(120_000);
const walk = coachWalk(20);
const { phone } = walk;

/** A picture for whoever looks at them. */
async function shot(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function joined(page: Page, role: 'driver' | 'arrival-officer' | 'desk'): Promise<void> {
  await openInvitation(page, walk.city(), role);
  await front(page).locator('#join').click();
  await front(page).locator('#end-shift').waitFor();
}

async function make(page: Page, afterHours: number): Promise<void> {
  await front(page).locator('#new-departure').click();
  await fillDeparture(page, timeIn(walk.city(), afterHours * hourMs));
  await front(page).locator('#confirm-departure').click();
  await front(page).locator('#departure-progress').waitFor();
}

test('L-02 X-01 in two tabs a crew make a departure each; both tabs know both, and each is delivered once', async () => {
  const one = await phone();
  await joined(one, 'driver');
  const other = await walk.context().newPage();
  other.setDefaultTimeout(20_000);
  await other.goto(`${walk.city().url}/app/#/pages/crew/index`);
  await front(other).locator('#new-departure').waitFor();
  await make(one, 1);
  await make(other, 2);
  for (const page of [one, other]) {
    await page.goto(`${walk.city().url}/app/#/pages/crew/index`);
    await front(page).locator('.choice').nth(1).waitFor();
    expect(await front(page).locator('.choice').count()).toBe(2);
  }
});

test('L-02 a crew whose browser keeps nothing more still make a departure, whose code is shown and which is delivered', async () => {
  const page = await phone();
  await joined(page, 'driver');
  await page.evaluate(fillStorage);
  await make(page, 1);
  expect(await front(page).locator('#departure-code').isVisible()).toBe(true);
  expect(await front(page).locator('.crew-band').getAttribute('class')).toContain('incomplete');
});

test('X-09 a page that the browser translates goes on: a crew correct the number, a passenger types with Enter and withdraws', async () => {
  const departure = await departureOf(walk.city(), home);
  const page = await phone();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message.slice(0, 200)));
  await walk.context().addInitScript({
    content: `addEventListener('DOMContentLoaded', () => (${translatePage.toString()})("texts"))`,
  });
  await joined(page, 'driver');
  await make(page, 1);
  await front(page).locator('.crew-key').first().click();
  await front(page).locator('#save-aboard').click();
  await front(page).locator('#aboard-trace').waitFor();
  await page.goto(departure.link);
  await front(page).locator('#passenger-kind').click();
  await front(page).locator('#choice-passport').click();
  await front(page).locator('#passenger-number').fill(planted.passenger.documentNumber);
  await front(page).locator('#passenger-number').press('Enter');
  await page.keyboard.type(planted.passenger.name);
  await page.keyboard.press('Enter');
  await page.keyboard.type(planted.passenger.phone);
  await page.keyboard.press('Enter');
  await front(page).locator('#own-registrations').waitFor();
  await front(page).locator('[id^="withdraw-"]').click();
  await front(page).locator('#withdraw-sure').click();
  await front(page).locator('#typed-passenger').waitFor();
  expect(faults).toEqual([]);
});

test('L-08 a passenger’s code for the officer is there after arrival too: by a reload, in a second tab, by Back; nobody new is taken', async () => {
  const departure = await departureOf(walk.city(), home);
  const page = await phone();
  await page.goto(departure.link);
  await front(page).locator('#passenger-kind').click();
  await front(page).locator('#choice-passport').click();
  await front(page).locator('#passenger-number').fill(planted.passenger.documentNumber);
  await front(page).locator('#passenger-name').fill(planted.passenger.name);
  await front(page).locator('#passenger-phone').fill(planted.passenger.phone);
  await front(page).locator('#register-typed').click();
  await front(page).locator('#own-registrations').waitFor();
  const officer = await staffOf(townOf(walk.city()), 'arrival-officer', home);
  const event = { kind: 'arrived', eventId: departure.id(), at: walk.city().host.container.clock.now() };
  const deliveries = [{ city: home, departureId: departure.departureId, event }];
  expect(outcomeOf(await townOf(walk.city()).ask('coaches.deliver-arrival', { deliveries }, officer.token))).toBe('ok');
  const showsCode = async (seen: Page) => {
    await front(seen).locator('#own-registrations').waitFor();
    await front(seen).getByText('到站核验码').click();
    await front(seen).locator('.coach-proof .code-picture').waitFor();
    expect(await front(seen).locator('#coach').innerText()).toContain('已经到站');
    expect(await front(seen).locator('#type-passenger, #typed-passenger').count()).toBe(0);
  };
  await page.reload();
  await showsCode(page);
  await shot(page, 'coach-arrived-own');
  const other = await walk.context().newPage();
  other.setDefaultTimeout(20_000);
  await other.goto(departure.link);
  await showsCode(other);
  await front(page).locator('#manual-link').click();
  await front(page).locator('#manual-search').waitFor();
  await page.goBack();
  await front(page).locator('#own-registrations').waitFor();
});

test('L-03 addresses that a reload lost are said to be lost, until they are typed again', async () => {
  const departure = await departureOf(walk.city(), '110000');
  const page = await phone();
  await newDemonstrationRider(page, walk.city().url);
  await page.goto(departure.link);
  await front(page).locator('#coach-addressBefore').fill(planted.addressBefore);
  await page.reload();
  await front(page).locator('#coach-addresses .notice').waitFor();
  await shot(page, 'coach-addresses-lost');
  await front(page).locator('#coach-addressBefore').fill(planted.addressBefore);
  expect(await front(page).locator('#coach-addresses .notice').count()).toBe(0);
  await front(page).locator('#coach-addressThere').fill(planted.addressThere);
  await front(page).locator('#register-known').click();
  await front(page).locator('#own-registrations').waitFor();
  await page.reload();
  await front(page).locator('#own-registrations').waitFor();
  expect(await front(page).locator('#coach-addresses .notice').count()).toBe(0);
});

test('L-08 X-01 without a network an officer sees at once whom they added and that they closed, over a reload too; with one again it is the service’s list', async () => {
  const departure = await departureOf(walk.city(), home);
  const page = await phone();
  await joined(page, 'arrival-officer');
  await front(page).locator(`#choice-${departure.departureId}`).click();
  await front(page).locator('#manifest').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  await walk.context().setOffline(true);
  await front(page).locator('#add-passenger').click();
  await front(page).locator('#passenger-kind').click();
  await front(page).locator('#choice-passport').click();
  await front(page).locator('#passenger-number').fill('E88801234');
  await front(page).locator('#passenger-name').fill('补录乘客');
  await front(page).locator('#register-typed').click();
  await front(page).locator('.added-here').waitFor();
  await front(page).locator('#close-trip').click();
  await front(page).locator('#reopen-trip').waitFor();
  await page.reload();
  await front(page).locator('.added-here').waitFor();
  await front(page).locator('#reopen-trip').waitFor();
  await walk.context().setOffline(false);
  await front(page).locator('#manifest .coach-own:not(.added-here)', { hasText: '补**' }).waitFor();
  await front(page).locator('#trip', { hasText: '已核验' }).waitFor();
  expect(await front(page).locator('.added-here').count()).toBe(0);
});

test('X-09 in type of twice the size nothing of the coaches’ pages leaves its panel at 320 px', async () => {
  const departure = await departureOf(walk.city(), home);
  const { by: _by, ...whom } = typed(7);
  const at = walk.city().host.container.clock.now();
  const body = { registrationId: departure.id(), city: home, departureId: departure.departureId, at, whom };
  expect((await townOf(walk.city()).ask('coaches.register-for-passenger', body, departure.crew.token)).ok).toBe(true);
  const page = await phone(320);
  const seen: Record<string, readonly string[]> = {};
  const look = async (name: string) => {
    seen[name] = await beyondInLargeType(page);
  };
  await page.goto(departure.link);
  await front(page).locator('#typed-passenger').waitFor();
  await look('passenger');
  await joined(page, 'driver');
  await front(page).locator('#new-departure').click();
  await front(page).locator('#departure-form').waitFor();
  await look('form');
  await page.goBack();
  await make(page, 1);
  await front(page).locator('#help-passenger').click();
  await front(page).locator('#cancel-departure').click();
  await look('departure');
  await freshPhone(page, walk.city().url);
  await joined(page, 'desk');
  await front(page).locator('#station').waitFor();
  await look('station');
  await front(page).locator(`#choice-${departure.departureId}`).click();
  await front(page).locator('#departure-code').waitFor();
  await look('station departure');
  await freshPhone(page, walk.city().url);
  await joined(page, 'arrival-officer');
  await look('arrivals');
  await front(page).locator(`#choice-${departure.departureId}`).click();
  await front(page).locator('#manifest').waitFor();
  await look('manifest');
  await front(page).locator('#manual-link').click();
  await front(page).locator('#manual-entries').waitFor();
  await look('manual');
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, []])));
});

/** In the page: nothing more fits in what the browser keeps. */
function fillStorage(): void {
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
}

import { join } from 'node:path';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { newDeparture, outcomeOf, planted, staffOf, typed } from '../coaches/coach-town';
import { until } from '../world/until';
import { axe } from './axe';
import { coachWalk, departureOf, home, openInvitation, pictures, townOf, withCoaches } from './coach-steps';
import { front, newDemonstrationRider, switchInMenu } from './rider-steps';

jest.setTimeout(180_000);
const walk = coachWalk(20);
const { phone } = walk;
/** A page asks for news each twenty seconds. */
const newsWithin = { timeout: 40_000 };

/** A picture for whoever looks at them. */
async function shot(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

type Made = Awaited<ReturnType<typeof departureOf>>;

/** So many passengers without a phone are registered by the crew. */
async function helped({ id, departureId, crew }: Pick<Made, 'id' | 'departureId' | 'crew'>, count: number) {
  for (let order = 0; order < count; order += 1) {
    const { by: _by, ...whom } = typed(order);
    const at = walk.city().host.container.clock.now();
    const body = { registrationId: id(), city: home, departureId, at, whom };
    expect((await townOf(walk.city()).ask('coaches.register-for-passenger', body, crew.token)).ok).toBe(true);
  }
}

async function addMember(page: Page): Promise<void> {
  await page.goto(`${walk.city().url}/app/#/pages/family/index`);
  await front(page).locator('#add-member').click();
  await front(page).locator('#choice-parent').click();
  const People = z.array(
    z.looseObject({
      ...{ about: z.object({ en: z.string() }), documentKind: z.string(), documentNumber: z.string() },
      ...{ name: z.string(), phone: z.string() },
    }),
  );
  const guests = People.parse(await (await fetch(`${walk.city().url}/city/people`)).json());
  const member = guests.find(({ about }) => about.en.includes('No status'));
  if (!member) throw new Error('nobody is without a status');
  const { documentKind, documentNumber, name, phone: number } = member;
  await front(page).locator(`#choice-${documentKind}`).click();
  for (const [field, value] of Object.entries({ number: documentNumber, name, phone: number }))
    await front(page).locator(`#member-${field}`).fill(value);
  await front(page).locator('#member-next').click();
  await front(page).locator('#member-agree').click();
  await front(page).locator('.member').first().waitFor();
}

test('L-03 a rider ticks their family along: both by one tap, or the one alone who is left ticked', async () => {
  const departure = await departureOf(walk.city(), '420200');
  const page = await phone();
  await newDemonstrationRider(page, walk.city().url);
  await addMember(page);
  await page.goto(departure.link);
  const here = front(page);
  await here.locator('#who-rides .coach-tick').nth(1).waitFor();
  expect(await here.locator('#who-rides .coach-tick.chosen').count()).toBe(2);
  await shot(page, 'walk-family');
  expect(await axe(page, 'family')).toEqual([]);
  await here.locator('#who-rides .coach-tick').first().click();
  await here.locator('#register-known').click();
  await here.locator('#own-registrations').waitFor();
  expect(await departure.figures()).toContain('"registered":1');
  await here.locator('#who-rides .coach-tick').first().click();
  await here.locator('#register-known').click();
  await here.locator('#own-registrations [id^="withdraw-"]').nth(1).waitFor();
  expect(await departure.figures()).toContain('"registered":2');
  await shot(page, 'walk-family-registered');
});

test('L-02 while a passenger’s page is open another coach takes over, then the departure is cancelled: the page says each by itself', async () => {
  const departure = await departureOf(walk.city(), '420200');
  const page = await phone();
  await newDemonstrationRider(page, walk.city().url);
  await page.goto(departure.link);
  await front(page).locator('#register-known').click();
  await front(page).locator('#own-registrations').waitFor();
  const crew = { plate: '鄂A46179', driver: planted.driver };
  expect(outcomeOf(await departure.tell({ kind: 'coach-replaced', crew }))).toBe('ok');
  await front(page).locator('.notice', { hasText: '鄂A·46179' }).waitFor(newsWithin);
  await shot(page, 'walk-replaced');
  expect(outcomeOf(await departure.tell({ kind: 'cancelled', reason: 'weather' }))).toBe('ok');
  await front(page).locator('#coach-ended').waitFor(newsWithin);
  await shot(page, 'walk-cancelled');
  expect(await axe(page, 'cancelled')).toEqual([]);
  expect(await front(page).locator('#register-known, #type-passenger').count()).toBe(0);
});

test('L-10 more registered than aboard are all taken, and crew and passenger are told to check', async () => {
  const page = await phone();
  await openInvitation(page, walk.city(), 'desk');
  await front(page).locator('#join').click();
  const departure = await departureOf(walk.city(), '420200');
  await helped(departure, 4);
  await page.reload();
  await front(page).locator(`#choice-${departure.departureId}`).click();
  await front(page).locator('#departure-progress', { hasText: '多出 1 人' }).waitFor();
  await shot(page, 'walk-over');
  await page.goto(departure.link);
  await front(page).locator('#coach').waitFor();
  await shot(page, 'walk-over-passenger');
});

test('L-09 at a station on paper a departure is yellow with the time of its ledger, and leaves by one touch; in a list of its station too', async () => {
  const paper: CoachStation = { stationId: 'paper', name: { zh: '演示纸站', en: 'Paper' }, ways: ['ledger'] };
  await withCoaches(walk.city(), [paper]);
  const { container } = walk.city().host;
  await until(async () => JSON.stringify(await container.cityOf(home)).includes('演示纸站'));
  const page = await phone();
  await openInvitation(page, walk.city(), 'desk');
  await front(page).locator('#join').click();
  const crew = await staffOf(townOf(walk.city()), 'driver');
  const departure = newDeparture(townOf(walk.city()), crew, {
    origin: { name: '演示纸站', city: home, stationId: 'paper' },
  });
  expect(outcomeOf(await departure.open())).toBe('ok');
  await page.reload();
  const row = front(page).locator(`#choice-${departure.departureId}`, { hasText: '待纸质台账' });
  await row.locator('.coach-mark.awaited').waitFor();
  await shot(page, 'walk-paper-list');
  await row.click();
  await front(page).locator('.crew-band.awaited', { hasText: '请在' }).waitFor();
  await shot(page, 'walk-paper');
  expect(await axe(page, 'paper')).toEqual([]);
  await switchInMenu(page, 'language');
  await shot(page, 'walk-paper-en');
});

import { join } from 'node:path';
import { hourMs } from '@tongcheng/shared/time';
import type { Page } from 'playwright-core';
import { axe } from './axe';
import { coachWalk, departureOf, fillDeparture, openInvitation, pictures, timeIn } from './coach-steps';
import { freshPhone, front, newDemonstrationRider, switchInMenu } from './rider-steps';

jest.setTimeout(180_000);
const walk = coachWalk(20);

/** Pictures at the widths that people have. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const width of [360, 414, 1024, 1440]) {
    await page.setViewportSize({ width, height: 760 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 760 });
}

async function joined(page: Page, role: 'driver' | 'desk'): Promise<void> {
  await openInvitation(page, walk.city(), role);
  await front(page).locator('#join').click();
  await front(page).locator('#end-shift').waitFor();
}

test('L-07 a rider agrees to be a regular, a station registers them by one tap, and they take it back in their data', async () => {
  const first = await departureOf(walk.city(), '420200');
  const page = await walk.phone();
  await newDemonstrationRider(page, walk.city().url);
  await page.goto(first.link);
  await front(page).locator('#register-known').click();
  await front(page).locator('#agree-regulars').waitFor();
  await look(page, 'regular-agree');
  expect(await axe(page, 'regular-agree')).toEqual([]);
  await front(page).locator('#agree-regulars').click();
  await front(page).locator('#leave-regulars').waitFor();
  await look(page, 'regular-agreed');
  const next = await departureOf(walk.city(), '420200');
  await page.goto(next.link);
  // Another coach of the same hours: the notice leads to its page and back.
  await front(page).locator('.notice .button-link').click();
  await front(page).locator('#own-registrations').waitFor();
  await joined(page, 'desk');
  await front(page).locator(`#choice-${next.departureId}`).click();
  await front(page).locator('#open-regulars').click();
  await front(page).locator('#regulars .coach-own').waitFor();
  await look(page, 'regular-list');
  expect(await axe(page, 'regular-list')).toEqual([]);
  await front(page).locator('#regulars .coach-own button').click();
  await front(page).locator('#helped-passengers').waitFor();
  expect(await next.figures()).toMatch(/"registered":1.*"byStaff":1/);
  expect(await front(page).locator('#regulars .coach-own').count()).toBe(0);
  await page.goto(`${walk.city().url}/app/#/pages/mine/index`);
  await front(page).locator('#own-regulars-panel').waitFor();
  await look(page, 'regular-mine');
  await front(page).locator('#own-regulars-panel .button-link').click();
  await front(page).locator('#own-regulars-panel').waitFor({ state: 'detached' });
});

test('L-02 a crew say a delay by two touches: the code’s page and the passenger’s say the new time and the first one', async () => {
  const page = await walk.phone();
  await joined(page, 'driver');
  await front(page).locator('#new-departure').click();
  const [time, later] = [timeIn(walk.city(), hourMs), timeIn(walk.city(), hourMs + 20 * 60_000)];
  await fillDeparture(page, time);
  await front(page).locator('#confirm-departure').click();
  await front(page).locator('#departure-progress').waitFor();
  await front(page).locator('#delay-departure').click();
  await look(page, 'crew-delay');
  expect(await axe(page, 'crew-delay')).toEqual([]);
  await front(page).locator('#confirm-new-time').click();
  await front(page).locator('#new-time .refused').first().waitFor();
  await front(page).locator('#later-20').click();
  await front(page).locator('.crew-route', { hasText: later }).waitFor();
  await front(page).getByText(`原定 ${time}`).waitFor();
  await look(page, 'crew-delayed');
  await page.goBack();
  await front(page).locator('.choice', { hasText: later }).waitFor();
  await page.reload();
  await front(page).locator('#new-departure').click();
  await front(page).locator('#departure-plate').fill('');
  await look(page, 'crew-known-runs');
  await front(page).locator('#known-runs .coach-tick', { hasText: '46172' }).click();
  expect(await front(page).locator('#departure-plate').inputValue()).toBe('鄂A·46172');
  expect(await front(page).locator('#known-runs .coach-tick.chosen').count()).toBe(2);
  const departure = await departureOf(walk.city(), '420200');
  await departure.tell({ kind: 'rescheduled', departsAt: departure.departsAt + 20 * 60_000 });
  await freshPhone(page, walk.city().url);
  await page.goto(departure.link);
  await front(page).getByText('发车时间改了').waitFor();
  await look(page, 'coach-delayed');
  await switchInMenu(page, 'language');
  await look(page, 'coach-delayed-en');
});

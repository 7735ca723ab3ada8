import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hourMs } from '@tongcheng/shared/time';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { outcomeOf, planted, typed } from '../coaches/coach-town';
import { soldTicket } from '../coaches/ticket-seller';
import { openPartner } from '../world/key-holders';
import { axe } from './axe';
import { coachWalk, departureOf, fillDeparture, openInvitation, pictures, timeIn, townOf } from './coach-steps';
import { front, newDemonstrationRider, switchInMenu, takeDemonstrationPerson } from './rider-steps';

jest.setTimeout(300_000);
const walk = coachWalk(40);
const { phone } = walk;

/** Pictures at the widths that people have, in both languages. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const width of [360, 414, 1024, 1440]) {
    await page.setViewportSize({ width, height: 760 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 760 });
}

const departureAt = (destinationCity: string) => departureOf(walk.city(), destinationCity);

test('L-03 a known rider opens the link of a departure and is registered with one tap, and withdraws', async () => {
  const departure = await departureAt('420200');
  const page = await phone();
  await newDemonstrationRider(page, walk.city().url);
  await page.goto(departure.link);
  const here = front(page);
  await here.locator('#coach').waitFor();
  expect(await here.locator('#coach-plate').innerText()).toBe('鄂A·46172');
  await look(page, 'coach-known');
  expect(await axe(page, 'coach')).toEqual([]);
  await here.locator('#register-known').click();
  await here.locator('#own-registrations').waitFor();
  expect(await departure.figures()).toContain('"registered":1');
  await look(page, 'coach-registered');
  await switchInMenu(page, 'language');
  await look(page, 'coach-registered-en');
  await here.locator('[id^="withdraw-"]').click();
  await here.locator('#withdraw-keep').click();
  expect(await departure.figures()).toContain('"registered":1');
  await here.locator('[id^="withdraw-"]').click();
  await here.locator('#withdraw-sure').click();
  await here.locator('#register-known').waitFor();
  expect(await departure.figures()).toContain('"registered":0');
});

test('L-03 whoever verifies first is back at the coach afterwards and registers by one tap, without scanning again', async () => {
  const departure = await departureAt('420200');
  const page = await phone();
  await page.goto(departure.link);
  await front(page).locator('#verify-first').click();
  await front(page).locator('#step-consent').waitFor();
  expect(await front(page).locator('#step-consent').innerText()).toContain('回到这班客车');
  await look(page, 'coach-verify');
  await takeDemonstrationPerson(page);
  await front(page).locator('#register-known').click();
  await front(page).locator('#own-registrations').waitFor();
  expect(await departure.figures()).toContain('"registered":1');
});

test('L-03 whoever is not known types, towards Beijing with both addresses, sees what is wrong beside the field, and corrects it later', async () => {
  const departure = await departureAt('110000');
  const page = await phone();
  await page.goto(departure.link);
  const here = front(page);
  await here.locator('#typed-passenger').waitFor();
  await look(page, 'coach-typed');
  expect(await axe(page, 'coach')).toEqual([]);
  await here.locator('#register-typed').click();
  await here.locator('.field-hint.refused').first().waitFor();
  await look(page, 'coach-typed-refused');
  await here.locator('#passenger-kind').click();
  await here.locator('#choice-passport').click();
  const { documentNumber, name, phone: number } = planted.passenger;
  await here.locator('#passenger-number').fill(documentNumber);
  await here.locator('#passenger-name').fill(name);
  await here.locator('#passenger-phone').fill(number);
  await here.locator('#register-typed').click();
  await here.locator('#coach-addresses .refused').first().waitFor();
  await here.locator('#coach-addressBefore').fill(planted.addressBefore);
  await here.locator('#coach-addressThere').fill(planted.addressThere);
  await here.locator('#register-typed').click();
  await here.locator('#own-registrations').waitFor();
  expect(await here.locator('#own-registrations').innerText()).toContain('演**');
  expect(await departure.figures()).toContain('"registered":1');
  await look(page, 'coach-typed-done');
  await here.locator('[id^="correct-"]').click();
  expect(await here.locator('#typed-passenger').innerText()).toContain('演**');
  await here.locator('#passenger-kind').click();
  await here.locator('#choice-passport').click();
  await here.locator('#passenger-number').fill('E55501234');
  await here.locator('#passenger-name').fill('验证乘客');
  await here.locator('#passenger-phone').fill(number);
  await look(page, 'coach-correct');
  await here.locator('#register-typed').click();
  await here.locator('#typed-passenger').waitFor({ state: 'detached' });
  expect(await here.locator('#own-registrations').innerText()).toContain('验**');
  expect(await here.locator('#own-registrations').innerText()).not.toContain('演**');
  expect(await departure.figures()).toContain('"registered":1');
  await switchInMenu(page, 'language');
  await look(page, 'coach-typed-done-en');
});

test('L-04 whoever bought a ticket ahead confirms it by its number and the end of their document, and nothing else is typed', async () => {
  const departure = await departureAt('420200');
  const seller = await openPartner(townOf(walk.city()), 'ticketing-network');
  const ticket = soldTicket(departure.departsAt, 'TK-77', { serviceNumber: 'C123', seat: '12' });
  const handIn = 'coaches.hand-in-tickets';
  expect(outcomeOf(await townOf(walk.city()).ask(handIn, seller.request(handIn, { tickets: [ticket] })))).toBe('ok');
  const page = await phone();
  await page.goto(departure.link);
  const here = front(page);
  await here.locator('#ticket-by-number').waitFor();
  await look(page, 'coach-ticket');
  await here.locator('#confirm-ticket').click();
  await here.locator('#ticket-by-number .refused').first().waitFor();
  await here.locator('#ticket-ticketNumber').fill('TK-77');
  await here.locator('#ticket-documentEnding').fill(planted.passenger.documentNumber.slice(-4));
  await here.locator('#confirm-ticket').click();
  await here.locator('#own-registrations').waitFor();
  expect(await here.locator('#own-registrations').innerText()).toMatch(/演\*\* · 车票[\s\S]*座位 12/);
  expect(await departure.figures()).toContain('"registered":1');
  await look(page, 'coach-ticket-done');
});

test('a dead code says why and leads back to the camera', async () => {
  const departure = await departureAt('420200');
  await departure.tell({ kind: 'cancelled', reason: 'weather' });
  const page = await phone();
  await page.goto(departure.link);
  await front(page).locator('#scan-again').waitFor();
  expect(await front(page).innerText()).toContain('已取消');
  await look(page, 'coach-dead');
});

/** A member of staff of coaches joins on a phone of their own, by an invitation. */
async function joined(role: 'driver' | 'arrival-officer' | 'desk'): Promise<Page> {
  const page = await phone();
  await openInvitation(page, walk.city(), role);
  await look(page, `crew-join-${role}`);
  await front(page).locator('#join').click();
  return page;
}

/** What the code in a picture says; one character a pixel crosses from the browser, dark or not. */
async function codeInPicture(page: Page, picture: Buffer): Promise<string | undefined> {
  const { pixels, width, height } = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const [wide, high] = [Math.floor(image.width / 2), Math.floor(image.height / 2)];
      const context = new OffscreenCanvas(wide, high).getContext('2d');
      context?.drawImage(image, 0, 0, wide, high);
      const { data } = context?.getImageData(0, 0, wide, high) ?? { data: [] };
      const dark = Array.from({ length: wide * high }, (_, at) => ((data[at * 4] ?? 255) < 128 ? '1' : '0'));
      return { pixels: dark.join(''), width: wide, height: high };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  const grey = [...pixels].flatMap((pixel) => (pixel === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255]));
  return jsQR(Uint8ClampedArray.from(grey), width, height)?.data;
}

test('L-02 L-10 a crew make a departure and its code, see who is missing, correct the number, leave with a reason', async () => {
  const page = await joined('driver');
  const here = front(page);
  await here.locator('#new-departure').click();
  await here.locator('#one-of-other').click();
  await here.locator('#one-of-aboard').click();
  await here.locator('#confirm-departure').click();
  await here.locator('.field-hint.refused').first().waitFor();
  await look(page, 'crew-form-refused');
  expect(await axe(page, 'crew-form')).toEqual([]);
  await here.locator('#one-of-driver').click();
  await here.locator('#one-of-none').click();
  await here.locator('#add-stop').click();
  await here.locator('#departure-stop').fill('演示途经站');
  await here.locator('#take-stop').click();
  await fillDeparture(page, timeIn(walk.city(), hourMs));
  await here.locator('#confirm-departure').click();
  await here.locator('#departure-progress').waitFor();
  expect(await here.locator('#departure-count').innerText()).toContain('0');
  expect(await here.locator('.crew-band').getAttribute('class')).toContain('incomplete');
  await look(page, 'crew-departure');
  expect(await axe(page, 'crew')).toEqual([]);
  await page.reload();
  await here.locator('#departure-progress').waitFor();
  await here.locator('.crew-key').first().click();
  await here.locator('#save-aboard').click();
  await here.getByText('还差 1 人').waitFor();
  expect(await here.locator('#aboard-trace').innerText()).toMatch(/2 人 → .* 1 人/);
  await here.locator('#depart').click();
  await here.locator('#choice-count-uncertain').click();
  await here.getByText('已发车').waitFor();
  await here.locator('#same-again').click();
  await look(page, 'crew-again');
  await here.locator('#same-again-times .coach-tick').nth(1).click();
  await here.locator('#depart').waitFor();
  expect(await here.locator('.coach-plate').innerText()).toBe('鄂A·46172');
  await here.locator('#same-again').click();
  await here.locator('#same-again-form').click();
  await here.locator('#departure-form').waitFor();
  expect(await here.locator('#departure-plate').inputValue()).toBe(planted.plate);
  expect(await here.locator('#departure-time').inputValue()).toBe('');
  expect(await here.locator('#departure-stops').innerText()).toContain('演示途经站');
  await switchInMenu(page, 'language');
  await look(page, 'crew-form-en');
});

test('L-07 L-10 the code is saved and printed whole, somebody without a phone is registered by three touches, then it is complete and another coach takes over', async () => {
  const page = await joined('driver');
  const here = front(page);
  await here.locator('#new-departure').click();
  await fillDeparture(page, timeIn(walk.city(), hourMs), '演示到达站', '1');
  await here.locator('#confirm-departure').click();
  await here.locator('#departure-progress').waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), here.locator('#save-code').click()]);
  const picture = await readFile(await saved.path());
  const code = await codeInPicture(page, picture);
  expect(code).toMatch(/\/R\/[4-7][0-9A-Z]{60,}$/);
  if (pictures !== undefined) await writeFile(join(pictures, 'crew-sheet.png'), picture);
  await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { hasPrinted: true }) }));
  await here.locator('#print-code').click();
  await page.waitForFunction(() => 'hasPrinted' in window);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.printed-picture').isVisible()).toBe(true);
  expect(await here.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.printed-picture').count()).toBe(0);
  await here.locator('#help-passenger').click();
  await here.locator('#passenger-kind').click();
  await here.locator('#choice-passport').click();
  await here.locator('#passenger-number').fill(planted.passenger.documentNumber);
  await here.locator('#passenger-name').fill(planted.passenger.name);
  await here.locator('#register-typed').click();
  await here.getByText('请先征得乘客同意').waitFor();
  await look(page, 'crew-help');
  expect(await axe(page, 'crew-help')).toEqual([]);
  await here.locator('#passenger-agrees').click();
  await here.locator('#register-typed').click();
  await here.locator('#helped-passengers').waitFor();
  await here.locator('.crew-band.complete').waitFor();
  await look(page, 'crew-complete');
  await here.locator('#replace-coach').click();
  await here.locator('#replacement-plate').fill('鄂A46179');
  await here.locator('#confirm-replacement').click();
  await here.getByText('鄂A·46179').waitFor();
  await here.locator('.crew-band.complete').waitFor();
  await switchInMenu(page, 'language');
  await look(page, 'crew-complete-en');
  await switchInMenu(page, 'elder');
  await look(page, 'crew-complete-elder');
});

test('X-01 without a network a crew make a departure whose code is shown at once, and deliver it when there is one', async () => {
  const page = await joined('driver');
  const here = front(page);
  await here.locator('#new-departure').click();
  await walk.context().setOffline(true);
  await fillDeparture(page, timeIn(walk.city(), hourMs));
  await here.locator('#confirm-departure').click();
  await here.locator('#departure-code').waitFor();
  await here.getByText('发车码已经有效').waitFor();
  await look(page, 'crew-offline');
  await walk.context().setOffline(false);
  await here.locator('#departure-progress').waitFor();
});

test('L-02 L-03 L-08 a crew’s code is scanned by a passenger, whose own code is on the officer’s list, and the trip is closed', async () => {
  const crew = await joined('driver');
  await front(crew).locator('#new-departure').click();
  const time = timeIn(walk.city(), hourMs);
  await fillDeparture(crew, time, '武汉', '1');
  await front(crew).locator('#confirm-departure').click();
  await front(crew).locator('#departure-progress').waitFor();
  const [saved] = await Promise.all([crew.waitForEvent('download'), front(crew).locator('#save-code').click()]);
  const link = (await codeInPicture(crew, await readFile(await saved.path()))) ?? '';
  await walk.context().close();
  const page = await phone();
  await page.goto(link.replace(/^https?:\/\/[^/]+/, walk.city().url));
  const here = front(page);
  await here.locator('#passenger-kind').click();
  await here.locator('#choice-passport').click();
  await here.locator('#passenger-number').fill(planted.passenger.documentNumber);
  await here.locator('#passenger-name').fill(planted.passenger.name);
  await here.locator('#passenger-phone').fill(planted.passenger.phone);
  await here.locator('#register-typed').click();
  await here.locator('#own-registrations').waitFor();
  await here.getByText('到站核验码').click();
  await here.locator('.coach-proof .code-picture').waitFor();
  await look(page, 'coach-proof');
  expect(await axe(page, 'coach-proof')).toEqual([]);
  await here.locator('#manual-link').click();
  await front(page).locator('#manual-search').fill('撤回');
  await front(page).locator('.question .menu-line').first().click();
  await look(page, 'manual-passenger');
  expect(await axe(page, 'manual')).toEqual([]);
  await walk.context().close();
  const officer = await joined('arrival-officer');
  const there = front(officer);
  await there.getByText('鄂A·46172').first().click();
  await there.locator('#manifest').waitFor();
  await there.locator('#arrived').click();
  await there.locator('#arrived').waitFor({ state: 'detached' });
  await there.locator('#scan-proofs').click();
  await there.locator('#proof-answer').waitFor();
  await look(officer, 'arrival-scanning');
  expect(await axe(officer, 'arrival-scanning')).toEqual([]);
  await there.locator('#manifest .coach-tick').first().click();
  await there.locator('#manifest .coach-tick.chosen').waitFor();
  await there.locator('#close-trip').click();
  await there.locator('#reopen-trip').click();
  await there.locator('#close-trip').waitFor();
  expect(await there.locator('#trip').innerText()).toContain('1 次');
  await look(officer, 'arrival-reopened');
});

test('L-07 station staff see the departures of their city with their completeness, and print the code of one', async () => {
  const departure = await departureAt('420200');
  const page = await joined('desk');
  const here = front(page);
  await here.locator('#station').waitFor();
  await look(page, 'station-list');
  expect(await axe(page, 'station')).toEqual([]);
  await here.locator('#station-search').fill('没有这样的');
  await here.locator('.choice').first().waitFor({ state: 'detached' });
  await here.locator('#station-search').fill('46172');
  await here.locator(`#choice-${departure.departureId}`).click();
  await front(page).locator('#departure-code').waitFor();
  await front(page).locator('#print-code').waitFor();
  await look(page, 'station-departure');
  expect(await axe(page, 'station-departure')).toEqual([]);
  await page.reload();
  await front(page).locator('#departure-code').waitFor();
  await page.goBack();
  await front(page).locator('#station').waitFor();
  await switchInMenu(page, 'language');
  await look(page, 'station-list-en');
});

test('L-08 an officer opens an expected trip, ticks who is there, adds who is on no list, and closes', async () => {
  const departure = await departureAt('420100');
  for (const order of [1, 2]) {
    const { by: _by, ...whom } = typed(order);
    const at = walk.city().host.container.clock.now();
    const named = { city: '420100', departureId: departure.departureId };
    const body = { registrationId: departure.id(), ...named, at, whom };
    expect((await townOf(walk.city()).ask('coaches.register-for-passenger', body, departure.crew.token)).ok).toBe(true);
  }
  const page = await joined('arrival-officer');
  const here = front(page);
  await here.locator('#find-trip').waitFor();
  await look(page, 'arrival-find');
  await here.locator('#arrival-plate').fill(planted.plate);
  await here.locator('#open-trip').click();
  await here.locator('#manifest').waitFor();
  await look(page, 'arrival-manifest');
  expect(await axe(page, 'arrival')).toEqual([]);
  await here.locator('#manifest .coach-tick').first().click();
  await here.locator('#manifest .coach-tick.chosen').waitFor();
  await here.locator('#close-trip').click();
  await here.locator('#reopen-trip').waitFor();
  await look(page, 'arrival-closed');
});

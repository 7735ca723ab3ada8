import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { formatInstant } from '@tongcheng/shared/time';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newDeparture, outcomeOf, planted, staffOf } from '../coaches/coach-town';
import type { Answered } from '../world/town';
import { until } from '../world/until';
import { launchBrowser } from './browser';
import { withChinese } from './chinese-glyphs';
import { freshPhone, front } from './rider-steps';
import { type RunningCity, startCity } from './running-city';

/** The city of these tests. */
export const home = '420100';

/** A folder for pictures of what is seen on the way, for whoever looks at them; none in an ordinary run. */
export const pictures = process.env.TONGCHENG_PICTURES;

/** A running city with coaches and a browser for the tests of a file; each phone is fresh and closed after its test. */
export function coachWalk(riders: number) {
  let city: RunningCity | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    city = await startCity(riders);
    browser = await launchBrowser();
    await withCoaches(city);
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });
  const running = (): RunningCity => there(city);
  const phone = async (width = 360): Promise<Page> => {
    context = await there(browser).newContext({
      viewport: { width, height: 760 },
      locale: 'zh-CN',
      bypassCSP: pictures !== undefined,
    });
    if (pictures !== undefined) await withChinese(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await freshPhone(page, running().url);
    return page;
  };
  return { city: running, context: () => there(context), phone };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not started yet');
  return value;
}

/** The simulated city has coaches from now on. */
export async function withCoaches(city: RunningCity, stations: readonly CoachStation[] = []): Promise<void> {
  const { store } = city.host.container;
  const held = await store.get(cities, home);
  if (!held) throw new Error('no city');
  const { _v, settings, ...record } = held;
  const coaches = {
    ...{ retentionDays: 400, asksAddressesTo: ['110000'] },
    ...(stations.length > 0 && { stations: [...stations] }),
  };
  const capabilities = { city: {}, ...settings.capabilities, coaches };
  await store.update(cities, { ...record, settings: { ...settings, capabilities } }, _v);
  // What was read of the city before holds for five seconds.
  await until(async () => (await city.host.container.cityOf(home))?.capabilities?.coaches !== undefined);
}

/** The host as the builders of departures ask it. */
export const townOf = (city: RunningCity) => ({
  needs: city.host.container,
  ask: async (name: string, body: unknown, bearer?: string): Promise<Answered> => {
    const headers = {
      'content-type': 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    };
    const reply = await fetch(`${city.url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { ...Object(await reply.json()), status: reply.status };
  },
});

/** A departure of another crew, open, to a city; with the link of its code. */
export async function departureOf(city: RunningCity, destinationCity: string) {
  const town = townOf(city);
  const crew = await staffOf(town, 'driver');
  const departure = newDeparture(town, crew, { destination: { name: '演示到达站', city: destinationCity } });
  expect(outcomeOf(await departure.open())).toBe('ok');
  return {
    ...departure,
    crew,
    link: `${city.url}/R/${departure.code}`,
    figures: async () => JSON.stringify((await departure.manifest()).value),
  };
}

/** Opens the page of coach staff by a new invitation; the name is still to be typed. */
export async function openInvitation(
  page: Page,
  city: RunningCity,
  role: 'driver' | 'arrival-officer' | 'desk',
): Promise<void> {
  const { invitation } = await invite(city.host.container, {
    ...{ city: home, role, venueIds: [], scope: { kind: 'operator' } },
    ...{ validHours: 1, invitedBy: 'official-1' },
  });
  await page.goto(`${city.url}/app/#/pages/crew/index?invitation=${invitation}`);
  await front(page).locator('#crew-name').fill('演示驾驶员');
}

/** Some time from now, as crews type it. */
export const timeIn = (city: RunningCity, ms: number): string =>
  formatInstant(city.host.container.clock.now() + ms, 'HH:mm');

/** Fills in the form of a departure. */
export async function fillDeparture(page: Page, time: string, destination = '北京', aboard = '2'): Promise<void> {
  const here = front(page);
  const { driver, plate } = planted;
  for (const [field, value] of Object.entries({
    ...{ plate, time, destination, origin: '演示客运站', serviceNumber: 'C123', aboard },
    ...{ driverName: driver.name, driverPhone: driver.phone },
  }))
    await here.locator(`#departure-${field}`).fill(value);
}

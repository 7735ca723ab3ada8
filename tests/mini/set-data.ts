import { peopleOf, settledRider } from './people';
import { everyElement } from './phone/drawn';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, riderOn } from './rider';

/** What one `setData` from program to screen may cost, in bytes: what a small phone draws without a pause. */
const budget = { firstScreen: 8_000, touch: 9_000, verdict: 10_000, second: 150 } as const;

/** Costs of a ride on the compiled build of a platform: requests, and bytes between program and screen. */
export function setDataOn(platform: Platform): void {
  let town: PhoneTown;
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  beforeAll(async () => {
    town = await openPhoneTown();
  });
  afterAll(async () => {
    await town.close();
    templates.remove();
  });

  test('a repeat ride: one request to the verdict, small drawings, a second costs nearly nothing', async () => {
    const rider = riderOn(platform, town, templates.folder, 'rider-counted');
    await settledRider(rider, peopleOf(town)());
    const { link } = town.posted('bus');
    const ride = async () => {
      rider.device.inSight = { code: link };
      rider.open();
      await rider.until('the verdict', (page) => hasClass(page, 'verdict-admit'));
      await rider.settle(300);
    };
    await ride();
    town.time.sleep(90_000);
    rider.open();
    await rider.settle(100);
    const first = rider.app().meters.read();
    await ride();
    const asked = rider.app().network.log.map(({ url }) => url.split('/api/')[1]);
    expect(asked.filter((name) => name !== 'venues.get-city')).toEqual(['rides.record-scan']);
    const shown = rider.app().meters.read();
    await rider.settle(5_000);
    const seconds = rider.app().meters.read();
    expect(first.largest).toBeLessThan(budget.firstScreen);
    expect(first.largest).toBeGreaterThan(1_000);
    expect(shown.bytes).toBeLessThan(budget.firstScreen + budget.verdict);
    expect(seconds.times).toBeGreaterThan(3);
    expect(seconds.bytes / seconds.times).toBeLessThan(budget.second);
    expect(rider.app().network.maxAtOnce()).toBeLessThanOrEqual(10);
    rider.app().close();
  });

  test('opening and closing the menu takes few bytes of setData', async () => {
    const rider = riderOn(platform, town, templates.folder, 'rider-of-menus');
    rider.open({ path: 'pages/guide/index' });
    await rider.settle(1_000);
    rider.app().meters.read();
    await rider.touch('menu');
    await rider.until('the menu', (page) => hasClass(page, 'menu-line'));
    await rider.settle(50);
    const { bytes } = rider.app().meters.read();
    expect(bytes).toBeGreaterThan(100);
    expect(bytes).toBeLessThan(budget.touch);
    rider.app().close();
  });

  test('X-09 what a screen reader says reaches the screen: labels of buttons without words, states of switches, roles of what is not pressed', async () => {
    const rider = riderOn(platform, town, templates.folder, 'rider-who-listens');
    rider.open({ path: 'pages/guide/index' });
    await rider.touch('menu');
    await rider.until('the menu', (page) => hasClass(page, 'menu-line'));
    const elements = everyElement(rider.page());
    const label = (id: string) => elements.find((one) => one.id === id)?.attributes.ariaLabel;
    expect(label('menu')).toBe('菜单');
    const elder = elements.find((one) => one.id === 'switch-elder')?.attributes;
    expect([elder?.ariaRole, elder?.ariaChecked]).toEqual(['switch', 'false']);
    const spoken = elements.filter(({ classes }) => classes.includes('sheet')).map(({ attributes }) => attributes);
    expect(spoken.map(({ ariaRole, ariaModal }) => [ariaRole, ariaModal])).toEqual([['dialog', 'true']]);
    const mute = elements.filter(
      ({ classes, text, attributes }) => classes.includes('press') && text.trim() === '' && !attributes.ariaLabel,
    );
    expect(mute).toEqual([]);
    rider.app().close();
  });
}

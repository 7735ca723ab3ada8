import { isGreen, peopleOf, settledRider } from './people';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import type { Tone } from './phone/wave';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn } from './rider';

/** What the ear and the hand are told on the compiled build of a platform (design/screens.md, Sounds). */
export function soundsOn(platform: Platform): void {
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  let town: PhoneTown;
  let green: Rider;
  let red: Rider;
  beforeAll(async () => {
    town = await openPhoneTown();
    const somebody = peopleOf(town);
    green = riderOn(platform, town, templates.folder, 'green-listener');
    await settledRider(green, somebody(isGreen));
    red = riderOn(platform, town, templates.folder, 'red-listener');
    await settledRider(
      red,
      somebody(({ health }) => health.colour === 'red'),
    );
  });
  afterAll(async () => {
    for (const rider of [green, red]) rider.app().close();
    await town.close();
    templates.remove();
  });
  beforeEach(() => {
    for (const { device } of [green, red]) {
      device.playsWave = true;
      device.heard.length = 0;
      device.felt.length = 0;
    }
  });
  afterEach(() => {
    for (const rider of [green, red]) {
      expect(rider.app().complaints.heard).toEqual([]);
      expect(rider.device.playersOpen).toBe(0);
    }
  });

  /** One more scan on a new day of the phone's life, until everything has sounded. */
  const scan = async (rider: Rider, face: string) => {
    town.time.sleep(20 * 60_000);
    rider.device.inSight = { code: town.posted('bus').link };
    rider.open();
    await rider.until(`the verdict ${face}`, (page) => hasClass(page, `verdict-${face}`));
    await rider.settle(7_000);
  };
  const heights = (heard: readonly Tone[]) => heard.map(({ hertz }) => Math.round(hertz / 20) * 20);

  test('W-09 admit sounds one short high tone, refuse one long low one, and the phone vibrates alike', async () => {
    await scan(green, 'admit');
    expect(heights(green.device.heard)).toEqual([1320]);
    expect(green.device.heard[0]?.ms).toBeLessThan(200);
    expect(green.device.felt).toHaveLength(1);
    await scan(red, 'refuse');
    expect(heights(red.device.heard)).toEqual([220]);
    expect(red.device.heard[0]?.ms).toBeGreaterThan(500);
    expect(red.device.felt).toEqual(['long']);
  });

  test('X-01 a scan kept without network sounds a soft double click, from the phone alone', async () => {
    green.device.networkChanged(false);
    green.device.inSight = { code: town.posted('metro', 'station').link };
    town.time.sleep(20 * 60_000);
    green.open();
    await green.until('the kept scan', (page) => hasClass(page, 'verdict-kept') || hasClass(page, 'verdict-below'));
    await green.settle(7_000);
    expect(heights(green.device.heard)).toEqual([440, 440]);
    expect(green.device.felt).toHaveLength(2);
    green.device.networkChanged(true);
    await green.settle(20_000);
  });

  test('a tone is written once and stays: the second verdict writes nothing', async () => {
    await scan(green, 'admit');
    const [path, bytes] = [...green.device.files].find(([name]) => name.includes('admit')) ?? [];
    expect(bytes?.length).toBeLessThan(8_000);
    await scan(green, 'admit');
    expect(path && green.device.files.get(path)).toBe(bytes);
    expect(heights(green.device.heard)).toEqual([1320, 1320]);
  });

  test('a muted phone stays silent and still vibrates', async () => {
    red.device.isMuted = true;
    await scan(red, 'refuse');
    red.device.isMuted = false;
    expect([red.device.heard, red.device.felt]).toEqual([[], ['long']]);
  });

  test('a phone that plays no such file, or has no room for it, shows the verdict and complains of nothing', async () => {
    red.device.playsWave = false;
    await scan(red, 'refuse');
    expect([...red.device.files.keys()].filter((name) => name.includes('refuse'))).toEqual([]);
    red.device.isFull = true;
    await scan(red, 'refuse');
    red.device.isFull = false;
    expect(red.device.heard).toEqual([]);
    expect(red.device.felt).toEqual(['long', 'long']);
    red.device.playsWave = true;
    await scan(red, 'refuse');
    expect(heights(red.device.heard)).toEqual([220]);
  });
}

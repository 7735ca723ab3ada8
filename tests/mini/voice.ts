import type { Person } from '../../city/people/person';
import { isGreen, peopleOf, settledRider } from './people';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { clipNames } from './phone/voice-clips';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn } from './rider';

/** Long enough for tone, word and way on; and for all clips of a language to come. */
const untilSilentMs = 15_000;

/** Elder mode's voice on the compiled build of a platform (X-09; decision 123). */
export function voiceOn(platform: Platform): void {
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  });
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  const opened: Rider[] = [];
  afterEach(() => {
    town.pages.instead.clear();
    for (const rider of opened.splice(0)) {
      expect(rider.app().complaints.heard).toEqual([]);
      expect(rider.device.playersOpen).toBe(0);
      rider.app().close();
    }
  });

  const isRed = ({ health }: Person) => health.colour === 'red';
  /** A rider with a phone of their own in elder mode, to whom the voice came or not. */
  const elder = async (subject: string, is = isGreen): Promise<Rider> => {
    const rider = riderOn(platform, town, templates.folder, subject);
    opened.push(rider);
    rider.device.playsWave = true;
    await settledRider(rider, somebody(is));
    rider.open({ path: 'pages/guide/index' });
    await rider.touch('menu');
    await rider.touch('switch-elder');
    await rider.settle(untilSilentMs);
    return rider;
  };
  const look = async (rider: Rider, face: string) => {
    town.time.sleep(20 * 60_000);
    rider.device.said.length = 0;
    rider.device.heard.length = 0;
    rider.device.felt.length = 0;
    rider.device.inSight = { code: town.posted('bus').link };
    rider.open();
    await rider.until(`the verdict ${face}`, (page) => hasClass(page, `verdict-${face}`));
  };
  const scan = async (rider: Rider, face: string) => {
    await look(rider, face);
    await rider.settle(untilSilentMs);
  };
  const askedFor = (rider: Rider) =>
    rider
      .app()
      .network.log.map(({ url }) => new URL(url).pathname)
      .filter((path) => path.startsWith('/app/voice/'));
  const heldBy = ({ device }: Rider) => [...device.files.keys()].filter((path) => path.includes('voice-')).length;

  test('X-09 the word of a verdict is said aloud after its tone, once; the phone vibrates briefly', async () => {
    const rider = await elder('elder-green');
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual(['zh/admit']);
    expect(rider.device.heard).toHaveLength(1);
    expect(rider.device.heard[0]?.ms).toBeLessThan(200);
    expect(rider.device.felt).toHaveLength(1);
  });

  test('X-09 a refusal says the word and the way on, in the language that is chosen; a muted phone says nothing', async () => {
    const rider = await elder('elder-red', isRed);
    await scan(rider, 'refuse');
    expect(rider.device.said).toEqual(['zh/refuse', 'zh/next-appeal']);
    expect(rider.device.heard).toHaveLength(1);
    rider.device.isMuted = true;
    await scan(rider, 'refuse');
    expect([rider.device.said, rider.device.heard, rider.device.felt]).toEqual([[], [], ['long']]);
    rider.device.isMuted = false;
    rider.open({ path: 'pages/guide/index' });
    await rider.touch('menu');
    await rider.touch('switch-language');
    await rider.settle(untilSilentMs);
    expect(askedFor(rider).sort()).toEqual(clipNames('en').map((name) => `/app/voice/${name}.mp3`));
    await scan(rider, 'refuse');
    expect(rider.device.said).toEqual(['en/refuse', 'en/next-appeal']);
  });

  test('X-09 X-01 all of a language is fetched once when elder mode is chosen, and speaks without network', async () => {
    const rider = await elder('elder-offline');
    expect(askedFor(rider).sort()).toEqual(clipNames('zh').map((name) => `/app/voice/${name}.mp3`));
    expect(heldBy(rider)).toBe(clipNames('zh').length);
    await scan(rider, 'admit');
    expect(askedFor(rider)).toEqual([]);
    rider.device.networkChanged(false);
    await scan(rider, 'kept');
    expect(rider.device.said).toEqual(['zh/offline', 'zh/admit', 'zh/kept']);
    expect(rider.device.heard).toHaveLength(2);
    rider.device.networkChanged(true);
    await rider.settle(untilSilentMs);
  });

  test('X-09 where the voice did not come: longer tones that can be counted, and it comes for the next time', async () => {
    town.pages.instead.set('/app/voice/zh/admit.mp3', { status: 404, text: 'not found' });
    const rider = await elder('elder-without');
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual([]);
    expect(rider.device.heard.map(({ hertz }) => Math.round(hertz / 20) * 20)).toEqual([1320]);
    expect(rider.device.heard[0]?.ms).toBeGreaterThan(400);
    expect(rider.device.felt).toEqual(['long']);
    town.pages.instead.clear();
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual([]);
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual(['zh/admit']);
    expect(rider.device.felt).toHaveLength(1);
    expect(rider.device.felt).not.toContain('long');
  });

  test('X-09 fetching stops at what is no sound, keeps nothing of it, and goes on from there', async () => {
    const signIn = '<html>sign in to the station’s network</html>';
    town.pages.instead.set(`/app/voice/${clipNames('zh')[9]}.mp3`, { status: 200, text: signIn });
    const rider = await elder('elder-resumed');
    const first = askedFor(rider).length;
    expect(heldBy(rider)).toBe(first - 1);
    town.pages.instead.clear();
    rider.open({ path: 'pages/guide/index' });
    await rider.settle(untilSilentMs);
    expect(askedFor(rider)).toHaveLength(clipNames('zh').length - first + 1);
    expect(heldBy(rider)).toBe(clipNames('zh').length);
  });

  test('a clip that was cut short is not heard: tones instead, and it is fetched anew', async () => {
    const rider = await elder('elder-cut');
    const [path = ''] = [...rider.device.files.keys()].filter((file) => file.endsWith('zh-admit.mp3'));
    const whole = rider.device.files.get(path);
    rider.device.files.set(path, new Uint8Array([0xff, 0xf3, 0x38]));
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual([]);
    expect(rider.device.heard.some(({ ms }) => ms > 400)).toBe(true);
    await scan(rider, 'admit');
    expect(rider.device.files.get(path)).toEqual(whole);
    await scan(rider, 'admit');
    expect(rider.device.said).toEqual(['zh/admit']);
  });

  test('clips of a former edition are taken away once all of this one are here', async () => {
    const rider = riderOn(platform, town, templates.folder, 'elder-former');
    opened.push(rider);
    rider.open();
    const root = platform === 'weapp' ? 'wxfile://usr' : 'https://usr';
    rider.device.files
      .set(`${root}/voice-0-zh-admit.mp3`, new Uint8Array(1))
      .set(`${root}/kept.txt`, new Uint8Array(1));
    rider.open({ path: 'pages/guide/index' });
    await rider.touch('menu');
    await rider.touch('switch-elder');
    await rider.settle(untilSilentMs);
    expect(rider.device.files.has(`${root}/voice-0-zh-admit.mp3`)).toBe(false);
    expect(rider.device.files.has(`${root}/kept.txt`)).toBe(true);
    expect(heldBy(rider)).toBe(clipNames('zh').length);
  });

  test('X-09 the next outcome ends what is being said', async () => {
    const rider = await elder('elder-hurried');
    await scan(rider, 'admit');
    rider.device.networkChanged(false);
    await look(rider, 'kept');
    await rider.until('the first words', () => rider.device.said.includes('zh/offline'));
    rider.device.inSight = { code: town.posted('metro', 'station').link };
    await rider.touchWords('扫另一个码');
    await rider.until('the next outcome', () => rider.device.said.filter((name) => name === 'zh/offline').length === 2);
    await rider.settle(untilSilentMs);
    expect(rider.device.said.filter((name) => name === 'zh/kept')).toHaveLength(1);
    rider.device.networkChanged(true);
    await rider.settle(untilSilentMs);
  });

  test('without elder mode nothing is said and no voice is fetched', async () => {
    const rider = riderOn(platform, town, templates.folder, 'brief-rider');
    opened.push(rider);
    rider.device.playsWave = true;
    await settledRider(rider, somebody(isGreen));
    await scan(rider, 'admit');
    await rider.settle(30_000);
    expect([rider.device.said, heldBy(rider), askedFor(rider)]).toEqual([[], 0, []]);
    expect(rider.device.heard).toHaveLength(1);
  });
}

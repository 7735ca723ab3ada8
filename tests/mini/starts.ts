import { store } from './phone/device';
import { declaredPages } from './phone/phone';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { riderOn, words } from './rider';

/** The compiled build of a platform starts on an old phone, opens every page it declares, and complains of nothing. */
export function startsOn(platform: Platform): void {
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

  const newcomer = (subject: string) => riderOn(platform, town, templates.folder, subject);

  test('a realm of an old phone has no browser, no Node, no Intl and no code from text', () => {
    const rider = newcomer('rider-poor');
    rider.open({ path: 'pages/guide/index' });
    for (const name of ['window', 'document', 'fetch', 'process', 'Buffer', 'Intl', 'globalThis', 'URL', 'BigInt'])
      expect([name, rider.app().typeOf(name)]).toEqual([name, 'undefined']);
    expect(() => rider.app().run('new Function("return 1")()')).toThrow('text never becomes code');
    rider.app().close();
  });

  test.each(declaredPages(platform))('%s renders, with a title, and complains of nothing', async (path) => {
    const rider = newcomer(`rider-of-${path.replaceAll('/', '-')}`);
    rider.open({ path });
    await rider.until('words', (page) => words(page).length > 4);
    await rider.settle(3_000);
    expect(words(rider.page()).length).toBeGreaterThan(4);
    expect(rider.app().complaints.heard).toEqual([]);
    rider.app().close();
  });

  test('a page that is not there is refused, an eleventh page too', async () => {
    const rider = newcomer('rider-deep');
    rider.open({ path: 'pages/guide/index' });
    expect(rider.app().navigation.to('/pages/nowhere/index')).toContain('not found');
    for (let depth = 1; depth < 10; depth += 1) expect(rider.app().navigation.to('/pages/guide/index')).toBeUndefined();
    expect(rider.app().navigation.to('/pages/guide/index')).toContain('10');
    rider.app().close();
  });

  test('storage refuses what is too much of one key or of all, and keeps what was there', () => {
    const { device } = newcomer('rider-full');
    expect(store(device, 'one', 'kept')).toBe(true);
    expect(store(device, 'one', 'x'.repeat(1024 * 1024 + 1))).toBe(false);
    expect(device.storage.get('one')).toBe('kept');
    for (let key = 0; key < 9; key += 1) expect(store(device, `big-${key}`, 'x'.repeat(1024 * 1024))).toBe(true);
    expect(store(device, 'last', 'x'.repeat(1024 * 1024))).toBe(false);
  });
}

import { agree, isGreen, peopleOf, register, settledRider } from './people';
import { store } from './phone/device';
import { byId } from './phone/drawn';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn, words } from './rider';

/** How each platform hands a scanned link to the app that it opens. */
const linkQuery: Readonly<Record<Platform, (link: string) => Readonly<Record<string, string>>>> = {
  weapp: (link) => ({ q: encodeURIComponent(link), scancode_time: '1668988800' }),
  alipay: (link) => ({ qrCode: link }),
};

/** The journeys of a rider on the compiled build of a platform, against the real functions. */
export function journeysOn(platform: Platform): void {
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  let turn = 0;
  let rider: Rider;
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);

  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  });
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  const subject = () => `rider-of-journey-${turn}`;
  const newPhone = (language: 'zh' | 'en' = 'zh') => {
    turn += 1;
    rider = riderOn(platform, town, templates.folder, subject(), language);
    return rider;
  };
  afterEach(() => {
    expect(rider.app().complaints.heard).toEqual([]);
    expect(town.faults).toEqual([]);
    rider.app().close();
  });

  const verdict = (face: string) =>
    rider.until(`the verdict ${face}`, (page) => hasClass(page, `verdict-${face}`) && words(page));
  const typeCode = async (code: string) => {
    await rider.touch('type-code');
    await rider.type('typed-code', code);
    await rider.touch('send-code');
  };
  const scan = async (link: string) => {
    rider.device.inSight = { code: link };
    rider.open();
  };
  const asked = () => rider.app().network.log.map(({ url }) => url.split('/api/')[1]);

  test('W-01 a scanned link opens the app; the new rider registers and the scan completes by itself', async () => {
    newPhone().open({ query: linkQuery[platform](town.posted('bus').link) });
    await register(rider, somebody());
    await rider.touch('skip-card');
    expect(await verdict('admit')).toContain('可以乘车');
    expect(rider.device.scannersOpened).toBe(0);
    expect(rider.device.felt.length).toBeGreaterThan(0);
    await rider.settle(500);
    expect(rider.device.brightness).toBe(1);
  });

  test('W-02 what the platform knows comes over: Alipay by one tap, WeChat the phone number by its own button', async () => {
    const { name, documentNumber, phone } = somebody();
    const account = { name, certType: '0', certNo: documentNumber, certified: true, mobile: phone };
    newPhone().open();
    town[platform === 'weapp' ? 'wechat' : 'alipay'].people.accounts.set(subject(), account);
    await agree(rider);
    if (platform === 'alipay') await rider.touch('platform-tap');
    else await byPhoneButton(documentNumber, name);
    await rider.until('the card step', (page) => byId(page, 'step-card'));
    await rider.touch('skip-card');
    await typeCode(town.posted('bus').shortCode);
    expect(await verdict('admit')).toContain(`${name.slice(0, 1)}*`);
  });

  const byPhoneButton = async (documentNumber: string, name: string) => {
    await rider.touch('choice-resident-id');
    await rider.type('field-number', documentNumber);
    await rider.touch('number-next');
    await rider.type('field-name', name);
    await rider.touch('name-next');
    const button = await rider.until('the phone button', (page) => byId(page, 'phone-by-platform'));
    button.happen('getphonenumber', { code: rider.device.phoneCode(), errMsg: 'getPhoneNumber:ok' });
    await rider.until('the number', (page) => byId(page, 'field-phone')?.attributes.value !== '');
    await rider.touch('phone-next');
  };

  test('W-10 a repeat ride: the camera at once, in the page, no question, the verdict', async () => {
    await settledRider(newPhone(), somebody());
    await scan(town.posted('metro', 'station').link);
    expect(await verdict('admit')).toContain('可以乘车');
    expect(rider.device.camerasOpened).toBeGreaterThan(0);
    expect(rider.device.scannersOpened).toBe(0);
    expect(asked().filter((name) => name === 'rides.record-scan')).toHaveLength(1);
  });

  test('X-01 without network the scan is kept and said so; it is delivered by itself, once', async () => {
    await settledRider(newPhone(), somebody());
    rider.device.networkChanged(false);
    await typeCode(town.posted('bus').shortCode);
    expect(await rider.until('the kept scan', (page) => byId(page, 'kept')?.text)).toContain('已记录在手机上');
    rider.open({ path: 'pages/verdict/index' });
    await rider.until('the kept scan after a restart', (page) => byId(page, 'kept'));
    rider.device.networkChanged(true);
    expect(await verdict('admit')).toContain('已登记');
    expect(asked().filter((name) => name === 'rides.record-batch')).toHaveLength(1);
    rider.open({ path: 'pages/rides/index' });
    expect(await rider.until('the ride', (page) => hasClass(page, 'ride') && words(page))).toContain('1 次扫码');
  });

  /** Not one character more: what the app could give up for a scan is gone, and other keys fill the rest. */
  const fillStorage = () => {
    const { storage } = rider.device;
    for (const key of ['tc.city', 'tc.venues', 'tc.shown-scan']) storage.delete(key);
    for (let size = 1024 * 1024, turn = 0; size >= 1; turn += 1)
      if (!store(rider.device, `other-${turn}`, 'x'.repeat(size))) size = Math.floor(size / 2);
  };
  const keptFiles = () => [...rider.device.files].filter(([path]) => path.includes('/kept-'));
  const everythingKept = () =>
    [
      ...rider.device.storage.values(),
      ...[...rider.device.files.values()].map((bytes) => String(Buffer.from(bytes))),
    ].join();

  test('X-01 with the storage full the scan is kept as a file, outlives the app, and the file goes once it is delivered', async () => {
    await settledRider(newPhone(), somebody());
    const { shortCode } = town.posted('bus');
    fillStorage();
    rider.device.networkChanged(false);
    await typeCode(shortCode);
    expect(await rider.until('the kept scan', (page) => byId(page, 'kept')?.text)).toContain('已记录在手机上');
    await rider.settle(2_500);
    expect(words(rider.page())).not.toContain('手机存储已满');
    expect(keptFiles()).toHaveLength(1);
    expect([...rider.device.storage.values()].join()).not.toContain(shortCode);
    rider.open();
    await rider.settle(1_000);
    expect(keptFiles()).toHaveLength(1);
    rider.device.networkChanged(true);
    rider.open({ path: 'pages/rides/index' });
    expect(await rider.until('the ride', (page) => hasClass(page, 'ride') && words(page))).toContain('1 次扫码');
    await rider.settle(2_500);
    expect(keptFiles()).toEqual([]);
  });

  test('X-01 with storage and files full it is said at once that the scan is not kept', async () => {
    await settledRider(newPhone(), somebody());
    fillStorage();
    rider.device.isFull = true;
    rider.device.networkChanged(false);
    await typeCode(town.posted('bus').shortCode);
    expect(await rider.until('the scan', (page) => byId(page, 'kept')?.text)).toContain('手机存储已满');
    expect(keptFiles()).toEqual([]);
  });

  test('X-14 after the account is deleted the phone holds no scan, neither in its storage nor in a file', async () => {
    await settledRider(newPhone(), somebody());
    const { shortCode } = town.posted('bus');
    fillStorage();
    rider.device.networkChanged(false);
    await typeCode(shortCode);
    await rider.until('the kept scan', (page) => byId(page, 'kept'));
    expect(everythingKept()).toContain(shortCode);
    rider.open({ path: 'pages/mine/index' });
    await rider.until('the page', (page) => byId(page, 'delete-account'));
    rider.device.online = true;
    await rider.touch('delete-account');
    await rider.touch('delete-confirm');
    await rider.until('the end', (page) => byId(page, 'deleted'));
    await rider.settle(2_500);
    expect(everythingKept()).not.toContain(shortCode);
    expect(keptFiles()).toEqual([]);
  });

  test('W-06 W-08 a refusal says why and has a way on that can be touched', async () => {
    await settledRider(
      newPhone(),
      somebody(({ health }) => health.colour === 'red'),
    );
    await typeCode(town.posted('bus').shortCode);
    expect(await verdict('refuse')).toContain('暂不能乘车');
    const reason = await rider.until('a reason', (page) => hasClass(page, 'reason') && words(page));
    expect(reason).toContain('健康码');
    await rider.until('the way on', (page) => {
      const way = page && hasClass(page, 'button-main');
      return way;
    });
  });

  test('W-03 a card is bound after the issuer agreed; a number nobody knows is refused with words', async () => {
    const person = somebody(
      (one) => isGreen(one) && one.cards.some(({ known, kind }) => known && kind === 'wuhantong'),
    );
    const card = person.cards.find(({ kind }) => kind === 'wuhantong');
    newPhone().open();
    await register(rider, person);
    await rider.touch('choice-wuhantong');
    expect(await rider.until('the number’s place', (page) => hasClass(page, 'number-place') && words(page))).toContain(
      '卡号在卡的背面',
    );
    await rider.type('card-number', '980000000000000');
    await rider.touch('bind-card');
    expect(await rider.until('a doubt', (page) => hasClass(page, 'notice-heed') && words(page))).toContain('15 位');
    await rider.touch('bind-card');
    await rider.until('the issuer’s no', (page) => words(page).includes('发卡方没有查到这张卡'));
    await rider.type('card-number', card?.number ?? '');
    await rider.touch('bind-card');
    await rider.until('the scan page', () => rider.app().inFront()?.path === 'pages/scan/index');
    rider.open({ path: 'pages/cards/index' });
    expect(
      await rider.until('the card', (page) => words(page).includes(card?.number.slice(-4) ?? '?') && words(page)),
    ).toContain('武汉通');
  });

  test('X-09 a phone set to English speaks English, from consent to verdict', async () => {
    await settledRider(newPhone('en'), somebody());
    await typeCode(town.posted('bus').shortCode);
    const said = await verdict('admit');
    expect(said).toContain('May ride');
    expect(rider.app().inFront()?.path).toBe('pages/verdict/index');
  });

  test('X-09 elder mode is a touch away, larger everywhere, and remembered', async () => {
    await settledRider(newPhone(), somebody());
    await rider.touch('menu');
    await rider.touch('switch-elder');
    await rider.until('large type', (page) => hasClass(page, 'elder'));
    rider.open();
    await rider.until('large type after a restart', (page) => hasClass(page, 'elder'));
    await typeCode(town.posted('bus').shortCode);
    await verdict('admit');
    expect(hasClass(rider.page(), 'elder')).toBe(true);
  });

  test('a code that is none is refused by its reason and records nothing', async () => {
    await settledRider(newPhone(), somebody());
    await typeCode('NONSENSE');
    expect(await rider.until('the refusal', (page) => byId(page, 'scan-refused')?.text)).toMatch(
      /没有这个编号.*再输一次/,
    );
    expect(asked()).not.toContain('rides.record-scan');
  });
}

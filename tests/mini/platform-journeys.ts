import type { Person } from '../../city/people/person';
import { agree, isGreen, peopleOf, settledRider } from './people';
import { byId } from './phone/drawn';
import type { Entry } from './phone/phone';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn, words } from './rider';

/** A stage of one platform: the town, a new rider's phone for each test, and what both platforms' journeys share. */
export function platformStage(platform: Platform) {
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  let turn = 0;
  let rider: Rider;
  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  }, 60_000);
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  afterEach(() => {
    expect(rider.app().complaints.heard).toEqual([]);
    expect(town.faults).toEqual([]);
    rider.app().close();
  });
  /** A new phone of somebody whom both platforms know by name, document and number, and the register as well. */
  const newPhone = (is?: (person: Person) => boolean) => {
    turn += 1;
    const person = somebody(is);
    const subject = `rider-of-platforms-${turn}`;
    const { name, documentNumber: certNo, phone: mobile } = person;
    const account = { name, certType: '0', certNo, certified: true, mobile };
    for (const { people } of [town.wechat, town.alipay]) people.accounts.set(subject, account);
    rider = riderOn(platform, town, templates.folder, subject);
    return { rider, person, subject };
  };
  return { newPhone, town: () => town };
}

/** Whatever is said in a notice that asks to be heeded. */
export const heeded = (rider: Rider, what: string): Promise<string> =>
  rider.until(what, (page) => hasClass(page, 'notice-heed') && words(page));

/** From the card step to the scan that waited. */
export async function skipCard(rider: Rider): Promise<void> {
  await rider.until('the card step', (page) => byId(page, 'step-card'));
  await rider.settle(300);
  await rider.touch('skip-card');
}

/** A sticker scanned by the platform's own scanner, as the platform hands it to the app. */
export const scannedLink = (platform: Platform, link: string): Partial<Entry> =>
  platform === 'weapp'
    ? { query: { q: encodeURIComponent(link), scancode_time: '1668988800' } }
    : { query: { qrCode: encodeURIComponent(link) } };

const otherApp = { weapp: ['alipay', '支付宝'], alipay: ['wechat', '微信'] } as const;

/** What both platforms have in common: the mismatch of channels, the separate consent, the notice that changed. */
export function sharedJourneys(platform: Platform, { newPhone, town }: ReturnType<typeof platformStage>): void {
  const [elsewhere, name] = otherApp[platform];

  test(`W-07 a status that is in ${elsewhere} is grey here; both ways out are offered, and completing it here admits`, async () => {
    const { rider, person } = newPhone(({ health }) => health.elsewhere === elsewhere);
    await settledRider(rider, person);
    rider.device.inSight = { code: town().posted('bus').link };
    rider.open();
    const said = await rider.until('the grey verdict', (page) => hasClass(page, 'verdict-grey') && words(page));
    expect(said).toContain(`您的健康信息是在${name}里办理的，这里查不到`);
    expect(said).toContain(`改用${name}扫码`);
    await rider.touchWords(`改用${name}扫码`);
    await rider.until('how to use the other app', (page) => words(page).includes('扫同一个乘车码'));
    await rider.touchWords('关闭');
    await rider.settle(300);
    await rider.touchWords('补全');
    await rider.until('the account', () => rider.app().inFront()?.path === 'pages/account/index');
    await rider.until('what to do', (page) => words(page).includes(name) && byId(page, 'status-card'));
    town().statusHere(person);
    await rider.touch('refresh-status');
    await rider.until('the status', (page) => hasClass(page, 'status-green'));
    rider.device.inSight = { code: town().posted('metro', 'station').link };
    rider.open();
    await rider.until('may ride', (page) => hasClass(page, 'verdict-admit'));
  });

  test('W-06 grey opens the health code as the city names it; back from there the status is asked for by itself, and the next scan admits', async () => {
    const code = { appId: 'health0123456789', path: 'pages/complete/index?from=rides' };
    await town().nameHealthCode({ wechat: code, alipay: code });
    const { rider, person } = newPhone(({ health }) => health.colour === null && health.elsewhere === undefined);
    await settledRider(rider, person);
    rider.device.inSight = { code: town().posted('bus').link };
    rider.open();
    await rider.until('the grey verdict', (page) => hasClass(page, 'verdict-grey'));
    await rider.touchWords('补全健康信息');
    await rider.until('what to do there', (page) => words(page).includes('回到这里后会自动查询'));
    expect(rider.device.programsOpened).toEqual([code]);
    await rider.settle(1_000);
    rider.device.comeBack();
    await rider.until('that nothing is known yet', (page) => words(page).includes('还没有查到您的健康状态'));
    await rider.touch('health-code-open');
    await rider.settle(1_000);
    town().statusHere(person);
    rider.device.comeBack();
    await rider.until('the status', (page) => words(page).includes('查到了：绿码'));
    rider.device.inSight = { code: town().posted('metro', 'station').link };
    await rider.touch('health-code-scan');
    await rider.until('may ride', (page) => hasClass(page, 'verdict-admit'));
    expect(rider.device.programsOpened).toEqual([code, code]);
  });

  test('a notice that changed is asked for on entering, alone; the scanned code waits and completes by itself', async () => {
    const { rider, person } = newPhone(isGreen);
    await settledRider(rider, person);
    await town().agreedToAnOlderNotice();
    const [known, waiting] = [town().posted('bus').link, town().posted('metro', 'station').link];
    await rider.settle(11 * 60_000);
    rider.open(scannedLink(platform, known));
    await rider.until('the first ride, for which nobody is stopped', (page) => hasClass(page, 'verdict-admit'));
    rider.open(scannedLink(platform, waiting));
    await rider.until('the changed notice', (page) => words(page).includes('告知内容有更新'));
    await agree(rider);
    const said = await rider.until('the second ride', (page) => hasClass(page, 'verdict-admit') && words(page));
    expect(said).toContain('进站');
    rider.open();
    await rider.settle(2_000);
    expect(words(rider.page())).not.toContain('告知内容有更新');
  });

  test('agreeing without the separate consent for sensitive data goes nowhere and says why', async () => {
    const { rider } = newPhone(isGreen);
    rider.open();
    await rider.touch('agree');
    expect(await heeded(rider, 'the missing consent')).toContain('请先勾选');
    expect(rider.app().network.log.some(({ url }) => url.includes('identity.consent'))).toBe(false);
    await agree(rider);
    await rider.until('the next step', (page) => byId(page, 'step-platform') ?? byId(page, 'step-kind'));
  });
}

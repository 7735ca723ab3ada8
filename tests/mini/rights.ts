import { answerAppeal } from '@tongcheng/cloudfunctions/app/appeals/answer-appeal';
import { listAppeals } from '@tongcheng/cloudfunctions/app/appeals/list-appeals';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import type { Person } from '../../city/people/person';
import { anOfficial } from '../world/callers';
import { answered } from '../world/rider';
import { isGreen, peopleOf, settledRider } from './people';
import { byId, type Drawn, elementsWhere } from './phone/drawn';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn, words } from './rider';

const city = '420100';
const official = anOfficial({ officialId: 'official-of-journeys', roles: ['bureau'], cities: [city] });

/** What riders may do about what is known of them, on the compiled build of a platform, against the real functions. */
export function rightsOn(platform: Platform): void {
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  let turn = 0;
  const phones: Rider[] = [];
  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  });
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  afterEach(() => {
    for (const rider of phones.splice(0)) {
      expect(rider.app().complaints.heard).toEqual([]);
      rider.app().close();
    }
    expect(town.faults).toEqual([]);
  });
  const phoneOf = (subject: string) => {
    const rider = riderOn(platform, town, templates.folder, subject);
    phones.push(rider);
    return rider;
  };
  const settled = async (is?: (person: Person) => boolean) => {
    turn += 1;
    const person = somebody(is);
    const rider = phoneOf(`rider-of-rights-${turn}`);
    await settledRider(rider, person);
    return { rider, person, subject: `rider-of-rights-${turn}` };
  };
  const scan = async (rider: Rider, face: string) => {
    rider.device.inSight = { code: town.posted('bus').link };
    rider.open();
    await rider.until(`the verdict ${face}`, (page) => hasClass(page, `verdict-${face}`));
  };
  const asked = (rider: Rider) => rider.app().network.log.map(({ url }) => url.split('/api/')[1]);
  const read = (rider: Rider, id: string, text: string) =>
    rider.until(`#${id} with 「${text}」`, (page) => byId(page, id)?.text.includes(text));

  test('X-15 from a refusal to its basis, an appeal, and the official’s answer where the appeal was made', async () => {
    const { rider } = await settled(({ health }) => health.colour === 'red');
    await scan(rider, 'refuse');
    await rider.touchWords('申诉');
    await read(rider, 'verdict-basis', '健康码');
    await rider.touch('send-appeal');
    await read(rider, 'appeal-text-hint', '请至少写几个字');
    await rider.type('appeal-text', '昨天的检测是阴性，\n请人工核对。');
    await rider.touch('send-appeal');
    await read(rider, 'appeal-state', '昨天的检测是阴性， 请人工核对。');
    await read(rider, 'appeal-state', '已提交，等待人工答复');
    const waiting = answered(await listAppeals(town.needs, official, { city, state: 'waiting', limit: 10 }));
    const [{ appealId } = { appealId: '' }] = waiting.appeals;
    answered(await answerAppeal(town.needs, official, { appealId, outcome: 'passed-on', note: '已转省平台复核' }));
    rider.open({ path: 'pages/account/index' });
    await rider.touch('open-appeal');
    await rider.until(
      'the list of appeals',
      (page) => byId(page, 'own-appeals')?.text.includes('电') || hasClass(page, 'menu-line'),
    );
    const [line] = elementsWhere(rider.page(), ({ classes }) => classes.includes('menu-line'));
    line?.happen('tap');
    await read(rider, 'appeal-state', '已人工核对并转给健康码发布机构复核');
    await read(rider, 'appeal-state', '已转省平台复核');
  });

  test('X-09 W-15 a family member joins; both are scanned in one go, each with a verdict of their own', async () => {
    const { rider } = await settled(isGreen);
    const member = somebody(({ health }) => health.colour === 'yellow');
    rider.open({ path: 'pages/family/index' });
    await rider.touch('add-member');
    await rider.touch('choice-parent');
    await rider.touch('choice-resident-id');
    await rider.type('member-number', member.documentNumber);
    await rider.type('member-name', member.name);
    await rider.type('member-phone', member.phone);
    await rider.touch('member-next');
    await rider.touch('member-agree');
    await rider.until('the member', (page) => hasClass(page, 'member'));
    rider.device.inSight = 'closed';
    rider.open();
    const other = await rider.until('the companions', (page) => companionsOf(page)[1]);
    expect(other.text).toContain(`${member.name.slice(0, 1)}*`);
    other.happen('tap');
    await rider.until('the choice', (page) => companionsOf(page)[1]?.classes.includes('chosen'));
    await scan(rider, 'admit');
    expect(asked(rider).filter((name) => name?.startsWith('rides.record'))).toEqual(['rides.record-batch']);
    await showOther(rider, 'refuse');
    await showOther(rider, 'admit');
  });

  const companionsOf = (page: Drawn) => elementsWhere(page, ({ classes }) => classes.includes('companion'));
  const showOther = async (rider: Rider, face: string) => {
    const line = await rider.until('the other', (page) =>
      elementsWhere(page, ({ classes }) => classes.includes('family-line')).find(() => true),
    );
    line.happen('tap');
    await rider.until(`their verdict ${face}`, (page) => hasClass(page, `verdict-${face}`));
  };

  const exporting = async (rider: Rider, number: string, button: string) => {
    await rider.type('export-number', number);
    await rider.touch(button);
  };
  const told = (rider: Rider, text: string) => read(rider, 'export-panel', text);
  const isAbout = (text: string, { name, documentNumber }: Person) => {
    const whole = JSON.stringify(JSON.parse(text));
    expect(whole).toContain(name);
    expect(whole).toContain(documentNumber);
  };

  test('X-14 one’s own data leaves the phone as the platform allows, for who knows the document’s number', async () => {
    const { rider, person } = await settled();
    rider.open({ path: 'pages/mine/index' });
    await exporting(rider, somebody().documentNumber, 'export-json');
    const refusal = await rider.until('the refusal', (page) =>
      elementsWhere(page, ({ classes }) => classes.includes('notice-heed')).find(() => true),
    );
    expect(refusal.attributes.ariaRole).toBe('alert');
    if (platform === 'alipay') await copied(rider, person);
    else await openedAndSent(rider, person);
  });

  const copied = async (rider: Rider, person: Person) => {
    await told(rider, '支付宝小程序不能保存表格文件');
    expect(byId(rider.page(), 'export-sheet')).toBeUndefined();
    await exporting(rider, person.documentNumber, 'export-json');
    await told(rider, '已复制');
    isAbout(rider.device.clipboard, person);
  };

  const openedAndSent = async (rider: Rider, person: Person) => {
    await exporting(rider, person.documentNumber, 'export-sheet');
    await told(rider, '已导出：tongcheng-2026-11-2');
    expect(rider.device.opened).toEqual([{ path: expect.stringMatching(/\.xlsx$/), withMenu: true }]);
    await exporting(rider, person.documentNumber, 'export-json');
    await told(rider, '发送到“文件传输助手”');
    await rider.touch('export-pass');
    await told(rider, '已发送');
    expect(rider.device.passedOn).toHaveLength(1);
    isAbout(rider.device.passedOn[0]?.text ?? '', person);
    await rider.touch('menu');
    await rider.touch('menu-scan');
    await rider.settle(500);
    expect([...rider.device.files.keys()].filter((path) => path.includes('tongcheng-'))).toEqual([]);
    rider.device.isFull = true;
    rider.open({ path: 'pages/mine/index' });
    await exporting(rider, person.documentNumber, 'export-sheet');
    await told(rider, '手机没有保存成功');
  };

  test('W-26 messages of the health office: nothing without the platform’s own yes at a touch; agreed and taken back, and kept only between', async () => {
    const { rider } = await settled();
    const kept = async () => {
      const { items } = await town.needs.store.find(accounts, { where: {}, limit: 200 });
      return items.filter(({ messages }) => messages !== undefined).length;
    };
    rider.open({ path: 'pages/mine/index' });
    await read(rider, 'messages-panel', '只写城市和热线电话');
    rider.device.agreesToMessages = false;
    await rider.touch('agree-messages');
    await read(rider, 'messages-panel', '没有开启');
    expect(await kept()).toBe(0);
    rider.device.agreesToMessages = true;
    await rider.touch('agree-messages');
    await read(rider, 'messages-panel', '已同意');
    expect([rider.device.messagesAsked, await kept()]).toEqual([Array(2).fill('template-of-exposure'), 1]);
    await rider.touch('stop-messages');
    await rider.until('the choice as before', (page) => byId(page, 'stop-messages') === undefined);
    expect(await kept()).toBe(0);
  });

  test('X-14 signing out everywhere ends every phone of the rider within five seconds; each is the same rider again by signing in', async () => {
    const { rider, subject } = await settled();
    const other = phoneOf(subject);
    other.open({ path: 'pages/mine/index' });
    await read(other, 'devices-panel', '这台设备');
    rider.open({ path: 'pages/mine/index' });
    await rider.until(
      'two devices',
      (page) => elementsWhere(page, ({ classes }) => classes.includes('right-row')).length === 2,
    );
    const before = sessionsOf(other);
    await rider.touch('end-all');
    await rider.until('the scan page', () => rider.app().inFront()?.path === 'pages/scan/index');
    await rider.settle(2_000);
    // What was said goes round within seconds.
    town.time.sleep(5_000);
    other.open({ path: 'pages/rides/index' });
    await other.settle(2_000);
    expect(asked(other)).toContain('identity.sign-in');
    expect(sessionsOf(other)).not.toEqual(before);
    await scan(other, 'admit');
    expect(words(other.page())).toContain('可以乘车');
  });

  const sessionsOf = ({ device }: Rider) => [...device.storage].filter(([, text]) => text.includes('refreshToken'));
}

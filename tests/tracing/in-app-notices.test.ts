import { join } from 'node:path';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { tracingNotices } from '@tongcheng/cloudfunctions/app/tracing/notices/notice-record';
import { consentVersion, messageConsentVersion } from '@tongcheng/shared/identity/consent';
import { dayOf } from '@tongcheng/shared/time';
import { openIdOf } from '../../city/providers/alipay/answers';
import { openidOf, wechatRefusal, wrongToken } from '../../city/providers/wechat/answers';
import { newScan } from '../edge/owned-town';
import { alipayOnPort } from '../stand-ins/alipay';
import { wechatOnPort } from '../stand-ins/wechat';
import { leaksIn } from '../world/leaks';
import { people } from '../world/people';
import type { Town } from '../world/town';
import { as, outcome, townAtTen } from './cases-town';
import { askedMeasure, caseSince, listeningNotifier, runNotices } from './measures-town';

jest.setTimeout(180_000);

/** What WeChat says to a message; 0 takes it. */
const wechatSays = { errcode: 0, breaksOff: false };
const taken: { readonly by: string; readonly message: Readonly<Record<string, unknown>> }[] = [];
let town: Town;
let wechat: Awaited<ReturnType<typeof wechatOnPort>>;
let alipay: Awaited<ReturnType<typeof alipayOnPort>>;
let rodeOn: string;
const tokens = new Map<number, string>();

beforeAll(async () => {
  const clock = { now: () => Date.now() };
  wechat = await wechatOnPort(clock, {
    '/cgi-bin/message/subscribe/send': (state, { query, body }) => {
      const wrong = wrongToken(state, query);
      if (wrong) return wrong;
      taken.push({ by: 'wechat', message: body });
      if (wechatSays.breaksOff) throw new Error('it breaks off after it was taken');
      if (wechatSays.errcode !== 0) return wechatRefusal(wechatSays.errcode, 'words');
      return { errcode: 0, errmsg: 'ok', msgid: 7 };
    },
  });
  alipay = await alipayOnPort(clock, {
    'alipay.open.app.mini.templatemessage.send': (_state, asked) => {
      taken.push({ by: 'alipay', message: JSON.parse(asked.get('biz_content') ?? '{}') });
      return { under: 'operation', answer: { code: '10000', msg: 'Success' } };
    },
  });
  const key = alipay.app.privateKey.replace(/-----[^-]+-----|\s/g, '');
  town = await townAtTen(undefined, {
    ...{ TONGCHENG_SIGN_IN_WECHAT: 'wechat', TONGCHENG_WECHAT_APP_ID: wechat.app.appId },
    ...{ TONGCHENG_WECHAT_SECRET: wechat.app.secret, TONGCHENG_WECHAT_URL: wechat.app.url },
    TONGCHENG_WECHAT_EXPOSURE_TEMPLATE: 'wechat-template',
    ...{ TONGCHENG_SIGN_IN_ALIPAY: 'alipay', TONGCHENG_ALIPAY_APP_ID: alipay.app.appId },
    ...{ TONGCHENG_ALIPAY_PRIVATE_KEY: key, TONGCHENG_ALIPAY_PUBLIC_KEY: alipay.app.alipayPublicKey },
    ...{ TONGCHENG_ALIPAY_GATEWAY: alipay.app.gateway, TONGCHENG_ALIPAY_EXPOSURE_TEMPLATE: 'alipay-template' },
  });
  rodeOn = dayOf(town.needs.clock.now());
  for (const [index, provider] of [
    [1, 'web'],
    [2, 'wechat'],
    [3, 'alipay'],
    [4, 'web'],
  ] as const)
    tokens.set(index, await enrolledAt(index, provider));
  for (const minutes of [5, 0]) {
    for (const token of tokens.values()) await town.ask('rides.record-scan', newScan(town), token);
    town.pass(minutes * 60_000);
  }
});
afterAll(async () => {
  await town.close();
  await wechat.close();
  await alipay.close();
});
beforeEach(() => {
  taken.splice(0);
  Object.assign(wechatSays, { errcode: 0, breaksOff: false });
});

const subjectOf = (index: number) => `rider-of-messages-${index}`;
type Provider = 'web' | 'wechat' | 'alipay';
const codeOf = (index: number, provider: Provider): string => {
  if (provider === 'wechat') return wechat.standIn.login(subjectOf(index));
  if (provider === 'alipay') return alipay.standIn.authCode(subjectOf(index), 'auth_base');
  return town.codes.issue(subjectOf(index));
};
const tokenIn = (told: unknown): string => /"accessToken":"([^"]+)"/.exec(JSON.stringify(told))?.[1] ?? '';

async function enrolledAt(index: number, provider: Provider): Promise<string> {
  const asked = { provider, code: codeOf(index, provider), city: '420100' };
  const first = tokenIn(await town.ask('identity.sign-in', asked));
  await town.ask('identity.consent', { version: consentVersion, sensitive: true }, first);
  const { name, documentKind, documentNumber, phone } = people[index] ?? {};
  return tokenIn(await town.ask('identity.verify-identity', { name, documentKind, documentNumber, phone }, first));
}

const agree = (index: number, code: string, version: string = messageConsentVersion) =>
  town.ask('identity.choose-messages', { choice: { agreed: true, version, code } }, tokens.get(index));
const stop = (index: number) => town.ask('identity.choose-messages', { choice: { agreed: false } }, tokens.get(index));
const openid = () => openidOf(wechat.app.appId, subjectOf(2));
const openId = () => openIdOf(alipay.app.appId, subjectOf(3));

/** Everybody whom the case of the first rider exposed is told; gives whom by short message, and how the list stands. */
async function tellAll() {
  const caseId = await caseSince(town, 1, rodeOn);
  const asked = await askedMeasure(town, caseId, { kind: 'notify', atLeast: 'possible' });
  const supervisor = as(town, 'second', ['health-supervisor']);
  expect(await outcome(supervisor('tracing.decide-measure', { ...asked, approve: true }))).toBe('ok');
  const sms = listeningNotifier();
  await runNotices(town, sms);
  const { items } = await town.needs.store.find(tracingNotices, { where: { measureId: asked.measureId }, limit: 100 });
  const listed = await as(town, 'asker', ['health'])('tracing.list-measures', { caseId });
  await as(town, 'asker', ['health'])('tracing.close-case', { caseId });
  expect(town.faults).toEqual([]);
  return {
    short: sms.told.map(({ address }) => address).sort(),
    states: items.map(({ state }) => state).sort(),
    listed,
  };
}
const phonesOf = (...indices: readonly number[]) => indices.map((index) => people[index]?.phone).sort();

test('W-26 without agreement no platform id rests anywhere, and those exposed get short messages', async () => {
  expect((await town.ask('identity.get-message-choice', {}, tokens.get(2))).value).toEqual({
    ...{ templateId: 'wechat-template', agreed: false },
  });
  expect((await town.ask('identity.get-message-choice', {}, tokens.get(4))).value).toEqual({ agreed: false });
  expect((await tellAll()).short).toEqual(phonesOf(2, 3, 4));
  expect(taken).toEqual([]);
});

test('W-26 who agreed gets one message inside the app, with city and hotline alone; the others a short message; progress tells both', async () => {
  expect((await agree(2, codeOf(2, 'wechat'))).value).toEqual({ templateId: 'wechat-template', agreed: true });
  expect((await agree(3, codeOf(3, 'alipay'))).value).toEqual({ templateId: 'alipay-template', agreed: true });
  const { short, states, listed } = await tellAll();
  expect(short).toEqual(phonesOf(4));
  expect(states).toEqual(['sent', 'sent-in-app', 'sent-in-app']);
  expect(listed.value).toMatchObject({ measures: [{ progress: { total: 3, sent: 3, sentInApp: 2, toCall: 0 } }] });
  const words = { city: { value: '武汉' }, hotline: { value: expect.stringMatching(/^[\d-]+$/) } };
  const byBoth = [...taken].sort((one, other) => one.by.localeCompare(other.by));
  expect(byBoth).toMatchObject([
    { by: 'alipay', message: { to_open_id: openId(), user_template_id: 'alipay-template' } },
    { by: 'wechat', message: { touser: openid(), template_id: 'wechat-template' } },
  ]);
  expect(JSON.parse(String(byBoth[0]?.message.data))).toEqual({ keyword1: words.city, keyword2: words.hotline });
  expect(byBoth[1]?.message.data).toEqual({ thing1: words.city, phone_number2: words.hotline });
  expect(JSON.stringify(listed)).not.toContain(openid());
});

test('W-28 the platform id lies sealed: in no file readable, and no other answer but the rider’s own export shows it', async () => {
  expect(leaksIn(join(town.folder, 'data'), [openid(), openId()])).toEqual([]);
  const { documentNumber } = people[2] ?? {};
  const exported = await town.ask('rights.export-own', { form: 'json', documentNumber }, tokens.get(2));
  const base64 = /"base64":"([^"]+)"/.exec(JSON.stringify(exported))?.[1] ?? '';
  const own = Buffer.from(base64, 'base64').toString('utf8');
  expect(own).toContain(openid());
  expect(own).toContain(messageConsentVersion);
});

test('W-26 where the platform refuses (its one message was used, or taken back there) a short message goes instead', async () => {
  wechatSays.errcode = 43101;
  const { short, states } = await tellAll();
  expect(short).toEqual(phonesOf(2, 4));
  expect(states).toEqual(['sent', 'sent', 'sent-in-app']);
});

test('W-26 where it is not known whether the message went, the person is phoned and gets no second one', async () => {
  wechatSays.breaksOff = true;
  const { short, states } = await tellAll();
  expect(short).toEqual(phonesOf(4));
  expect(states).toEqual(['sent', 'sent-in-app', 'to-call']);
});

test('W-28 nobody agrees for another: a code of another user, an old text, a used code, a browser or nobody verified is refused', async () => {
  expect((await agree(2, codeOf(9, 'wechat'))).failure?.code).toBe('platform-mismatch');
  expect((await agree(2, codeOf(2, 'wechat'), '2026-01-01')).failure?.code).toBe('consent-outdated');
  expect((await agree(2, 'no-such-code')).failure?.code).toBe('platform-code-refused');
  expect((await agree(4, codeOf(4, 'web'))).failure?.code).toBe('platform-mismatch');
  const asked = { provider: 'wechat', code: codeOf(8, 'wechat'), city: '420100' };
  tokens.set(8, tokenIn(await town.ask('identity.sign-in', asked)));
  expect((await agree(8, codeOf(8, 'wechat'))).failure?.code).toBe('not-authenticated');
  tokens.delete(8);
});

test('X-14 taken back, the id is gone at once; so it is with consent or account, and short messages go again', async () => {
  expect((await stop(2)).value).toEqual({ templateId: 'wechat-template', agreed: false });
  const kept = async () => {
    const { items } = await town.needs.store.find(accounts, { where: {}, limit: 100 });
    return items.filter(({ messages }) => messages !== undefined).length;
  };
  expect(await kept()).toBe(1);
  expect((await tellAll()).short).toEqual(phonesOf(2, 4));
  expect(await outcome(town.ask('identity.withdraw-consent', {}, tokens.get(3)))).toBe('ok');
  expect(await kept()).toBe(0);
  taken.splice(0);
  await tellAll();
  expect(taken).toEqual([]);
});

import { askAlipay } from '@tongcheng/cloudfunctions/adapters/alipay/ask-alipay';
import { alipayMessages } from '@tongcheng/cloudfunctions/adapters/alipay/template-messages';
import { smsNotifier } from '@tongcheng/cloudfunctions/adapters/tencent/sms-alerts';
import { accessTokens } from '@tongcheng/cloudfunctions/adapters/wechat/access-tokens';
import { wechatServiceMessages } from '@tongcheng/cloudfunctions/adapters/wechat/service-messages';
import { wechatMessages } from '@tongcheng/cloudfunctions/adapters/wechat/subscription-messages';
import type { Alert } from '@tongcheng/cloudfunctions/ports/notifier';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { type alipayAnswers, openIdOf } from '../../city/providers/alipay/answers';
import { type wechatAnswers, wechatRefusal, wrongToken } from '../../city/providers/wechat/answers';
import { alipayOnPort } from '../stand-ins/alipay';
import { accountAt } from '../stand-ins/tencent/account';
import { openTencentStandIn, type TencentFault } from '../stand-ins/tencent/tencent-stand-in';
import { wechatOnPort } from '../stand-ins/wechat';
import { wechatServiceAccount } from '../stand-ins/wechat-service-account';
import { standingClock } from '../world/clock';
import { longTimeoutMs, shortTimeoutMs } from '../world/timeouts';

const clock = standingClock();
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

const alert = (medium: Alert['medium'], address: string, words = { city: '武汉', day: '2026-11-20' }): Alert => ({
  alertId: 'report-undelivered.420100.2026-11-20.0',
  kind: 'report-undelivered',
  medium,
  address,
  words,
});

describe('short messages of Tencent', () => {
  async function begin(code = 'Ok', timeoutMs = longTimeoutMs) {
    const cloud = await openTencentStandIn({
      SendSms: ({ PhoneNumberSet }) => ({
        SendStatusSet: [
          {
            SerialNo: 'serial-7',
            PhoneNumber: Array.isArray(PhoneNumberSet) ? PhoneNumberSet[0] : '',
            Fee: 1,
            Code: code,
            Message: 'words',
          },
        ],
      }),
    });
    opened.push(cloud);
    const templates = { 'report-undelivered': { id: '1234567', places: ['city', 'day'] } };
    const account = accountAt(cloud.endpoint, clock, { timeoutMs });
    const sms = smsNotifier({ account, region: 'ap-guangzhou', appId: '1400000000', signature: '同乘', templates });
    return { cloud, sms };
  }

  test('one phone, an approved template, its places in order', async () => {
    const { cloud, sms } = await begin();
    expect(await sms.send(alert('sms', '13900000001'))).toEqual({ is: 'taken', reference: 'serial-7' });
    expect(cloud.calls[0]?.question).toEqual({
      PhoneNumberSet: ['+8613900000001'],
      SmsSdkAppId: '1400000000',
      SignName: '同乘',
      TemplateId: '1234567',
      TemplateParamSet: ['武汉', '2026-11-20'],
      SessionContext: 'report-undelivered.420100.2026-11-20.0',
    });
  });

  test.each([
    ['FailedOperation.PhoneNumberInBlacklist', 'not-agreed'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'no-address'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'not-accepted'],
    ['FailedOperation.ContainSensitiveWord', 'not-accepted'],
  ] as const)('%s is for good: %s', async (code, why) => {
    const { sms } = await begin(code);
    expect(await sms.send(alert('sms', '13900000001'))).toEqual({ is: 'refused', why, code });
  });

  test.each([
    'LimitExceeded.PhoneNumberThirtySecondLimit',
    'LimitExceeded.PhoneNumberDailyLimit',
    'FailedOperation.InsufficientBalanceInSmsPackage',
    'InternalError.OtherError',
  ])('%s passes: to be tried again', async (code) => {
    const { sms } = await begin(code);
    await expect(sms.send(alert('sms', '13900000001'))).rejects.toThrow(ServiceUnavailable);
  });

  test.each<TencentFault>(['away', 'silent', 'rubbish', 'throttled'])('a service that is %s is away', async (fault) => {
    const { cloud, sms } = await begin('Ok', fault === 'silent' ? shortTimeoutMs : longTimeoutMs);
    cloud.faults.push(fault);
    await expect(sms.send(alert('sms', '13900000001'))).rejects.toThrow(ServiceUnavailable);
  });

  test('another channel is nowhere; a place that nothing fills is a fault and nothing is sent', async () => {
    const { cloud, sms } = await begin();
    expect(await sms.send(alert('wechat', 'o1'))).toEqual({ is: 'nowhere' });
    await expect(sms.send({ ...alert('sms', '13900000001'), words: { city: '武汉' } })).rejects.toThrow('day');
    expect(cloud.calls).toEqual([]);
  });
});

describe('subscription messages of WeChat', () => {
  const good = 'o123456789012345678901234567';
  async function begin() {
    const sent: unknown[] = [];
    const state = { answer: 0 };
    const more: typeof wechatAnswers = {
      '/cgi-bin/message/subscribe/send': (known, { query, body }) => {
        const wrong = wrongToken(known, query);
        if (wrong) return wrong;
        if (body.touser !== good) return wechatRefusal(40003, 'invalid openid');
        if (state.answer !== 0) return wechatRefusal(state.answer, 'words');
        sent.push(body);
        return { errcode: 0, errmsg: 'ok', msgid: 1_234_567_890 };
      },
    };
    const wechat = await wechatOnPort(clock, more);
    opened.push(wechat);
    const keys = { thing1: 'city', date2: 'day' };
    const templates = { 'report-undelivered': { id: 'template-1', keys, page: 'pages/index/index' } };
    const messages = wechatMessages(wechat.app, accessTokens(wechat.app), templates);
    return { wechat, messages, sent, state };
  }
  const tokensAsked = (asked: readonly string[]) => asked.filter((path) => path === '/cgi-bin/stable_token').length;

  test('carry the words in the keys of the template; the access token serves many', async () => {
    const { wechat, messages, sent } = await begin();
    expect(await messages.send(alert('wechat', good))).toEqual({ is: 'taken', reference: '1234567890' });
    await messages.send(alert('wechat', good));
    expect(sent[0]).toMatchObject({
      touser: good,
      template_id: 'template-1',
      page: 'pages/index/index',
      data: { thing1: { value: '武汉' }, date2: { value: '2026-11-20' } },
    });
    expect(tokensAsked(wechat.server.asked)).toBe(1);
  });

  test('a token that WeChat took back in mid-run (42001) is renewed, and the message goes', async () => {
    const { wechat, messages, sent } = await begin();
    await messages.send(alert('wechat', good));
    clock.pass(3 * 3_600_000);
    expect(await messages.send(alert('wechat', good))).toMatchObject({ is: 'taken' });
    expect(sent).toHaveLength(2);
    expect(tokensAsked(wechat.server.asked)).toBe(2);
  });

  test.each([
    [43101, 'not-agreed'],
    [47003, 'not-accepted'],
    [40037, 'not-accepted'],
  ] as const)('%i is for good: %s', async (code, why) => {
    const { messages, state } = await begin();
    state.answer = code;
    expect(await messages.send(alert('wechat', good))).toEqual({ is: 'refused', why, code: String(code) });
  });

  test('an openid that is none', async () => {
    const { messages } = await begin();
    expect(await messages.send(alert('wechat', 'nobody'))).toMatchObject({ is: 'refused', why: 'no-address' });
  });

  test.each([-1, 45009])('%i passes: to be tried again', async (code) => {
    const { messages, state } = await begin();
    state.answer = code;
    await expect(messages.send(alert('wechat', good))).rejects.toThrow(ServiceUnavailable);
  });
});

describe('template messages of a service account of WeChat', () => {
  const follower = 'o123456789012345678901234567';
  const ready = (words: Readonly<Record<string, string>>): Alert => ({
    ...alert('wechat', follower, { city: '武汉', day: '2026-11-20', ...words }),
    kind: 'report-ready',
    link: 'https://tongcheng.example/objects/x?sig=1',
  });
  async function begin() {
    const account = await wechatServiceAccount(clock, [follower]);
    opened.push(account);
    const template = { id: account.template, keys: { thing1: 'report', time2: 'day' } };
    return { account, messages: wechatServiceMessages(account.app, accessTokens(account.app), template) };
  }

  test('carry words and a link; what is too long for its key is cut with an ellipsis, not refused', async () => {
    const { account, messages } = await begin();
    const report = '一二三四五六七八九十一二三四五六七八九𧒽二';
    expect(await messages.send(ready({ report }))).toMatchObject({ is: 'taken' });
    expect(account.delivered).toMatchObject([
      {
        touser: follower,
        url: 'https://tongcheng.example/objects/x?sig=1',
        data: { thing1: { value: '一二三四五六七八九十一二三四五六七八九…' }, time2: { value: '2026-11-20' } },
      },
    ]);
  });

  test('the same alert again is the same message, under the id that WeChat knows', async () => {
    const { account, messages } = await begin();
    const first = await messages.send(ready({ report: 'x' }));
    expect(await messages.send(ready({ report: 'x' }))).toEqual(first);
    expect(account.delivered).toHaveLength(1);
    await messages.send({ ...ready({ report: 'x' }), alertId: 'another' });
    expect(account.delivered).toHaveLength(2);
  });

  test.each([
    [43004, 'not-agreed'],
    [43101, 'not-agreed'],
    [40003, 'no-address'],
    [40037, 'not-accepted'],
    [47003, 'not-accepted'],
  ] as const)('%i is for good: %s', async (code, why) => {
    const { account, messages } = await begin();
    account.refuse.with = code;
    expect(await messages.send(ready({ report: 'x' }))).toEqual({ is: 'refused', why, code: String(code) });
  });

  test.each([-1, 45009])('%i passes: to be tried again', async (code) => {
    const { account, messages } = await begin();
    account.refuse.with = code;
    await expect(messages.send(ready({ report: 'x' }))).rejects.toThrow(ServiceUnavailable);
  });

  test('another medium is nowhere; a key that nothing fills is a fault and nothing is sent', async () => {
    const { account, messages } = await begin();
    expect(await messages.send({ ...ready({ report: 'x' }), medium: 'sms' })).toEqual({ is: 'nowhere' });
    await expect(messages.send(ready({}))).rejects.toThrow('report');
    expect(account.delivered).toEqual([]);
  });
});

describe('messages of Alipay', () => {
  async function begin() {
    const sent: unknown[] = [];
    const state = { refused: '' };
    const appId = '2021000000000001';
    const good = openIdOf(appId, 'city-00000009');
    const more: typeof alipayAnswers = {
      'alipay.open.app.mini.templatemessage.send': (_known, asked) => {
        const message: { to_open_id?: string } = JSON.parse(asked.get('biz_content') ?? '{}');
        const sub_code = state.refused || (message.to_open_id === good ? '' : 'TO_OPEN_ID_ILLEGAL');
        if (sub_code !== '')
          return { under: 'operation', answer: { code: '40004', msg: 'Business Failed', sub_code, sub_msg: 'words' } };
        sent.push(message);
        return { under: 'operation', answer: { code: '10000', msg: 'Success' } };
      },
    };
    const alipay = await alipayOnPort(clock, more);
    opened.push(alipay);
    const keys = { keyword1: 'city', keyword2: 'day' };
    const templates = { 'report-undelivered': { id: 'template-2', keys, page: 'pages/index/index' } };
    return { alipay, messages: alipayMessages(askAlipay(alipay.app), templates), sent, state, good };
  }

  test('are signed, and taken when the signed reply says so', async () => {
    const { messages, sent, good } = await begin();
    expect(await messages.send(alert('alipay', good))).toMatchObject({ is: 'taken' });
    expect(sent).toEqual([
      {
        to_open_id: good,
        user_template_id: 'template-2',
        page: 'pages/index/index',
        data: '{"keyword1":{"value":"武汉"},"keyword2":{"value":"2026-11-20"}}',
      },
    ]);
  });

  test('refusals are told apart', async () => {
    const { messages, state, good } = await begin();
    expect(await messages.send(alert('alipay', 'nobody'))).toMatchObject({ is: 'refused', why: 'no-address' });
    state.refused = 'USER_NOT_SUBSCRIBED';
    expect(await messages.send(alert('alipay', good))).toMatchObject({ is: 'refused', why: 'not-agreed' });
    state.refused = 'USER_TEMPLATE_ILLEGAL';
    expect(await messages.send(alert('alipay', good))).toMatchObject({ is: 'refused', why: 'not-accepted' });
  });

  test.each(['wronglySigned', 'malformed', 'away', 'throttled'] as const)(
    'a gateway that is %s is away',
    async (fault) => {
      const { alipay, messages, good } = await begin();
      alipay.standIn.faults[fault] = true;
      await expect(messages.send(alert('alipay', good))).rejects.toThrow(ServiceUnavailable);
    },
  );
});

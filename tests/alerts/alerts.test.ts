import { smsNotifier } from '@tongcheng/cloudfunctions/adapters/tencent/sms-alerts';
import { alerts } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import { sendAlerts } from '@tongcheng/cloudfunctions/app/alerts/send-alerts';
import type { LogFields } from '@tongcheng/cloudfunctions/ports/log';
import type { Notifier } from '@tongcheng/cloudfunctions/ports/notifier';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { nowhere } from '@tongcheng/cloudfunctions/wiring/definitions/notifier';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { accountAt } from '../stand-ins/tencent/account';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';

jest.setTimeout(30_000);
const minute = 60_000;
const hour = 60 * minute;
let house: ReportInstallation;
let cloud: Awaited<ReturnType<typeof openTencentStandIn>>;
let logged: { readonly what: string; readonly fields: LogFields | undefined }[];
const state = { code: 'Ok' };

beforeEach(async () => {
  state.code = 'Ok';
  logged = [];
  house = await openReportInstallation();
  cloud = await openTencentStandIn({
    SendSms: () => ({ SendStatusSet: [{ SerialNo: 'serial-7', Code: state.code }] }),
  });
  await house.recipient('bureau@wuhan.example', 'full');
  await house.recipient('health@wuhan.example', 'masked');
});
afterEach(async () => {
  await cloud.close();
  await house.close();
});

const sms = (): Notifier =>
  smsNotifier({
    account: accountAt(cloud.endpoint, house.clock),
    region: 'ap-guangzhou',
    appId: '1400000000',
    signature: '同乘',
    templates: { 'report-undelivered': { id: '1234567', places: ['city', 'day'] } },
  });
const send = (notifier: Notifier, onCallPhones: readonly string[] = house.needs.onCallPhones) => {
  const log = { event: (_level: string, what: string, fields?: LogFields) => void logged.push({ what, fields }) };
  return sendAlerts({ store: house.store, clock: house.clock, log, notifier, onCallPhones });
};
const rows = async () => (await house.store.find(alerts, { where: {}, limit: 100 })).items;
const told = () => cloud.calls.map(({ question }) => [question.PhoneNumberSet, question.TemplateParamSet]);

/** A day whose report nobody takes. */
async function aFailedDay() {
  house.server.refusedAlways.add('bureau@wuhan.example');
  house.server.refusedAlways.add('health@wuhan.example');
  const { caller } = await house.person(1);
  await house.ride(caller, house.clock.now(), ['bus1', house.clock.now()]);
  await house.run(nextMorning);
}

test('R-02 a report that failed for good is told to everybody on duty, once for the day, however many recipients failed', async () => {
  await aFailedDay();
  expect(await send(sms())).toBe(2);
  await house.run(nextMorning + hour);
  expect(await send(sms())).toBe(0);
  expect(told()).toEqual([
    [['+8613900000001'], ['武汉', day]],
    [['+8613900000002'], ['武汉', day]],
  ]);
  expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a report that was delivered is told to nobody', async () => {
  const { caller } = await house.person(1);
  await house.ride(caller, house.clock.now(), ['bus1', house.clock.now()]);
  await house.run(nextMorning);
  expect(await rows()).toEqual([]);
});

test('without a notifier nothing is lost: the log says so, the alert waits, and goes out once there is one', async () => {
  await aFailedDay();
  const read = nowhere().read({});
  if (!read.ok) throw new Error('nothing is to be set');
  expect(await send(await read.open({}))).toBe(0);
  expect(logged.map(({ what, fields }) => [what, fields?.failure])).toEqual([
    ['alert waiting', 'nowhere: no notifier or nobody on duty is configured'],
    ['alert waiting', 'nowhere: no notifier or nobody on duty is configured'],
  ]);
  house.clock.set(nextMorning + 2 * hour);
  expect(await send(sms())).toBe(2);
});

test('with nobody on duty one row waits, and the first who is named learns of it', async () => {
  const { alertOnCall } = await import('@tongcheng/cloudfunctions/app/alerts/alert-on-call');
  const what = { what: 'event', kind: 'report-undelivered', city, words: { city: '武汉', day } } as const;
  await alertOnCall({ store: house.store, clock: house.clock, onCallPhones: [] }, what);
  expect(await send(sms(), [])).toBe(0);
  house.clock.set(house.clock.now() + 2 * hour);
  expect(await send(sms(), ['13900000009'])).toBe(1);
  expect(told()).toEqual([[['+8613900000009'], ['武汉', day]]]);
});

test('a service that is away is asked ever less often, and the alert goes when it is back', async () => {
  await aFailedDay();
  cloud.faults.push(...Array.from({ length: 6 }, () => 'throttled' as const));
  let at = nextMorning;
  for (; (await rows()).some(({ state }) => state === 'waiting'); at += minute) {
    house.clock.set(at);
    await send(sms());
  }
  expect(cloud.calls).toHaveLength(8);
  expect(at - nextMorning).toBeGreaterThanOrEqual(7 * minute);
  expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['sent', 4],
    ['sent', 4],
  ]);
});

test('a phone that is none is refused for good; what nobody takes for three days expires, both in the log', async () => {
  await aFailedDay();
  state.code = 'InvalidParameterValue.IncorrectPhoneNumber';
  await send(sms(), ['1']);
  const byState = async () => Object.fromEntries((await rows()).map(({ duty, state }) => [duty, state]));
  expect(await byState()).toEqual({ 0: 'refused', 1: 'waiting' });
  for (let hours = 2; hours < 80; hours += 2) {
    house.clock.set(nextMorning + hours * hour);
    await send(sms(), ['1']);
  }
  expect(await byState()).toEqual({ 0: 'refused', 1: 'expired' });
  expect(logged.map(({ what }) => what)).toEqual(expect.arrayContaining(['alert refused', 'alert expired']));
});

test('two timers at once send each alert once', async () => {
  await aFailedDay();
  await Promise.all([send(sms()), send(sms()), send(sms())]);
  expect(cloud.calls).toHaveLength(2);
});

test('no phone lies in the store or in the log', async () => {
  await aFailedDay();
  await send(sms());
  expect(JSON.stringify([await rows(), logged])).not.toMatch(/1390000000/);
});

test('a phone on duty that is none stops the start with the name, and without the value', () => {
  const environment = { TONGCHENG_PUBLIC_URL: 'https://ride.example', TONGCHENG_DATA: '/d', TONGCHENG_KEY_FILE: '/k' };
  const read = (phones: string) => () =>
    readConfigOf({ ...environment, TONGCHENG_DUTY_PHONES: phones }, servers, {}).installation.TONGCHENG_DUTY_PHONES;
  expect(read('13900000001, +85261234567')()).toEqual(['13900000001', '+85261234567']);
  expect(read('')()).toEqual([]);
  expect(read('13900000001,call me')).toThrow(/TONGCHENG_DUTY_PHONES: 设置有误 is wrong \(not a phone\)/);
});

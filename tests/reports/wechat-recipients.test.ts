import { accessTokens } from '@tongcheng/cloudfunctions/adapters/wechat/access-tokens';
import { wechatServiceMessages } from '@tongcheng/cloudfunctions/adapters/wechat/service-messages';
import { confirmRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/confirm-recipient';
import { decideRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/decide-recipient';
import { listRecipients } from '@tongcheng/cloudfunctions/app/reports/recipients/list-recipients';
import { proposeRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-recipient';
import { deliveries } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { sendAgain } from '@tongcheng/cloudfunctions/app/reports/send-again';
import type { Notifier } from '@tongcheng/cloudfunctions/ports/notifier';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { wechatServiceAccount } from '../stand-ins/wechat-service-account';
import { approvalOf } from '../world/approval';
import { anOfficial } from '../world/callers';
import { city, day, nextMorning, openReportInstallation, sha256 } from '../world/report-installation';
import { clock } from '../world/ride-settings';

jest.setTimeout(90_000);

const account = 'oBureau-Wuhan_0123456789ABCD';
const minute = 60_000;
const dayMs = 24 * 60 * minute;
const first = anOfficial({ officialId: 'o1', roles: ['bureau'] });
const second = anOfficial({ officialId: 'o2', roles: ['administrator'] });
const keys = { thing1: 'report', thing2: 'city', time3: 'day', time4: 'until', thing5: 'note' };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A whole installation with a service account that a bureau follows; the real client speaks to it over HTTP. */
async function begin(protection: CitySettings['reports']['protection'] = 'link', followers = [account]) {
  const house = await openReportInstallation(protection);
  const wechat = await wechatServiceAccount(house.clock, followers);
  closing.push(wechat.close, house.close);
  const template = { id: wechat.template, keys };
  const messages = wechatServiceMessages(wechat.app, accessTokens(wechat.app), template);
  const needsWith = (bureauMessages: Notifier) => ({
    ...house.needs,
    recipientDelayHours: 24,
    recipientMedia: ['mail', 'wechat'] as const,
    bureauMessages,
  });
  const needs = needsWith(messages);
  const run = (at: number, bureauMessages: Notifier = messages) => {
    house.clock.set(at);
    return runDailyReports(needsWith(bureauMessages));
  };
  const propose = (address = account, form: 'full' | 'masked' = 'masked') =>
    proposeRecipient(needs, first, { city, medium: 'wechat', address, form, reason: '交通局用微信收报表' });
  /** From the proposal to the confirmation by the link of the message. */
  const confirmed = async (form: 'full' | 'masked' = 'masked') => {
    house.clock.set(nextMorning - 2 * dayMs);
    const proposed = await propose(account, form);
    if (!proposed.ok) throw new Error(proposed.failure.code);
    await decideRecipient(needs, second, await approvalOf(house.store, proposed.value.recipientId));
    await run(nextMorning - 2 * dayMs);
    const [ask] = wechat.delivered.splice(0);
    const token = ask?.url?.match(/#\/confirm\/(\S+)/)?.[1] ?? '';
    expect(await confirmRecipient(needs, first, { token })).toEqual({ ok: true, value: { address: account, city } });
    return { recipientId: proposed.value.recipientId, ask };
  };
  const rode = async () => {
    const rider = await house.person(1);
    await house.ride(rider.caller, clock('12:00:00'), ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
    return rider.facts;
  };
  const deliveriesOf = async () => {
    const { items } = await house.store.find(deliveries, { where: { city, day }, limit: 10 });
    return items;
  };
  const linked = async (url = '') => {
    const opened = house.objects.openLink(url.replace('https://tongcheng.example', ''));
    return opened ? house.file(opened.key) : undefined;
  };
  return { house, wechat, needs, run, propose, confirmed, rode, deliveriesOf, linked };
}

test('L-12 an account of WeChat is asked, confirms, and gets a message whose link opens the very file; no name is in it', async () => {
  const { house, wechat, run, confirmed, rode, deliveriesOf, linked } = await begin();
  const { ask } = await confirmed('full');
  expect(ask).toMatchObject({
    touser: account,
    data: { thing1: { value: '请确认接收乘客日报' }, thing2: { value: '武汉' } },
  });
  const facts = await rode();
  await run(nextMorning);
  const mine = wechat.delivered.filter(({ data }) => data.time3?.value === day);
  expect(mine).toHaveLength(1);
  const [message] = mine;
  expect(message?.data).toEqual({
    thing1: { value: '乘客日报v1（完整）' },
    thing2: { value: '武汉' },
    time3: { value: day },
    time4: { value: '2022-06-10 05:30' },
    thing5: { value: '仅用于法定职责，请勿转发' },
  });
  for (const secret of [facts.name, facts.documentNumber, facts.phone])
    expect(JSON.stringify(message)).not.toContain(secret);
  const [report] = await house.reports();
  expect(report?.form).toBe('full');
  expect(sha256((await linked(message?.url)) ?? new Uint8Array())).toBe(report?.sha256);
  expect(house.server.received).toEqual([]);
  expect(await deliveriesOf()).toMatchObject([
    { state: 'sent', attempts: 1, lastAnswer: expect.stringMatching(/^微信 WeChat \d+$/) },
  ]);
});

test('L-12 R-02 an answer that is lost is no second message; a service that is away is tried again', async () => {
  const { wechat, run, confirmed, rode, deliveriesOf, needs } = await begin();
  await confirmed();
  await rode();
  const loses: Notifier = {
    send: async (message) => {
      await needs.bureauMessages.send(message);
      throw new ServiceUnavailable('the answer was lost');
    },
  };
  const ofDay = () => wechat.delivered.filter(({ data }) => data.time3?.value === day);
  await run(nextMorning, loses);
  expect(ofDay()).toHaveLength(1);
  expect(await deliveriesOf()).toMatchObject([{ state: 'queued', attempts: 1, lastAnswer: 'the answer was lost' }]);
  wechat.standIn.faults.away = true;
  await run(nextMorning + 2 * minute);
  expect(await deliveriesOf()).toMatchObject([{ state: 'queued', attempts: 2 }]);
  wechat.standIn.faults.away = false;
  await run(nextMorning + 5 * minute);
  expect(await deliveriesOf()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  expect(ofDay()).toHaveLength(1);
});

test('R-02 asked for again by an official it is another message, with the same file', async () => {
  const { wechat, run, confirmed, rode, deliveriesOf, needs, linked } = await begin('password');
  await confirmed();
  await rode();
  await run(nextMorning);
  const [delivery] = await deliveriesOf();
  expect(await sendAgain(needs, first, { deliveryId: delivery?._id ?? '' })).toMatchObject({ ok: true });
  await run(nextMorning + minute);
  const files = await Promise.all(
    wechat.delivered.filter(({ data }) => data.time3?.value === day).map(({ url }) => linked(url)),
  );
  expect(files).toHaveLength(2);
  expect(files[0]).toEqual(files[1]);
  expect(wechat.delivered[0]?.data.thing5?.value).toContain('密码');
});

test('R-04 without protection an account gets the masked form, as every recipient does', async () => {
  const { wechat, run, confirmed, rode } = await begin('none');
  await confirmed('full');
  await rode();
  await run(nextMorning);
  const mine = wechat.delivered.filter(({ data }) => data.time3?.value === day);
  expect(mine.map(({ data }) => data.thing1?.value)).toEqual(['乘客日报v1（脱敏）']);
});

test('an account that follows no more is a failed delivery with the reason, and goes once it follows again', async () => {
  const followers = [account];
  const { wechat, run, confirmed, rode, deliveriesOf, needs } = await begin('link', followers);
  await confirmed();
  await rode();
  followers.length = 0;
  await run(nextMorning);
  expect(await deliveriesOf()).toMatchObject([
    { state: 'failed', lastAnswer: '微信拒收 WeChat refused: not-agreed 43004' },
  ]);
  followers.push(account);
  const [delivery] = await deliveriesOf();
  await sendAgain(needs, first, { deliveryId: delivery?._id ?? '' });
  await run(nextMorning + minute);
  expect(await deliveriesOf()).toMatchObject([{ state: 'sent' }]);
  expect(wechat.delivered.filter(({ data }) => data.time3?.value === day)).toHaveLength(1);
});

test('L-12 an account that cannot be asked to confirm: the list says why and whether it is tried again, until it is asked', async () => {
  const followers: string[] = [];
  const { house, wechat, needs, run, propose } = await begin('link', followers);
  const rows = async () => {
    const listed = await listRecipients(needs, first, { city });
    return listed.ok ? listed.value.recipients : [];
  };
  house.clock.set(nextMorning);
  const proposed = await propose();
  if (!proposed.ok) throw new Error(proposed.failure.code);
  await decideRecipient(needs, second, await approvalOf(house.store, proposed.value.recipientId));
  await run(nextMorning, { send: async () => ({ is: 'nowhere' }) });
  const [waiting] = await rows();
  expect(waiting).toMatchObject({ state: 'approved', askAnswer: expect.stringContaining('没有设置微信服务号') });
  expect(waiting?.askAgainAt).toBeGreaterThan(nextMorning);
  await run(waiting?.askAgainAt ?? 0);
  const [refused] = await rows();
  expect(refused).toMatchObject({ state: 'approved', askAnswer: '微信拒收 WeChat refused: not-agreed 43004' });
  expect(refused).not.toHaveProperty('askAgainAt');
  expect(wechat.delivered).toEqual([]);
});

test('L-12 once asked, nothing is left of what failed before', async () => {
  const { house, wechat, needs, run, propose } = await begin();
  house.clock.set(nextMorning);
  const proposed = await propose();
  if (!proposed.ok) throw new Error(proposed.failure.code);
  await decideRecipient(needs, second, await approvalOf(house.store, proposed.value.recipientId));
  await run(nextMorning, { send: async () => ({ is: 'nowhere' }) });
  await run(nextMorning + 60 * minute);
  const listed = await listRecipients(needs, first, { city });
  expect(wechat.delivered).toHaveLength(1);
  expect(listed.ok && listed.value.recipients[0]).not.toHaveProperty('askAnswer');
});

test('a service account that is not configured any more: the delivery waits and says so', async () => {
  const { run, confirmed, rode, deliveriesOf } = await begin();
  await confirmed();
  await rode();
  await run(nextMorning, { send: async () => ({ is: 'nowhere' }) });
  expect(await deliveriesOf()).toMatchObject([
    { state: 'queued', attempts: 1, lastAnswer: expect.stringContaining('没有设置微信服务号') },
  ]);
});

test('an OpenID is looked at as it is: no mail address, no other length, and large letters are others than small ones', async () => {
  const { house, needs, propose } = await begin();
  for (const address of ['bureau@wuhan.example', account.slice(1), `${account}0`, `x${account.slice(1)}`])
    expect([address, await propose(address)]).toMatchObject([address, { failure: { code: 'account-refused' } }]);
  const other = account.replace('Bureau', 'bUREAU');
  expect(await propose()).toMatchObject({ ok: true, value: { medium: 'wechat', address: account } });
  expect(await propose(other)).toMatchObject({ ok: true });
  expect(await propose()).toMatchObject({ failure: { code: 'recipient-exists' } });
  const listed = await listRecipients(needs, first, { city });
  expect(listed.ok && listed.value.recipients.map(({ medium }) => medium)).toEqual(['wechat', 'wechat']);
  const mailOnly = { ...needs, recipientMedia: ['mail'] as const };
  const asked = { city, medium: 'wechat', address: account, form: 'masked', reason: 'x' } as const;
  expect(await proposeRecipient(mailOnly, first, asked)).toMatchObject({ failure: { code: 'medium-unavailable' } });
  expect(house.server.received).toEqual([]);
});

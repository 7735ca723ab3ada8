import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfficialRole } from '@tongcheng/shared/access';
import type { DeviceState, ListedDevice } from '@tongcheng/shared/devices/api';
import { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import { gateHealth } from '../../console/src/features/gates/gate-health';
import { groundSums } from '../../console/src/features/gates/gate-lines';
import { GatesScreen } from '../../console/src/features/gates/gates-screen';
import { gateLines } from '../../console/src/features/gates/morning';
import { officialSession, sampleAt, sampleId, station } from './samples';
import { type Answers, refusal, show } from './screens';

const file: unknown = JSON.parse(readFileSync(join(__dirname, '../../cities/420100/settings.json'), 'utf8'));
const settingsWith = (gates: object) =>
  SettingsInFile.strip().parse({ ...Object(file), capabilities: { city: {}, gates } });
const now = sampleAt;

const gate = (name: string, state?: Partial<DeviceState>, more: Partial<ListedDevice> = {}): ListedDevice => ({
  ...{ deviceId: sampleId(now), kind: 'gate', name, city: '420100', venueId: station.venueId, venue: station },
  ...{ place: { direction: 'entry', lane: '3' }, registeredAt: now - hourMs, registeredBy: 'chief' },
  ...(state && { state: { lastSeenAt: now - minuteMs, setVersion: 7, setMadeAt: now - 10 * minuteMs, ...state } }),
  ...more,
});
const every = {
  good: gate('东进站 1 号', { clockOffsetMs: 400, refusals: [{ ground: 'card-not-linked', count: 4 }] }),
  old: gate('东进站 2 号', { setMadeAt: now - 3 * hourMs, refusals: [{ ground: 'card-not-linked', count: 1 }] }),
  clock: gate('东进站 3 号', { clockOffsetMs: -6 * minuteMs }),
  silent: gate('西进站 1 号', { lastSeenAt: now - 20 * minuteMs, setMadeAt: now - 21 * minuteMs }),
  doubled: gate('西进站 2 号', { doubledAt: now - hourMs }),
  never: gate('西进站 3 号'),
  revoked: gate('旧闸机', {}, { revokedAt: now - hourMs }),
};

const shown = (more: Answers = {}, roles: OfficialRole[] = ['operator'], devices = Object.values(every)) =>
  show(<GatesScreen clock={() => now} />, {
    answers: {
      'devices.list-devices': () => ({ ok: true, value: { devices } }),
      'oversight.get-settings': () => ({ ok: true, value: { settings: settingsWith({}) } }),
      'venues.find-places': () => ({ ok: true, value: { lines: [], venues: [station] } }),
      ...more,
    },
    session: officialSession({ roles }),
  });
const row = async (name: string) => (await screen.findByText(name)).closest('tr') ?? document.body;
const rowOf = async (name: string) => within(await row(name));
const sentTo = ({ asked }: ReturnType<typeof show>, endpoint: string) =>
  asked.flatMap(({ name, input }) => (name === endpoint ? [input] : []));

test('B-11 the list says of each gate how it stands; a terminal is none of them', async () => {
  shown({}, ['operator'], [...Object.values(every), gate('自助机', {}, { kind: 'terminal' })]);
  const healths = { good: '正常', old: '名单过旧：查网络', clock: '时钟不准：校时', never: '登记后没有上报过' };
  for (const [key, words] of Object.entries({ ...healths, silent: '没有上报：查电源和网络', revoked: '已停用' })) {
    const { name } = every[key as keyof typeof every];
    expect((await rowOf(name)).getByText(words)).toBeDefined();
  }
  expect((await rowOf(every.doubled.name)).getByText('两台机器用同一把密钥：请停用')).toBeDefined();
  expect((await rowOf(every.good.name)).getByText('10 分钟')).toBeDefined();
  expect((await rowOf(every.good.name)).getByText('进站 · 3')).toBeDefined();
  expect((await rowOf(every.revoked.name)).queryByRole('button')).toBeNull();
  expect(screen.queryByText('自助机')).toBeNull();
});

test('B-11 how old a set may be is asked of the gate’s own place', () => {
  const settings = (places: object[]) => GateSettings.parse({ longestAgeMinutes: 120, places });
  const longer = { venueIds: [station.venueId], longestAgeMinutes: 240 };
  expect(gateHealth(every.old, settings([]), now)).toBe('old-set');
  expect(gateHealth(every.old, settings([longer]), now)).toBe('good');
  expect(gateHealth(every.good, settings([{ ...longer, longestAgeMinutes: 5 }]), now)).toBe('old-set');
  expect(gateHealth(gate('新', { setMadeAt: now - 120 * minuteMs }), settings([]), now)).toBe('good');
});

test('reasons are summed over gates, the most frequent first; one of a later release is left out', () => {
  const later = gate('新程序', { refusals: [{ ground: 'face-unlike', count: 9 }] });
  const tests = gate('北', { refusals: [{ ground: 'test-too-old', count: 7 }] });
  expect(groundSums([every.good, every.old, later, tests].map((each) => ({ gate: each })))).toEqual([
    { ground: 'test-too-old', count: 7 },
    { ground: 'card-not-linked', count: 5 },
  ]);
});

test('X-17 a code of enrolment is made for a place that was searched, and shown once', async () => {
  const user = userEvent.setup();
  const page = shown({
    'devices.invite-device': () => ({ ok: true, value: { code: 'ABCD-EFGH-JKMN', expiresAt: now + 24 * hourMs } }),
  });
  await user.click(await screen.findByRole('button', { name: '登记一台闸机' }));
  const make = () => screen.getByRole('button', { name: '生成登记码' });
  await user.type(screen.getByLabelText('名称'), '东进站 4 号');
  expect(make()).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('站点或车辆'), '江汉');
  await user.click(await screen.findByRole('button', { name: /江汉路站/ }));
  await user.selectOptions(screen.getByLabelText('方向'), 'exit');
  await user.type(screen.getByLabelText(/通道/), '4');
  await user.click(make());
  expect(await screen.findByText('ABCD-EFGH-JKMN')).toBeDefined();
  expect(sentTo(page, 'devices.invite-device')).toEqual([
    {
      ...{ city: '420100', kind: 'gate', name: '东进站 4 号', venueId: station.venueId },
      place: { direction: 'exit', lane: '4' },
    },
  ]);
  await user.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByText('ABCD-EFGH-JKMN')).toBeNull();
});

test('a gate is moved and revoked after saying what follows; a refusal stays in the drawer', async () => {
  const user = userEvent.setup();
  let refuse = true;
  const page = shown({
    'devices.move-device': () =>
      refuse
        ? refusal({ code: 'venue-unknown', zh: '没有这个乘车点。', en: 'No such venue.', retry: 'never' })
        : { ok: true, value: every.good },
    'devices.revoke-device': () => ({ ok: true, value: every.good }),
  });
  await user.click((await rowOf(every.good.name)).getByRole('button', { name: '移动' }));
  const drawer = () => within(screen.getByRole('dialog'));
  await user.selectOptions(drawer().getByLabelText('方向'), 'exit');
  await user.click(drawer().getByRole('button', { name: '移动' }));
  expect(await drawer().findByText('没有这个乘车点。')).toBeDefined();
  refuse = false;
  await user.click(drawer().getByRole('button', { name: '移动' }));
  expect(await screen.findByText('东进站 1 号 已移动。')).toBeDefined();
  expect(sentTo(page, 'devices.move-device').at(-1)).toEqual({
    ...{ deviceId: every.good.deviceId, venueId: station.venueId, place: { direction: 'exit', lane: '3' } },
  });
  await user.click((await rowOf(every.doubled.name)).getByRole('button', { name: '停用' }));
  expect(drawer().getByText(/五秒内/)).toBeDefined();
  await user.type(drawer().getByLabelText('原因'), '被盗');
  await user.click(drawer().getByRole('button', { name: '停用' }));
  await waitFor(() =>
    expect(sentTo(page, 'devices.revoke-device')).toEqual([{ deviceId: every.doubled.deviceId, reason: '被盗' }]),
  );
});

test('whoever may only look is offered nothing to do', async () => {
  shown({}, ['bureau']);
  expect((await rowOf(every.good.name)).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: '登记一台闸机' })).toBeNull();
});

const morning = async (devices: readonly ListedDevice[]) => {
  const told = await gateLines({
    call: async (name: string) =>
      Object(
        name === 'devices.list-devices'
          ? { ok: true, value: { devices } }
          : { ok: true, value: { settings: settingsWith({}) } },
      ),
    may: () => true,
    official: { officialId: sampleId(now), login: 'chief', roles: ['operator'] },
    ...{ city: '420100', now },
  });
  return told.ok
    ? told.value.map(({ kind, to, words }) => ({
        kind,
        to,
        words: words(({ zh }, fills = {}) => `${zh.replace('{n}', String(fills.n))}`),
      }))
    : told;
};

test('the morning says which gates send people to staff, or that all are well', async () => {
  expect(await morning([every.good, every.revoked])).toEqual([
    { kind: 'done', to: '/gates', words: '1 台闸机全部正常。' },
  ]);
  expect(await morning([every.good, every.old, every.clock, every.never])).toEqual([
    { kind: 'wrong', to: '/gates?gates.health=clock-wrong', words: '1 台闸机时钟不准，全部引导到人工通道。' },
    { kind: 'wrong', to: '/gates?gates.health=old-set', words: '1 台闸机名单过旧，全部引导到人工通道。' },
    { kind: 'wrong', to: '/gates?gates.health=never-heard', words: '1 台闸机登记后没有上报过。' },
  ]);
  expect(await morning([])).toEqual([]);
});

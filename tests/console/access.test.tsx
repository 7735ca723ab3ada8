import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AccessScreen } from '../../console/src/features/oversight/access/access-screen';
import { bus, officialSession, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';

const id = (last: string) => `01ARZ3NDEKTSV4RRFFQ69G5F${last}`;
const granted = { role: 'inspector' as const, city: '420100', invitedBy: id('00'), venues: [bus] };
const guard = {
  ...granted,
  staffId: id('01'),
  displayName: '演示安检员',
  scope: { kind: 'venues' as const, venueIds: [bus.venueId, 'b', 'c', 'd'] },
  signedInAt: sampleAt,
  sessionEndsAt: sampleAt + 43_200_000,
};
const chief = {
  officialId: id('02'),
  login: 'deputy',
  roles: ['bureau' as const],
  cities: ['420100'],
  sessions: 2,
  revocable: false,
  within: true,
};
const answers: Answers = {
  'oversight.list-staff': () => ({ ok: true, value: { staff: [guard] } }),
  'oversight.list-officials': () => ({ ok: true, value: { officials: [chief] } }),
  'oversight.revoke-staff': () => ({ ok: true, value: { revokedAt: sampleAt } }),
};
const second = {
  ...guard,
  staffId: id('03'),
  displayName: '李四',
  role: 'crew' as const,
  scope: { kind: 'operator' as const },
};
const third = { ...second, staffId: id('04'), displayName: '王五' };
const several: Answers = {
  ...answers,
  'oversight.list-staff': () => ({ ok: true, value: { staff: [guard, second, third] } }),
};
const namesShown = () => [...document.querySelectorAll('tr[data-access] th')].map(({ textContent }) => textContent);
afterEach(() => window.history.replaceState(null, '', '/'));
const administrator = officialSession({ roles: ['administrator'] });

test('X-24 staff are listed with their places, and revoked for a reason only, after the consequences were said', async () => {
  const shown = show(<AccessScreen />, { answers, session: administrator });
  const user = userEvent.setup();
  const row = within((await screen.findByText('演示安检员')).closest('tr') ?? document.body);
  row.getByText('安检员');
  row.getByText(/2路 鄂A·12345、等 4 个乘车点/);
  await user.click(row.getByText('停用'));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText(/五秒内退出/);
  const confirm = dialog.getByRole('button', { name: '停用' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await user.type(dialog.getByLabelText('停用原因'), '离职');
  await user.click(confirm);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  screen.getByText('演示安检员 已停用。');
  const asked = shown.asked.map(({ name, input }) => [name, input]);
  expect(asked).toContainEqual(['oversight.revoke-staff', { staffId: guard.staffId, reason: '离职' }]);
  expect(asked.filter(([name]) => name === 'oversight.list-staff')).toHaveLength(2);
});

test('X-24 staff of stations stand at stations by name; ids are in the details', async () => {
  const scope = { kind: 'stations' as const, stationIds: ['airport'] };
  const seller = { ...guard, role: 'ticket-seller' as const, venues: [], scope };
  const stations = [{ zh: '桃仙机场客运站', en: 'Taoxian Airport Coach Station' }];
  show(<AccessScreen />, {
    answers: { ...answers, 'oversight.list-staff': () => ({ ok: true, value: { staff: [{ ...seller, stations }] } }) },
    session: administrator,
  });
  await screen.findByText('桃仙机场客运站');
  expect(screen.queryByText(/airport/)).toBeNull();
  await userEvent.setup().click(screen.getByRole('button', { name: '详情' }));
  within(screen.getByRole('dialog')).getByText('airport');
});

test('X-24 a refusal stays in the dialog, in words', async () => {
  const failure = { code: 'staff-not-yours' as const, retry: 'never' as const, zh: '没有找到这位工作人员。', en: 'x' };
  show(<AccessScreen />, {
    answers: { ...answers, 'oversight.revoke-staff': () => refusal<'oversight.revoke-staff'>(failure) },
    session: administrator,
  });
  const user = userEvent.setup();
  await user.click(await screen.findByText('停用'));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('停用原因'), '离职');
  await user.click(dialog.getByRole('button', { name: '停用' }));
  await dialog.findByText('没有找到这位工作人员。');
});

test('X-24 tabs and buttons are those that a role may use; who may not be revoked has no button', async () => {
  const tabs = () =>
    ['在岗人员', '未用邀请码', '设备', '合作系统', '管理人员'].filter((name) => screen.queryByRole('button', { name }));
  const first = show(<AccessScreen />, { answers, session: officialSession({ roles: ['operator'] }) });
  expect(tabs()).toEqual(['在岗人员', '未用邀请码', '设备']);
  first.unmount();
  const second = show(<AccessScreen />, { answers, session: officialSession({ roles: ['auditor'] }) });
  await screen.findByText('演示安检员');
  expect(tabs()).toEqual(['在岗人员', '未用邀请码', '设备', '合作系统', '管理人员']);
  expect(screen.queryByText('停用')).toBeNull();
  second.unmount();
  show(<AccessScreen />, { answers, session: administrator });
  await userEvent.setup().click(screen.getByRole('button', { name: '管理人员' }));
  await screen.findByText('deputy');
  screen.getByText('2 处登录');
  expect(screen.queryByText('停用')).toBeNull();
});

test('X-24 several are revoked at once after a look at which; what is refused is told and stays, the others are done', async () => {
  const failure = { code: 'staff-not-yours' as const, retry: 'never' as const, zh: '没有找到这位工作人员。', en: 'x' };
  const { asked } = show(<AccessScreen />, {
    answers: {
      ...several,
      'oversight.revoke-staff': (input) =>
        JSON.stringify(input).includes(second.staffId)
          ? refusal<'oversight.revoke-staff'>(failure)
          : { ok: true, value: { revokedAt: sampleAt } },
    },
    session: administrator,
  });
  const user = userEvent.setup();
  await screen.findByText('李四');
  for (const name of ['演示安检员', '李四']) await user.click(screen.getByLabelText(`选择 ${name}`));
  screen.getByText('已选 2 行');
  await user.click(screen.getByText('停用所选…'));
  const dialog = within(screen.getByRole('dialog', { name: '停用 2 个' }));
  const listed = () => dialog.queryAllByRole('listitem').map(({ textContent }) => textContent);
  expect(listed()).toEqual([expect.stringMatching(/^演示安检员/), '李四 司乘 · 运营单位全部']);
  await user.type(dialog.getByLabelText('停用原因'), '换岗');
  await user.click(dialog.getByRole('button', { name: '停用' }));
  await dialog.findByText('没有找到这位工作人员。');
  dialog.getByText('已完成 1 / 2');
  expect(listed()).toEqual(['李四 司乘 · 运营单位全部']);
  await user.keyboard('{Escape}');
  await screen.findByText('演示安检员 已停用。');
  const revoked = asked.filter(({ name }) => name === 'oversight.revoke-staff').map(({ input }) => input);
  expect(revoked).toEqual([guard, second].map(({ staffId }) => ({ staffId, reason: '换岗' })));
});

test('X-24 the list is searched, narrowed by role and ordered, and the address keeps kind, words and filter', async () => {
  const first = show(<AccessScreen />, { answers: several, session: administrator });
  const user = userEvent.setup();
  await screen.findByText('李四');
  await user.selectOptions(screen.getByLabelText('身份'), '司乘');
  expect(namesShown()).toEqual(['李四', '王五']);
  await user.type(screen.getByLabelText('在“在岗人员”中查找'), '王');
  expect(namesShown()).toEqual(['王五']);
  first.unmount();
  show(<AccessScreen />, { answers: several, session: administrator });
  await screen.findByText('王五');
  expect(namesShown()).toEqual(['王五']);
  await user.click(screen.getByRole('button', { name: '管理人员' }));
  await screen.findByText('deputy');
  expect(new URLSearchParams(window.location.search).get('access.kind')).toBe('officials');
});

test('X-24 a list of several pages is read to its end; who invited whom stands by name, the number only in the details', async () => {
  const { asked } = show(<AccessScreen />, {
    answers: {
      ...answers,
      'oversight.list-staff': (input) =>
        JSON.stringify(input).includes('after')
          ? { ok: true, value: { staff: [third] } }
          : { ok: true, value: { staff: [{ ...second, invitedBy: administrator.officialId }], next: second.staffId } },
    },
    session: administrator,
  });
  await screen.findByText('王五');
  expect(namesShown()).toEqual(['李四', '王五']);
  const pages = asked.filter(({ name }) => name === 'oversight.list-staff').map(({ input }) => input);
  expect(pages).toEqual([
    { city: '420100', limit: 200 },
    { city: '420100', limit: 200, after: second.staffId },
  ]);
  const row = within(screen.getByText('李四').closest('tr') ?? document.body);
  row.getByText('您');
  expect(screen.queryByText(second.staffId)).toBeNull();
  await userEvent.setup().click(row.getByText('详情'));
  within(screen.getByRole('dialog', { name: '李四' })).getByText(second.staffId);
});

test('X-24 a reason that was typed is there again after the drawer was closed, for the same lines only', async () => {
  show(<AccessScreen />, { answers: several, session: administrator });
  const user = userEvent.setup();
  await screen.findByText('李四');
  const revoke = async (name: string) => {
    const row = within(screen.getByText(name).closest('tr') ?? document.body);
    await user.click(row.getByText('停用'));
    return within(screen.getByRole('dialog')).getByLabelText<HTMLInputElement>('停用原因');
  };
  await user.type(await revoke('李四'), '遗失');
  await user.keyboard('{Escape}');
  expect((await revoke('王五')).value).toBe('');
  await user.keyboard('{Escape}');
  expect((await revoke('李四')).value).toBe('遗失');
  screen.getByText(/先前填写/);
  await user.click(screen.getByText('重新填写'));
  expect(screen.getByLabelText<HTMLInputElement>('停用原因').value).toBe('');
});

test('X-24 devices stand at their place by name', async () => {
  const device = {
    ...{ deviceId: id('08'), kind: 'gate' as const, name: '1号闸机', city: '420100', registeredAt: sampleAt },
    ...{ registeredBy: id('00'), venueId: bus.venueId, venue: bus },
  };
  show(<AccessScreen />, {
    answers: { ...answers, 'devices.list-devices': () => ({ ok: true, value: { devices: [device] } }) },
    session: administrator,
  });
  await userEvent.setup().click(screen.getByRole('button', { name: '设备' }));
  const row = within((await screen.findByText('1号闸机')).closest('tr') ?? document.body);
  row.getByText('2路 鄂A·12345');
});

test('X-24 sign-ins are listed by name and browser; one’s own is not ended here, another is, and may be begun again', async () => {
  const signIn = {
    ...{
      sessionId: 's1',
      officialId: id('02'),
      login: 'deputy',
      name: '王丽',
      openedAt: sampleAt,
      renewedAt: sampleAt,
    },
    ...{ endsAt: sampleAt + 28_800_000, endable: true },
  };
  const own = { ...signIn, sessionId: 's2', login: 'chief', name: '王处长', current: true as const };
  const { asked } = show(<AccessScreen />, {
    answers: {
      'oversight.list-sign-ins': () => ({ ok: true, value: { signIns: [own, signIn] } }),
      'oversight.end-sign-in': () => ({ ok: true, value: {} }),
    },
    session: officialSession({ roles: ['health'] }),
  });
  const user = userEvent.setup();
  const row = within((await screen.findByText('王丽 (deputy)')).closest('tr') ?? document.body);
  row.getByText('其他浏览器');
  within(screen.getByText('王处长 (chief)').closest('tr') ?? document.body).getByText('这个浏览器');
  expect(screen.getAllByText('结束登录')).toHaveLength(1);
  await user.click(row.getByText('结束登录'));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText(/本人可以再次登录/);
  await user.click(dialog.getByRole('button', { name: '结束登录' }));
  await screen.findByText('王丽 (deputy) 的登录已结束。');
  const input = asked.find(({ name }) => name === 'oversight.end-sign-in')?.input;
  expect(input).toEqual({ sessionId: 's1' });
});

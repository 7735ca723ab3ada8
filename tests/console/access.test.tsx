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
const administrator = officialSession({ roles: ['administrator'] });

test('X-24 staff are listed with their places, and revoked for a reason only, after the consequences were said', async () => {
  const shown = show(<AccessScreen />, { answers, session: administrator });
  const user = userEvent.setup();
  const row = within((await screen.findByText('演示安检员')).closest('tr') ?? document.body);
  row.getByText(/2路 鄂A·12345 · 等 4 个乘车点/);
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
    ['在岗人员', '未用邀请码', '设备', '合作系统', '管理人员'].filter((name) => screen.queryByText(name));
  const first = show(<AccessScreen />, { answers, session: officialSession({ roles: ['operator'] }) });
  expect(tabs()).toEqual(['在岗人员', '未用邀请码', '设备']);
  first.unmount();
  const second = show(<AccessScreen />, { answers, session: officialSession({ roles: ['auditor'] }) });
  await screen.findByText('演示安检员');
  expect(tabs()).toEqual(['在岗人员', '未用邀请码', '设备', '合作系统', '管理人员']);
  expect(screen.queryByText('停用')).toBeNull();
  second.unmount();
  show(<AccessScreen />, { answers, session: administrator });
  await userEvent.setup().click(screen.getByText('管理人员'));
  await screen.findByText('deputy');
  screen.getByText('2 处登录');
  expect(screen.queryByText('停用')).toBeNull();
});

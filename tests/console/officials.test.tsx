import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import { OfficialsScreen } from '../../console/src/features/oversight/officials/officials-screen';
import { WelcomeScreen } from '../../console/src/features/oversight/officials/welcome-screen';
import { officialSession, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';

const id = (last: string) => `01ARZ3NDEKTSV4RRFFQ69G5F${last}`;
const bureau = { roles: ['bureau' as const], cities: ['420100'], provinces: [] };
const deputy = {
  ...{ officialId: id('02'), login: 'deputy', name: '李副处', roles: ['bureau' as const, 'auditor' as const] },
  ...{ cities: ['420100'], sessions: 2, revocable: true, within: true },
};
const gone = {
  ...deputy,
  officialId: id('03'),
  login: 'gone',
  name: '赵前',
  sessions: 0,
  revokedAt: sampleAt,
  revocable: false,
};
const wide = { ...deputy, officialId: id('04'), login: 'wide', name: '孙省', provinces: ['420000'], within: false };
const change = {
  ...{ changeId: id('11'), kind: 'add' as const, login: 'wang.li', name: '王丽', after: bureau, reason: '新同事' },
  ...{ proposedBy: id('02'), proposedAt: sampleAt, expiresAt: sampleAt + 1, proposal: 'digest' },
  standing: 'decides' as const,
};
const wuhan = { city: '420100', name: { zh: '武汉', en: 'Wuhan' }, capabilities: ['city' as const] };
const cities = () => ({ ok: true as const, value: { cities: [wuhan] } });
const answers = (changes: readonly OfficialChangeRow[] = []): Answers => ({
  'venues.list-cities': cities,
  'oversight.list-officials': () => ({ ok: true, value: { officials: [gone, wide, deputy] } }),
  'oversight.list-official-changes': () => ({ ok: true, value: { changes: [...changes] } }),
  'oversight.propose-official-change': () => ({
    ok: true,
    value: { change: { ...change, standing: 'proposer' }, code: 'ABCD-EFGH-JKMN' },
  }),
  'oversight.decide-official-change': () => ({
    ok: true,
    value: { link: { url: 'https://x.example/console/#/welcome/half', endsAt: sampleAt } },
  }),
});
const administrator = officialSession({ roles: ['administrator'], cities: ['420100'] });
const rowOf = (login: string) =>
  within(document.querySelector<HTMLElement>(`[data-official="${login}"]`) ?? document.body);

test('X-24 officials are listed by name, roles and places in words; who is revoked last, with a new sign-in as the only way back', async () => {
  show(<OfficialsScreen />, { answers: answers(), session: administrator });
  await screen.findByText('李副处');
  await rowOf('deputy').findByText('武汉');
  rowOf('deputy').getByText('主管部门、审计员');
  rowOf('wide').getByText('湖北省（全省）、武汉');
  expect([...document.querySelectorAll('[data-official]')].map((row) => row.getAttribute('data-official'))).toEqual([
    'wide',
    'deputy',
    'gone',
  ]);
  expect(
    rowOf('gone')
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['重发登录']);
  expect(rowOf('wide').queryByRole('button')).toBeNull();
  rowOf('wide').getByText(/范围以外/);
});

test('X-24 the only administrator of a city is not offered to be removed; roles and places as they were are not proposed', async () => {
  const only = { ...deputy, officialId: id('05'), login: 'only', name: '周局', roles: ['administrator' as const] };
  show(<OfficialsScreen />, {
    answers: {
      ...answers(),
      'oversight.list-officials': () => ({ ok: true, value: { officials: [only, deputy] } }),
    },
    session: administrator,
  });
  const user = userEvent.setup();
  await screen.findByText('周局');
  expect(rowOf('only').queryByText('停用')).toBeNull();
  rowOf('deputy').getByText('停用');
  await user.click(rowOf('only').getByText('改变'));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('为什么'), '换岗');
  const send = dialog.getByRole('button', { name: '提议' });
  expect(send.hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByLabelText('卫生部门'));
  expect(send.hasAttribute('disabled')).toBe(false);
});

test('X-24 somebody is proposed with roles and places; the code is shown once and is gone with its dialog', async () => {
  const shown = show(<OfficialsScreen />, { answers: answers(), session: administrator });
  const user = userEvent.setup();
  await screen.findByText('李副处');
  await user.click(screen.getByRole('button', { name: '增加管理人员' }));
  const dialog = within(screen.getByRole('dialog'));
  const send = dialog.getByRole('button', { name: '提议' });
  await user.type(dialog.getByLabelText('用户名'), 'Wang Li');
  dialog.getByText(/只能用小写字母/);
  await user.clear(dialog.getByLabelText('用户名'));
  await user.type(dialog.getByLabelText('用户名'), 'Wang.Li');
  await user.type(dialog.getByLabelText('姓名'), '王丽');
  await user.type(dialog.getByLabelText('为什么'), '新同事');
  expect(send.hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByLabelText('主管部门'));
  await user.click(send);
  const half = within(await screen.findByRole('dialog', { name: /设置码/ }));
  half.getByText('ABCD-EFGH-JKMN');
  await user.click(half.getByRole('button', { name: /关闭/ }));
  expect(screen.queryByText('ABCD-EFGH-JKMN')).toBeNull();
  screen.getByText(/等待另一位官员批准/);
  expect(shown.asked).toContainEqual({
    name: 'oversight.propose-official-change',
    input: { change: { kind: 'add', login: 'wang.li', name: '王丽', appointment: bureau }, reason: '新同事' },
  });
});

test('X-24 roles are changed from what they are; a refusal stays in the dialog, in words', async () => {
  const failure = {
    code: 'last-administrator' as const,
    retry: 'after-change' as const,
    zh: '请先为那里增加一位管理员。',
    en: 'x',
  };
  const shown = show(<OfficialsScreen />, {
    answers: {
      ...answers(),
      'oversight.propose-official-change': () => refusal<'oversight.propose-official-change'>(failure),
    },
    session: administrator,
  });
  const user = userEvent.setup();
  await screen.findByText('李副处');
  await user.click(rowOf('deputy').getByRole('button', { name: '改变 李副处 的角色或范围' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByLabelText('审计员'));
  await user.type(dialog.getByLabelText('为什么'), '换岗');
  await user.click(dialog.getByRole('button', { name: '提议' }));
  await dialog.findByText('请先为那里增加一位管理员。');
  expect(shown.asked).toContainEqual({
    name: 'oversight.propose-official-change',
    input: { change: { kind: 'change', officialId: deputy.officialId, appointment: bureau }, reason: '换岗' },
  });
});

test('X-24 the second person sees the whole proposal, approves what was looked at and is shown the link once', async () => {
  const shown = show(<OfficialsScreen />, { answers: answers([change]), session: administrator });
  const user = userEvent.setup();
  await screen.findByText('增加 王丽 (wang.li)');
  screen.getByText('角色：主管部门');
  screen.getByText(/原因：新同事/);
  await user.click(screen.getByRole('button', { name: '批准' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '批准' }));
  const half = within(await screen.findByRole('dialog', { name: /一次性链接/ }));
  half.getByText('https://x.example/console/#/welcome/half');
  expect(shown.asked).toContainEqual({
    name: 'oversight.decide-official-change',
    input: { changeId: change.changeId, approve: true, proposal: 'digest' },
  });
});

test('X-24 who proposed may withdraw only, whom it is about does nothing, and auditors look on', async () => {
  const [own, about] = [
    { ...change, standing: 'proposer' },
    { ...change, standing: 'subject' },
  ] as const;
  const buttons = () =>
    within(document.querySelector<HTMLElement>('[data-part="changes"]') ?? document.body)
      .queryAllByRole('button')
      .map(({ textContent }) => textContent);
  for (const [row, roles, expected] of [
    [own, ['administrator'], ['撤回']],
    [about, ['administrator'], []],
    [change, ['auditor'], []],
  ] as const) {
    const shown = show(<OfficialsScreen />, {
      answers: answers([row]),
      session: officialSession({ roles: [...roles] }),
    });
    await screen.findByText('增加 王丽 (wang.li)');
    expect(buttons()).toEqual(expected);
    shown.unmount();
  }
});

test('X-24 behind a link the code opens what one will be; password, its repetition and a one-time code sign in', async () => {
  const signedIn: string[] = [];
  const session = officialSession();
  const shown = show(<WelcomeScreen link="half-of-a-sign-in" onSignedIn={({ login }) => signedIn.push(login)} />, {
    answers: {
      'venues.list-cities': cities,
      'oversight.open-official-link': () => ({
        ok: true,
        value: { ...bureau, login: 'wang.li', totpSecret: 'ABC234', totpUri: 'otpauth://x', endsAt: sampleAt },
      }),
      'oversight.accept-official-link': () => ({ ok: true, value: session }),
    },
  });
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('设置码'), 'abcd efgh jkmn');
  await user.click(screen.getByRole('button', { name: '下一步' }));
  await screen.findByText('用户名：wang.li');
  await screen.findByText(/管理范围：武汉/);
  screen.getByRole('img', { name: '认证应用的二维码' });
  await user.type(screen.getByLabelText('新密码'), 'short');
  await screen.findByText('至少 12 个字符。');
  await user.type(screen.getByLabelText('新密码'), ' and longer');
  await user.type(screen.getByLabelText('再输入一次新密码'), 'other');
  await screen.findByText('两次输入不同。');
  await user.type(screen.getByLabelText('动态码'), '123 456');
  await user.click(screen.getByRole('button', { name: '保存并登录' }));
  expect(shown.asked.map(({ name }) => name)).not.toContain('oversight.accept-official-link');
  await user.clear(screen.getByLabelText('再输入一次新密码'));
  await user.type(screen.getByLabelText('再输入一次新密码'), 'short and longer');
  await user.click(screen.getByRole('button', { name: '保存并登录' }));
  await waitFor(() => expect(signedIn).toEqual([session.login]));
  expect(shown.asked).toContainEqual({
    name: 'oversight.accept-official-link',
    input: { link: 'half-of-a-sign-in', code: 'abcd efgh jkmn', password: 'short and longer', totp: '123456' },
  });
});

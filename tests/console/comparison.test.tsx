import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { compareLines } from '../../console/src/features/oversight/terms/comparison';
import { TermsScreen } from '../../console/src/features/oversight/terms/terms-screen';
import { admissionRule } from '../world/records';
import { officialSession, sampleAt } from './samples';
import { type Answers, show } from './screens';

const line = (key: string, value: string) => ({ key, name: { zh: key, en: key }, value });

test('X-07 lines are the same, changed, added or removed, and what is removed stands where it stood', () => {
  const before = [line('where', '全市'), line('green', '绿码'), line('zh', '凭绿码乘车。')];
  const after = [line('where', '全市'), line('zh', '实名乘车。'), line('to', '2027-01-01')];
  expect(compareLines(before, after).map(({ key, mark }) => [key, mark])).toEqual([
    ['where', 'same'],
    ['green', 'removed'],
    ['zh', 'changed'],
    ['to', 'added'],
  ]);
  expect(compareLines([], after).every(({ mark }) => mark === 'added')).toBe(true);
  expect(compareLines([line('first', '1'), line('where', '2')], [line('where', '2')]).map(({ key }) => key)).toEqual([
    'first',
    'where',
  ]);
});

const city = '420100';
const first = admissionRule(['identity', 'green-status'], {
  ...{ ruleId: 'wuhan-green', version: 1, city, from: sampleAt - 9, to: sampleAt - 5 },
  text: { zh: '凭绿码乘车。', en: 'Green may ride.' },
});
const { to: _over, ...open } = first;
const second = { ...open, version: 2, from: sampleAt - 5, text: { zh: '凭绿码和实名。', en: 'Green and name.' } };
const proposal = {
  ...{ proposalId: '01ARZ3NDEKTSV4RRFFQ69G5FA3', reason: '疫情结束', proposedBy: '01ARZ3NDEKTSV4RRFFQ69G5FA1' },
  ...{ proposedAt: sampleAt, expiresAt: sampleAt + 86_400_000 },
  change: { kind: 'set' as const, rule: { ...second, version: 3, requires: ['identity' as const] } },
};
const answers: Answers = {
  'oversight.list-announcements': () => ({ ok: true, value: { announcements: [] } }),
  'oversight.list-rules': () => ({
    ok: true,
    value: { rules: [first, second], proposals: [proposal], named: { lines: [], venues: [], placeSets: [] } },
  }),
};
const marksIn = (element: Element | null) =>
  [...(element?.querySelectorAll('[data-mark]:not([data-mark="same"])') ?? [])].map((row) => row.textContent);

test('X-07 who decides sees the proposal beside what holds now, marked in words; the history has each version beside the one before', async () => {
  show(<TermsScreen clock={() => sampleAt} />, { answers, session: officialSession({ roles: ['bureau'] }) });
  const user = userEvent.setup();
  await screen.findByText(/疫情结束/);
  expect(marksIn(document.querySelector('[data-proposal]'))).toEqual(['要求绿码—− 删去']);
  await user.click(screen.getAllByText('历史')[0] ?? document.body);
  const versions = within(screen.getByRole('dialog', { name: '规则的各个版本' }));
  versions.getByText(/^第 2 版/);
  versions.getByText('规则编号 wuhan-green');
  expect(marksIn(document.querySelector('[data-version="2"]'))[0]).toBe('中文凭绿码乘车。凭绿码和实名。≠ 改动');
  expect(marksIn(document.querySelector('[data-version="1"]')).every((words) => words?.endsWith('+ 新增'))).toBe(true);
});

test('W-31 a taken down announcement can be put up again as it was; a form that was closed half typed is there again', async () => {
  const mask = {
    noticeId: 'mask',
    text: { zh: '请戴口罩。', en: 'Wear a mask.' },
    modes: ['bus' as const],
    from: sampleAt - 1,
    to: sampleAt + 86_400_000,
  };
  const { asked } = show(<TermsScreen clock={() => sampleAt} />, {
    session: officialSession({ roles: ['bureau'] }),
    answers: {
      ...answers,
      'oversight.list-announcements': () => ({ ok: true, value: { announcements: [mask] } }),
      'oversight.remove-announcement': () => ({ ok: true, value: { announcements: [] } }),
      'oversight.save-announcement': () => ({ ok: true, value: { announcements: [mask] } }),
    },
  });
  const user = userEvent.setup();
  await screen.findByText('请戴口罩。');
  await user.click(screen.getByText('撤下'));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤下' }));
  await user.click(await screen.findByText('恢复'));
  expect(asked.find(({ name }) => name === 'oversight.save-announcement')?.input).toEqual({ city, announcement: mask });
  await user.click(screen.getByText('新增告示'));
  await user.type(screen.getByLabelText('中文'), '雾');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByText('新增告示'));
  screen.getByText(/先前填写/);
  expect(screen.getByLabelText<HTMLInputElement>('中文').value).toBe('雾');
  await user.click(screen.getByText('重新填写'));
  expect(screen.getByLabelText<HTMLInputElement>('中文').value).toBe('');
});

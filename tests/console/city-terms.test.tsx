import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import { TermsScreen } from '../../console/src/features/oversight/terms/terms-screen';
import { instantOf, wallTime } from '../../console/src/ui/format';
import { admissionRule } from '../world/records';
import { bus, officialSession, sampleAt } from './samples';
import { type Answers, show } from './screens';

const city = '420100';
const mask = {
  noticeId: 'mask',
  text: { zh: '请戴口罩。', en: 'Wear a mask.' },
  modes: ['bus' as const, 'metro' as const],
  from: sampleAt - 1,
  to: sampleAt + 86_400_000,
};
const green = admissionRule(['identity', 'green-status'], {
  ...{ ruleId: 'wuhan-green', version: 1, city },
  text: { zh: '凭绿码乘车。', en: 'Green may ride.' },
});
const proposal = {
  proposalId: '01ARZ3NDEKTSV4RRFFQ69G5FA3',
  change: {
    kind: 'set' as const,
    rule: { ...green, version: 2, from: sampleAt + 1, requires: ['identity'] satisfies AdmissionRule['requires'] },
  },
  reason: '疫情结束',
  proposedBy: '01ARZ3NDEKTSV4RRFFQ69G5FA1',
  proposedAt: sampleAt,
  expiresAt: sampleAt + 86_400_000,
};
const bureau = officialSession({ roles: ['bureau'] });

const open = (proposals: readonly RuleProposal[] = [], more: Answers = {}) =>
  show(<TermsScreen clock={() => sampleAt} />, {
    session: bureau,
    answers: {
      'oversight.list-announcements': () => ({ ok: true, value: { announcements: [mask] } }),
      'oversight.list-rules': () => ({
        ok: true,
        value: { rules: [green], proposals: [...proposals], named: { lines: [], venues: [], placeSets: [] } },
      }),
      ...more,
    },
  });
const part = (name: string) => {
  const found = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`no part ${name}`);
  return within(found);
};

test('who may only read sees no column of acts where nothing can be done, and keeps it where something can', async () => {
  show(<TermsScreen clock={() => sampleAt} />, {
    session: officialSession({ roles: ['operator'] }),
    answers: {
      'oversight.list-announcements': () => ({ ok: true, value: { announcements: [mask] } }),
      'oversight.list-rules': () => ({
        ok: true,
        value: { rules: [green], proposals: [], named: { lines: [], venues: [], placeSets: [] } },
      }),
    },
  });
  await screen.findByText('请戴口罩。');
  expect(part('announcements').queryByText('操作')).toBeNull();
  expect(part('rules').queryAllByText('操作')).not.toEqual([]);
  screen.getByText('历史');
});

test('W-31 an announcement is written for some modes, previewed as riders see it, and saved', async () => {
  const { asked } = open([], {
    'oversight.save-announcement': () => ({ ok: true, value: { announcements: [mask] } }),
  });
  const user = userEvent.setup();
  await screen.findByText('请戴口罩。');
  await user.click(screen.getByText('新增告示'));
  const dialog = within(screen.getByRole('dialog'));
  const save = dialog.getByRole('button', { name: '保存' });
  expect(save.hasAttribute('disabled')).toBe(true);
  await user.type(dialog.getByLabelText('中文'), '轮渡停航。');
  await user.type(dialog.getByLabelText('英文'), 'No ferry.');
  for (const mode of ['公交', '地铁', '快速公交', '有轨电车', '出租车']) await user.click(dialog.getByLabelText(mode));
  expect(part('preview').getByText('轮渡停航。')).toBeDefined();
  expect(part('preview').getByText(/^轮渡 · /)).toBeDefined();
  await user.click(save);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'oversight.save-announcement')?.input).toMatchObject({
    city,
    announcement: { text: { zh: '轮渡停航。', en: 'No ferry.' }, modes: ['ferry'] },
  });
});

test('X-07 a change of a rule shows who may ride before and then, and goes to another official with its next version', async () => {
  const { asked } = open([], { 'oversight.propose-rule': () => ({ ok: true, value: proposal }) });
  const user = userEvent.setup();
  await screen.findByText('凭绿码乘车。');
  await user.click(part('rules').getByRole('button', { name: '修改' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByLabelText('绿码'));
  const line = (rider: string) =>
    [...(document.querySelector(`tr[data-rider="${rider}"]`)?.querySelectorAll('td') ?? [])].map(
      (cell) => cell.textContent,
    );
  expect(line('yellow')).toEqual(['暂不能乘车', '可以乘车']);
  expect(line('unverified')).toEqual(['暂不能乘车', '暂不能乘车']);
  await user.type(dialog.getByLabelText('理由'), '疫情结束');
  await user.click(dialog.getByRole('button', { name: '提议' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'oversight.propose-rule')?.input).toMatchObject({
    city,
    reason: '疫情结束',
    change: { kind: 'set', rule: { ruleId: 'wuhan-green', version: 2, requires: ['identity'] } },
  });
});

test('B-07 the age of a test is proposed in days or in hours', async () => {
  const { asked } = open([], { 'oversight.propose-rule': () => ({ ok: true, value: proposal }) });
  const user = userEvent.setup();
  await screen.findByText('凭绿码乘车。');
  await user.click(part('rules').getByRole('button', { name: '修改' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByLabelText('阴性检测'));
  await user.type(dialog.getByLabelText('理由'), '按小时');
  const [age, unit] = [dialog.getByLabelText(/^检测不得早于/), dialog.getByLabelText('按什么计')];
  await user.clear(age);
  await user.type(age, '48');
  expect(dialog.getByRole('button', { name: '提议' })).toHaveProperty('disabled', true);
  await user.selectOptions(unit, 'hours');
  expect(document.querySelector('tr[data-rider="green"]')).not.toBeNull();
  expect(dialog.getByText('48 小时内')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: '提议' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const input = asked.find(({ name }) => name === 'oversight.propose-rule')?.input;
  expect(input).toMatchObject({ change: { rule: { testMaxAgeHours: 48 } } });
  expect(input).not.toHaveProperty('change.rule.testMaxAgeDays');
});

test('B-08 a rule is proposed for a set of places, chosen by its name', async () => {
  const set = { placeSetId: 'near', name: { zh: '周边车站', en: 'Near' }, venueIds: ['v1', 'v2'], lineIds: ['L9'] };
  const rules = { rules: [green], proposals: [], named: { lines: [], venues: [], placeSets: [set] } };
  const { asked } = open([], {
    'oversight.list-rules': () => ({ ok: true, value: rules }),
    'oversight.propose-rule': () => ({ ok: true, value: proposal }),
  });
  const user = userEvent.setup();
  await screen.findByText('凭绿码乘车。');
  await user.click(part('rules').getByRole('button', { name: '修改' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText('地点集'), 'near');
  expect(dialog.getAllByText(/周边车站（2 个乘车点，1 条线路）/).length).toBeGreaterThan(1);
  await user.type(dialog.getByLabelText('理由'), '管控区');
  await user.click(dialog.getByRole('button', { name: '提议' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'oversight.propose-rule')?.input).toMatchObject({
    change: { rule: { ruleId: 'wuhan-green', version: 2, places: set } },
  });
});

test('X-07 a waiting change shows its effect; another official approves it, its proposer only reads', async () => {
  const { asked, unmount } = open([proposal], {
    'oversight.decide-rule': () => ({
      ok: true,
      value: { rules: [], proposals: [], named: { lines: [], venues: [], placeSets: [] } },
    }),
  });
  const user = userEvent.setup();
  await screen.findByText(/疫情结束/);
  await user.click(part('rules').getByRole('button', { name: '批准' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '批准' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'oversight.decide-rule')?.input).toEqual({
    ...{ city, proposalId: proposal.proposalId, approve: true },
  });
  unmount();
  open([{ ...proposal, proposedBy: bureau.officialId }]);
  await screen.findByText(/您提议的/);
  expect(screen.queryByRole('button', { name: '批准' })).toBeNull();
});

test('X-07 the end of a rule shows who may ride without it, to its proposer and to whoever decides', async () => {
  const end = { ...proposal, change: { kind: 'end' as const, ruleId: green.ruleId, at: sampleAt + 1 } };
  open([end]);
  const user = userEvent.setup();
  await screen.findByText(/疫情结束/);
  const yellow = (within: Element | null) =>
    [...(within?.querySelectorAll('tr[data-rider="yellow"] td') ?? [])].map((cell) => cell.textContent);
  expect(yellow(document.querySelector('[data-proposal]'))).toEqual(['暂不能乘车', '可以乘车']);
  await user.click(part('rules').getByRole('button', { name: '提议结束' }));
  expect(yellow(screen.getByRole('dialog'))).toEqual(['暂不能乘车', '可以乘车']);
  expect(within(screen.getByRole('dialog')).getByText('实名登记后即可乘车。')).toBeDefined();
});

test('X-07 lines and venues of a rule stand by name, and are found by name, plate or short code', async () => {
  const ofLine = { ...green, ruleId: 'line-2', lineId: 'M2' };
  const line = { lineId: 'M2', mode: 'metro' as const, name: { zh: '2号线', en: 'Line 2' } };
  const { asked } = open([], {
    'oversight.list-rules': () => ({
      ok: true,
      value: { rules: [green, ofLine], proposals: [], named: { lines: [line], venues: [], placeSets: [] } },
    }),
    'venues.find-places': () => ({ ok: true, value: { lines: [line], venues: [bus] } }),
    'oversight.propose-rule': () => ({ ok: true, value: proposal }),
  });
  const user = userEvent.setup();
  await screen.findByText('2号线');
  expect(screen.queryByText('M2')).toBeNull();
  await user.click(part('rules').getAllByRole('button', { name: '修改' })[0] ?? document.body);
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText(/只用于一条线路/), '2');
  await user.click(await dialog.findByRole('button', { name: /2路 鄂A·12345/ }));
  expect(part('rule-place').getByText(/2路 鄂A·12345/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: '不限地点' }));
  await user.type(dialog.getByLabelText(/只用于一条线路/), '号');
  await user.click(await dialog.findByRole('button', { name: '线路 · 地铁 · 2号线' }));
  await user.type(dialog.getByLabelText('理由'), '试点');
  await user.click(dialog.getByRole('button', { name: '提议' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const input = asked.find(({ name }) => name === 'oversight.propose-rule')?.input;
  expect(input).toMatchObject({ change: { rule: { lineId: 'M2' } } });
  expect(JSON.stringify(input)).not.toContain('venueId');
});

test('times of the fields are Beijing’s, whatever the browser’s zone', () => {
  expect(wallTime(Date.UTC(2026, 10, 20, 16, 5))).toBe('2026-11-21T00:05');
  expect(instantOf('2026-11-21T00:05')).toBe(Date.UTC(2026, 10, 20, 16, 5));
  expect([instantOf(''), instantOf('2026-11-21')]).toEqual([undefined, undefined]);
});

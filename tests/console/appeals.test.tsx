import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import { hourMs } from '@tongcheng/shared/time';
import { answerDrafts, draftKey } from '../../console/src/features/appeals/answer-draft';
import { AppealsScreen } from '../../console/src/features/appeals/appeals-screen';
import { bus, officialSession, sampleAt, sampleId } from './samples';
import { type Answers, refusal, show } from './screens';

const appeal = (madeAt: number, more: Partial<AppealRow> = {}): AppealRow => ({
  appealId: `2026-11-20.${sampleId(madeAt)}`,
  city: '420100',
  madeAt,
  dueAt: madeAt + 24 * hourMs,
  maskedName: '张**',
  mode: 'bus',
  venue: bus,
  scannedAt: madeAt,
  decision: 'refuse',
  reasons: ['status-red'],
  ruleId: 'wuhan-green',
  ruleVersion: 1,
  statusSource: 'provincial-health-code',
  ...more,
});
const late = appeal(sampleAt - 30 * hourMs);
const fresh = appeal(sampleAt - hourMs, { maskedName: '李**' });
const queue: Answers = {
  'appeals.list-appeals': () => ({ ok: true, value: { appeals: [late, fresh], waiting: 2, overdue: 1 } }),
};
const person = {
  name: '张三',
  documentKind: 'resident-id',
  maskedDocument: '4*************2345',
  phone: '13900000000',
} as const;

afterEach(() => {
  for (const { appealId } of [late, fresh]) answerDrafts.drop(draftKey(officialSession(), appealId));
});

const open = async (answers: Answers) => {
  const user = userEvent.setup();
  const shown = show(<AppealsScreen clock={() => sampleAt} />, {
    answers,
    session: officialSession({ roles: ['health'] }),
  });
  const [first] = await screen.findAllByText('打开');
  if (!first) throw new Error('nothing to open');
  await user.click(first);
  return { user, ...shown };
};

test('X-15 the queue shows masked names, and what is overdue stands out in words and in a count', async () => {
  show(<AppealsScreen clock={() => sampleAt} />, { answers: queue });
  await screen.findByText('张**');
  screen.getByText('逾期 1 条');
  expect(screen.getAllByText('已逾期')).toHaveLength(1);
  expect(screen.getByText('已逾期').tagName).toBe('MARK');
  screen.getByText(/还剩 23 小时/);
  expect(document.querySelectorAll('[data-overdue="true"]')).toHaveLength(1);
});

test('X-04 nothing is opened before a purpose is chosen, and the purpose is what is sent', async () => {
  const answers: Answers = {
    ...queue,
    'appeals.open-appeal': () => ({ ok: true, value: { text: '请核对我的检测', person } }),
  };
  const { user, asked } = await open(answers);
  expect(screen.queryByText('请核对我的检测')).toBeNull();
  expect(asked.some(({ name }) => name === 'appeals.open-appeal')).toBe(false);
  await user.click(screen.getByText('给本人回电'));
  await screen.findByText('请核对我的检测');
  screen.getByText('13900000000');
  expect(asked.find(({ name }) => name === 'appeals.open-appeal')?.input).toEqual({
    appealId: late.appealId,
    purpose: 'call-back',
  });
});

test('X-15 an answer is a template with a note, shown as the rider will read it; a colleague’s is told', async () => {
  const answers: Answers = {
    ...queue,
    'appeals.open-appeal': () => ({ ok: true, value: { text: '请核对', person } }),
    'appeals.answer-appeal': () =>
      refusal({ code: 'appeal-answered', retry: 'never', zh: '这条申诉已由别的同事答复。', en: 'Answered.' }),
  };
  const { user, asked } = await open(answers);
  await user.click(screen.getByText('核对并答复'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(document.querySelector<HTMLButtonElement>('[data-act="answer"]')?.disabled).toBe(true);
  await user.click(await dialog.findByLabelText('转发布机构复核'));
  dialog.getByText(/已人工核对并转给健康码发布机构复核/);
  await user.type(dialog.getByLabelText(/补充说明/), '已转省平台');
  await user.click(dialog.getByText('提交答复'));
  await screen.findByText('这条申诉已由别的同事答复。');
  const sent = asked.find(({ name }) => name === 'appeals.answer-appeal')?.input;
  expect(sent).toEqual({ appealId: late.appealId, outcome: 'passed-on', note: '已转省平台' });
});

test('X-15 an answer that was begun is there again after its drawer was closed, its row says so, and a reload is asked about', async () => {
  const { user } = await open({
    ...queue,
    'appeals.open-appeal': () => ({ ok: true, value: { text: '请核对', person } }),
  });
  await user.keyboard('{Escape}');
  await user.click(screen.getAllByText('打开')[1] ?? document.body);
  await user.click(await screen.findByText('核对并答复'));
  await user.click(await screen.findByLabelText('结果无误，不变'));
  await user.type(screen.getByLabelText(/补充说明/), '已核对');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  const reload = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(reload);
  expect(reload.defaultPrevented).toBe(true);
  await user.click(screen.getByText('继续答复'));
  await user.click(await screen.findByText('核对并答复'));
  await screen.findByText(/先前填写/);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/补充说明/).value).toBe('已核对');
  await user.click(screen.getByText('重新填写'));
  expect(screen.getByLabelText<HTMLTextAreaElement>(/补充说明/).value).toBe('');
  const free = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(free);
  expect(free.defaultPrevented).toBe(false);
});

test('X-15 X-04 the next appeal comes by the key N, not while somebody types, and asks for its own purpose', async () => {
  const { user, asked } = await open({
    ...queue,
    'appeals.open-appeal': () => ({ ok: true, value: { text: '请核对', person } }),
    'appeals.answer-appeal': () => ({ ok: true, value: late }),
  });
  const facts = () => document.querySelector('[data-part="appeal"] .facts')?.textContent;
  expect(facts()).toContain('张**');
  await user.click(screen.getByText('核对并答复'));
  await user.click(await screen.findByLabelText('结果无误，不变'));
  await user.type(screen.getByLabelText(/补充说明/), 'no news');
  expect(facts()).toContain('张**');
  await user.click(screen.getByText('提交并看下一条'));
  await waitFor(() => expect(facts()).toContain('李**'));
  screen.getByText(/为什么打开/);
  expect(asked.filter(({ name }) => name === 'appeals.open-appeal')).toHaveLength(1);
  await user.keyboard('{Escape}');
  await user.click(screen.getAllByText('打开')[0] ?? document.body);
  await user.keyboard('n');
  expect(facts()).toContain('李**');
  expect(document.querySelector('[data-act="next"]')).toBeNull();
});

test('X-15 the queue is narrowed to what is past its time; the address keeps it', async () => {
  show(<AppealsScreen clock={() => sampleAt} />, { answers: queue });
  await screen.findByText('李**');
  await userEvent.setup().selectOptions(screen.getByLabelText('期限'), '逾期的');
  expect(screen.queryByText('李**')).toBeNull();
  screen.getByText('张**');
  expect(new URLSearchParams(window.location.search).get('appeals.time')).toBe('late');
  cleanup();
  window.history.replaceState(null, '', '/');
});

test('an auditor sees the queue and opens nothing', async () => {
  const session = officialSession({ roles: ['auditor'] });
  show(<AppealsScreen clock={() => sampleAt} />, { answers: queue, session });
  await screen.findByText('张**');
  expect(screen.queryByText('打开')).toBeNull();
});

test('an empty queue says what will be here', async () => {
  const none: Answers = {
    'appeals.list-appeals': () => ({ ok: true, value: { appeals: [], waiting: 0, overdue: 0 } }),
  };
  show(<AppealsScreen clock={() => sampleAt} />, { answers: none });
  await screen.findByText(/没有待答复的申诉/);
});

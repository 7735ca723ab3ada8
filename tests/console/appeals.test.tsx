import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import { hourMs } from '@tongcheng/shared/time';
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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hourMs } from '@tongcheng/shared/time';
import type { MeasureRow, NoticeProgress } from '@tongcheng/shared/tracing/measures';
import { TracingScreen } from '../../console/src/features/tracing/tracing-screen';
import { sampleAt, sampleId } from './samples';
import { type Answers, show } from './screens';
import { aCase, answersOf, asker, colleague, everyName, exposedRiders, supervisor, timeline } from './traced-case';

jest.setTimeout(60_000);

const measureId = sampleId(sampleAt);
const progress: NoticeProgress = {
  total: 5,
  waiting: 1,
  sent: 2,
  sentInApp: 1,
  toCall: 2,
  reached: 0,
  givenUp: 0,
  stopped: 0,
};
const aMeasure = (changed: Partial<MeasureRow> = {}): MeasureRow => ({
  ...{ measureId, city: '420100', caseId: sampleId(sampleAt), measure: { kind: 'notify', atLeast: 'likely' } },
  ...{ state: 'open', askedBy: asker.officialId, askedAt: sampleAt, expiresAt: sampleAt + 24 * hourMs },
  digest: `mnopqrstuvwx${'0'.repeat(31)}`,
  ...changed,
});
const underWay = aMeasure({
  ...{ state: 'approved', decidedBy: supervisor.officialId, decidedAt: sampleAt, holdsUntil: sampleAt + 168 * hourMs },
  progress,
});
const calls: Answers = {
  'tracing.list-calls': () => ({
    ok: true,
    value: {
      calls: [
        {
          ...{ noticeId: `${measureId}.a`, because: 'unsure', nextAt: sampleAt },
          person: {
            name: '演示甲',
            documentKind: 'resident-id',
            maskedDocument: '4201**********0012',
            phone: '13900000001',
          },
          calls: [{ at: sampleAt - hourMs, by: asker.officialId, outcome: 'no-answer', reason: '关机' }],
        },
      ],
      ...{ total: 1, watermark: { officialId: asker.officialId, measureId, at: sampleAt } },
    },
  }),
  'tracing.record-call': () => ({ ok: true, value: progress }),
};

/** The only case with its measures, looked into. */
const openCase = async (measures: MeasureRow[], session = asker, heldBy = asker.officialId, more: Answers = {}) => {
  const user = userEvent.setup();
  const answers: Answers = {
    ...answersOf(aCase()),
    'tracing.list-measures': () => ({ ok: true, value: { measures, heldBy } }),
    ...more,
  };
  const shown = show(<TracingScreen clock={() => sampleAt} />, { answers, session });
  await user.click(await screen.findByText('查看', undefined, { timeout: 20_000 }));
  await screen.findByRole('heading', { name: '措施' });
  await waitFor(() => expect(document.querySelector('[data-part="measures"] p + p, [data-measure]')).not.toBeNull());
  return { user, ...shown };
};
const button = (act: string) => document.querySelector<HTMLElement>(`[data-act="${act}"]`);
const confirm = () => document.querySelector<HTMLElement>('[role="dialog"] [data-act="confirm"]') ?? fail();

test('W-26 X-05 who holds the case asks to tell those exposed, down to a certainty; others are offered to take it over', async () => {
  const { user, asked } = await openCase([], asker, asker.officialId, {
    'tracing.ask-measure': () => ({ ok: true, value: aMeasure() }),
  });
  expect(button('ask-take-over')).toBeNull();
  await user.click(button('ask-notify') ?? fail());
  await user.selectOptions(screen.getByLabelText('通知到哪一级把握'), 'proven');
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'tracing.ask-measure')?.input).toMatchObject({
    measure: { kind: 'notify', atLeast: 'proven' },
  });
});

test('W-26 a colleague asks to take the case over with a reason, and sees no call list', async () => {
  const { user, asked } = await openCase([underWay], colleague, asker.officialId, {
    'tracing.ask-measure': () => ({ ok: true, value: aMeasure() }),
  });
  expect([button('ask-notify'), button('open-calls')]).toEqual([null, null]);
  await user.click(button('ask-take-over') ?? fail());
  expect(confirm().hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText('理由（不写乘客姓名）'), '换班');
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'tracing.ask-measure')?.input).toMatchObject({
    measure: { kind: 'take-over', reason: '换班' },
  });
});

test('X-05 the second person sees in words what an approval does, and approves by the digest; nobody their own', async () => {
  const { user, asked, unmount } = await openCase([aMeasure()], supervisor, asker.officialId, {
    'tracing.decide-measure': () => ({ ok: true, value: underWay }),
  });
  await user.click(button('measure-approve') ?? fail());
  const dialog = within(screen.getByRole('dialog'));
  for (const words of [/不提病例、日期和车辆/, '较可能及以上', 'mnopqrstuvwx'])
    expect(dialog.getByText(words)).toBeDefined();
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { digest } = aMeasure();
  expect(asked.find(({ name }) => name === 'tracing.decide-measure')?.input).toEqual({
    measureId,
    digest,
    approve: true,
  });
  unmount();
  await openCase([aMeasure()], { ...asker, roles: ['health', 'health-supervisor'] });
  expect([button('measure-approve'), button('measure-reject')]).toEqual([null, null]);
  expect(screen.getByText(/须由另一人批准/)).toBeDefined();
});

test('W-26 progress is told in words, and the notice is stopped with a reason', async () => {
  const { user, asked } = await openCase([underWay], colleague, asker.officialId, {
    'tracing.end-measure': () => ({ ok: true, value: {} }),
  });
  expect(
    screen.getByText('共 5 人：已发消息 2（其中应用内 1），待发 1，待打电话 2，电话联系上 0，放弃 0，停止 0'),
  ).toBeDefined();
  await user.click(button('measure-end') ?? fail());
  expect(screen.getByText(/名单的密钥随即销毁/)).toBeDefined();
  await user.type(screen.getByLabelText('理由（不写乘客姓名）'), '误报');
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ name }) => name === 'tracing.end-measure')?.input).toEqual({ measureId, reason: '误报' });
});

test('W-26 X-05 the call list opens by a touch, under a watermark; a call is recorded with outcome, remark and next try', async () => {
  const { user, asked } = await openCase([underWay], asker, asker.officialId, calls);
  expect(document.body.textContent).not.toMatch(everyName);
  await user.click(button('open-calls') ?? fail());
  const table = within(await screen.findByRole('table', { name: '电话名单' }));
  for (const words of ['演示甲', '13900000001', '不能确定短信是否发出', /您 无人接听 关机$/])
    expect(table.getByText(words)).toBeDefined();
  expect(document.querySelector('[data-part="watermark"]')?.textContent).toContain('asker 打开 2026-11-20 08:14:06');
  await user.selectOptions(table.getByLabelText('结果'), 'call-later');
  await user.selectOptions(table.getByLabelText('几小时后再打'), '4');
  await user.type(table.getByLabelText('说明（可不填）'), '约下午');
  await user.click(button('record-call') ?? fail());
  await waitFor(() => expect(asked.filter(({ name }) => name === 'tracing.list-calls')).toHaveLength(2));
  expect(asked.find(({ name }) => name === 'tracing.record-call')?.input).toEqual({
    ...{ measureId, noticeId: `${measureId}.a`, outcome: 'call-later', reason: '约下午' },
    nextAt: sampleAt + 4 * hourMs,
  });
  await user.click(button('open-calls') ?? fail());
  expect(document.body.textContent).not.toMatch(everyName);
});

test('X-05 who holds the case is offered every measure but to take it over; once something is held, to end that', async () => {
  const kinds = () => [...document.querySelectorAll('[data-act^="ask-"]')].map((each) => each.getAttribute('data-act'));
  const first = await openCase([]);
  expect(kinds()).toEqual(['ask-notify', 'ask-extract', 'ask-hold', 'ask-delay', 'ask-second-step']);
  first.unmount();
  const hold = { kind: 'hold', until: '2026-12-20', legalBasis: 'biosecurity-law', reason: '诉讼' } as const;
  await openCase([aMeasure({ ...underWay, measure: hold })], supervisor);
  expect([button('measure-end'), button('open-measure')?.textContent]).toEqual([null, '记录并打开']);
  for (const words of ['2026-12-20', '《生物安全法》', '诉讼']) expect(screen.getByText(words)).toBeDefined();
  expect(kinds()).toEqual([]);
});

test.each([
  ['goes on', 'approved', ['ask-end-hold']],
  ['ended', 'ended', []],
] as const)(
  'X-03 of a closed case whose hold %s any officer is offered its end, and nothing else',
  async (_, state, kinds) => {
    const hold = { kind: 'hold', until: '2026-12-20', legalBasis: 'biosecurity-law', reason: '诉讼' } as const;
    await openCase([aMeasure({ ...underWay, measure: hold, state })], colleague, asker.officialId, {
      'tracing.list-cases':
        answersOf(aCase([], { state: 'closed', closedAt: sampleAt }))['tracing.list-cases'] ?? fail(),
    });
    expect([...document.querySelectorAll('[data-act^="ask-"]')].map((each) => each.getAttribute('data-act'))).toEqual(
      kinds,
    );
  },
);

test('W-28 an extract is asked for by authority, office, purpose and law; opened it stands under its receiver, and a file is on record first', async () => {
  const asking = await openCase([], asker, asker.officialId, {
    'tracing.ask-measure': () => ({ ok: true, value: aMeasure() }),
  });
  await asking.user.click(button('ask-extract') ?? fail());
  expect(confirm().hasAttribute('disabled')).toBe(true);
  await asking.user.type(screen.getByLabelText('接收单位'), '演示疾控');
  await asking.user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const measure: MeasureRow['measure'] = {
    kind: 'extract',
    ...{ recipient: 'disease-control', receiver: '演示疾控' },
    ...{ purpose: 'contact-management', legalBasis: 'infectious-disease-law' },
  };
  expect(asking.asked.find(({ name }) => name === 'tracing.ask-measure')?.input).toMatchObject({ measure });
  asking.unmount();
  const { user } = await openCase([aMeasure({ ...underWay, measure })], asker, asker.officialId, {
    'tracing.open-measure': () => ({
      ok: true,
      value: {
        ...{ riders: exposedRiders, timeline, total: 2, holdsUntil: sampleAt + hourMs },
        watermark: { officialId: asker.officialId, measureId, at: sampleAt, receiver: '演示疾控' },
      },
    }),
  });
  expect(document.body.textContent).not.toMatch(everyName);
  await user.click(button('open-measure') ?? fail());
  await waitFor(() => expect(document.querySelectorAll('[data-extract-row]')).toHaveLength(3));
  for (const row of document.querySelectorAll('[data-extract-row]'))
    expect(row.textContent).toContain('asker 打开 2026-11-20 08:14:06');
  expect(document.querySelector('[data-part="watermark"]')?.textContent).toContain('接收单位 演示疾控');
  // Any other column may be left out of a file, the mark of who took it for whom never.
  await user.click(button('columns') ?? fail());
  expect(await screen.findByRole('checkbox', { name: '电话' })).toBeDefined();
  expect(screen.queryByRole('checkbox', { name: '水印' })).toBeNull();
  expect(document.querySelector('[data-part="index-rides"]')).not.toBeNull();
  await user.click(button('open-measure') ?? fail());
  expect(document.body.textContent).not.toMatch(everyName);
});

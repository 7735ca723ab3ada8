import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hourMs } from '@tongcheng/shared/time';
import { tracingFailures } from '@tongcheng/shared/tracing/failures';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { TracingScreen } from '../../console/src/features/tracing/tracing-screen';
import { sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';
import {
  aCase,
  answersOf,
  approved,
  aRequest,
  asker,
  colleague,
  everyName,
  exposedRiders,
  supervisor,
  timeline,
} from './traced-case';

jest.setTimeout(60_000);
const slow = { timeout: 20_000 };
const page = () => document.body.textContent ?? '';
const kept = () => `${location.href} ${JSON.stringify([{ ...sessionStorage }, { ...localStorage }])}`;

/** The cases of the city as somebody sees them. */
const openScreen = async (found: CaseRow, session = asker, more: Answers = {}, language: 'zh' | 'en' = 'zh') => {
  const user = userEvent.setup();
  const answers = { ...answersOf(found), ...more };
  const shown = show(<TracingScreen clock={() => sampleAt} />, { answers, session, language });
  await screen.findByText(found.number, undefined, slow);
  return { user, ...shown };
};
const press = async (user: ReturnType<typeof userEvent.setup>, what: string) => {
  const button = document.querySelector<HTMLElement>(`[data-act="${what}"]`);
  if (!button) throw new Error(`no button ${what}`);
  await user.click(button);
};
const has = (what: string) => document.querySelector(`[data-act="${what}"]`) !== null;

/** The only case, looked into. */
const openCase = async (...asked: Parameters<typeof openScreen>) => {
  const opened = await openScreen(...asked);
  await press(opened.user, 'look');
  await screen.findByRole('heading', { name: /WH-2026-001/ });
  return opened;
};

test.each([
  ['decide', '等您批准或否决', supervisor, aRequest()],
  ['other', '等另一人批准', asker, aRequest()],
  ['names', /名单对您开放至/, asker, approved()],
  ['names', /名单对您开放至/, supervisor, approved()],
  ['ask', '可以看数量、申请名单', colleague, approved()],
  ['nothing', '没有等您的事', supervisor, aRequest({ state: 'expired' })],
] as const)('X-05 the list says what waits for whom: %s %s', async (kind, words, session, request) => {
  await openScreen(aCase([request]), session);
  expect(screen.getByText(words)).toBeDefined();
  expect(document.querySelector(`[data-waits="${kind}"]`)).not.toBeNull();
});

test('X-05 a case is opened by number, law, purpose, period and exact document, which is shown nowhere again', async () => {
  const { user, asked } = await openScreen(aCase(), asker, {
    'tracing.open-case': () => ({ ok: true, value: aCase() }),
  });
  await press(user, 'open-case');
  const form = within(await waitFor(() => document.querySelector<HTMLElement>('[data-part="confirm"]') ?? fail()));
  const send = () => document.querySelector<HTMLButtonElement>('[data-part="confirm"] [data-act="confirm"]');
  await user.type(form.getByLabelText('案号'), '张三');
  expect(form.getByRole('alert').textContent).toContain('案号只能是');
  await user.clear(form.getByLabelText('案号'));
  await user.type(form.getByLabelText('案号'), 'WH-2026-009');
  expect(send()?.disabled).toBe(true);
  await user.type(form.getByLabelText('证件号码'), '420106199001010016');
  await user.click(send() ?? fail());
  await waitFor(() => expect(document.querySelector('[data-part="confirm"]')).toBeNull());
  expect(asked.find(({ name }) => name === 'tracing.open-case')?.input).toEqual({
    ...{ city: '420100', number: 'WH-2026-009', legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
    ...{ infectiousFrom: '2026-11-20', infectiousTo: '2026-11-20' },
    ...{ documentKind: 'resident-id', documentNumber: '420106199001010016' },
  });
  expect(`${page()} ${document.body.innerHTML} ${kept()}`).not.toContain('420106199001010016');
});

test('X-05 the tries of a day are told as the officer’s, not as the document’s', async () => {
  const { user } = await openScreen(aCase(), asker, {
    'tracing.open-case': () => refusal({ code: 'too-many-tries', zh: '太多', en: 'Too many', retry: 'later' }),
  });
  await press(user, 'open-case');
  await user.type(await screen.findByLabelText('案号'), 'WH-1');
  await user.type(screen.getByLabelText('案号'), '23');
  await user.type(screen.getByLabelText('证件号码'), '420106199001010016');
  await user.click(document.querySelector('[data-part="confirm"] [data-act="confirm"]') ?? fail());
  expect(await screen.findByText(/您今天立案的次数已到上限/)).toBeDefined();
});

test('X-05 W-26 counts come by a touch, as chart and table, with what could not be looked at; nothing asks for names', async () => {
  const { user, asked } = await openCase(aCase());
  expect(asked.some(({ name }) => name === 'tracing.count-exposed')).toBe(false);
  await press(user, 'count');
  expect(await screen.findByText(/有 3 次行程/)).toBeDefined();
  expect(screen.getByText(/2026-11-20 地铁/)).toBeDefined();
  expect(screen.getByText(/密钥已销毁，不能再打开：2026-11-19/)).toBeDefined();
  const row = document.querySelector('[data-row="2026-11-20 bus"]');
  expect([...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual([
    '2',
    '1',
    '1',
    '0',
    '0',
  ]);
  expect(asked.some(({ name }) => name === 'tracing.open-names')).toBe(false);
});

test('X-05 the second person sees in words exactly what is asked, and approves by the digest that was looked at', async () => {
  const request = aRequest();
  const { user, asked } = await openCase(aCase([request]), supervisor, {
    'tracing.decide-request': () => ({ ok: true, value: approved() }),
  });
  expect([has('open-case'), has('count'), has('ask'), has('open-names')]).toEqual([false, false, false, false]);
  await press(user, 'approve');
  const dialog = within(screen.getByRole('dialog'));
  for (const words of [
    '《传染病防治法》',
    '确诊病例',
    '2026-11-18 至 2026-11-20',
    '2026-11-20 公交 2 人',
    'abcdefghijkl',
  ])
    expect(dialog.getByText(words)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: '批准' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { requestId, digest } = request;
  expect(asked.find(({ name }) => name === 'tracing.decide-request')?.input).toEqual({
    requestId,
    digest,
    approve: true,
  });
});

test('X-05 nobody is offered to approve their own request, nor is it asked again while it waits', async () => {
  await openCase(aCase([aRequest()]), { ...asker, roles: ['health', 'health-supervisor'] });
  expect([has('approve'), has('reject'), has('ask'), has('end')]).toEqual([false, false, false, true]);
  expect(screen.getByText(/这是您自己的申请/)).toBeDefined();
});

test.each([
  ['before the approval', aRequest(), asker],
  ['for a colleague', approved(), colleague],
  ['after the end', approved({ state: 'ended' }), asker],
] as const)('X-05 %s there is no way to the names', async (_when, request, session) => {
  const { asked } = await openCase(aCase([request]), session);
  expect(has('open-names')).toBe(false);
  expect(asked.some(({ name }) => name === 'tracing.open-names')).toBe(false);
});

test('W-22 W-25 W-26 W-27 names: who, where, how long, how sure, on what it rests, inferred ends and doubts; under a watermark, kept nowhere', async () => {
  const { user } = await openCase(aCase([approved()]));
  expect(page()).not.toMatch(everyName);
  await press(user, 'open-names');
  const table = within(await screen.findByRole('table', { name: '名单' }));
  expect(table.getAllByRole('row')).toHaveLength(4);
  expect(document.querySelector('[data-part="feed-changed"]')).toBeNull();
  for (const words of [
    ...['1. 演示甲', '13900000001', '公交 2路 鄂A·12345', /08:14–08:26 · 12 分钟/, '同车且时间重合'],
    ...['同乘者 下车 推定：同类行程的通常时长', /下车后 12 分钟上同一辆车/, '另有 2 名未登记同行', '迟到上传'],
  ])
    expect(table.getAllByText(words).length).toBeGreaterThan(0);
  expect(document.querySelector('[data-part="watermark"]')?.textContent).toContain('asker 打开 2026-11-20 08:14:06');
  expect(document.querySelectorAll('[data-part="lanes"] .lane')).toHaveLength(2);
  expect(kept()).not.toMatch(everyName);
  await press(user, 'back');
  expect(page()).not.toMatch(everyName);
});

test('X-05 names tell when the feed of vehicles says something else than when they were asked for', async () => {
  const found = aCase([approved()]);
  const opened = answersOf(found)['tracing.open-names'];
  const changed: Answers = {
    'tracing.open-names': (input) => {
      const told = opened?.(input);
      return { ok: true, value: { ...(told && 'value' in told ? Object(told.value) : {}), feedChanged: true } };
    },
  };
  const { user } = await openCase(found, asker, changed);
  await press(user, 'open-names');
  expect((await screen.findByText(/车辆位置数据与申请名单时不同/)).getAttribute('role')).toBe('status');
});

test('W-26 W-27 the timeline shows the index rider’s vehicles as lanes, and each end that was inferred and each doubt in words', async () => {
  const { user } = await openCase(aCase([approved()]));
  expect(document.querySelector('[data-part="timeline"]')).toBeNull();
  await press(user, 'open-names');
  const rides = within(await screen.findByRole('table', { name: '病例本人的行程' }));
  expect(rides.getAllByRole('row')).toHaveLength(3);
  expect(rides.getByText('公交 2路 鄂A·12345')).toBeDefined();
  expect(rides.getByText('08:44–09:04')).toBeDefined();
  expect(rides.getByText('下车 推定：同类行程的通常时长')).toBeDefined();
  expect(rides.getByText('短时间内扫码人数超出可能')).toBeDefined();
  const lanes = [...document.querySelectorAll('[data-part="timeline"] [data-lane]')];
  expect(lanes.map((lane) => lane.getAttribute('data-lane'))).toEqual(['bus 420100.bus-2-07', 'taxi 420100.taxi-1']);
  expect(lanes.map((lane) => lane.querySelectorAll('rect').length)).toEqual([3, 2]);
});

test('W-26 a period in hours is sent with the case, and is told in words', async () => {
  const found = aCase([], { hours: { from: 6, to: 20 } });
  const { user, asked } = await openScreen(found, asker, { 'tracing.open-case': () => ({ ok: true, value: found }) });
  expect(screen.getByText('2026-11-18 06:00 至 2026-11-20 20:00')).toBeDefined();
  await press(user, 'open-case');
  await user.type(await screen.findByLabelText('案号'), 'WH-2026-009');
  await user.type(screen.getByLabelText('证件号码'), '420106199001010016');
  await user.selectOptions(screen.getByLabelText('首日从几点起'), '9');
  await user.selectOptions(screen.getByLabelText('末日到几点止'), '8');
  expect(screen.getByText('开始不能晚于结束。')).toBeDefined();
  await user.selectOptions(screen.getByLabelText('末日到几点止'), '');
  await user.click(document.querySelector('[data-part="confirm"] [data-act="confirm"]') ?? fail());
  await waitFor(() => expect(document.querySelector('[data-part="confirm"]')).toBeNull());
  expect(asked.find(({ name }) => name === 'tracing.open-case')?.input).toMatchObject({ hours: { from: 9, to: 24 } });
});

test('W-26 the list and the picture are narrowed by certainty and mode', async () => {
  const { user } = await openCase(aCase([approved()]));
  await press(user, 'open-names');
  await user.selectOptions(await screen.findByLabelText('把握'), 'proven');
  expect([...document.querySelectorAll('[data-rider]')].map((each) => each.getAttribute('data-rider'))).toEqual(['1']);
  await user.selectOptions(screen.getByLabelText('交通方式'), 'taxi');
  expect(screen.getByText('没有符合条件的行。')).toBeDefined();
  await user.selectOptions(screen.getByLabelText('把握'), '');
  expect(document.querySelectorAll('[data-part="lanes"] .lane')).toHaveLength(1);
});

test('X-05 further pages are opened by a touch each, since each is on record', async () => {
  const found = aCase([approved()]);
  const skips: unknown[] = [];
  const { user } = await openCase(found, asker, {
    'tracing.open-names': (input) => {
      skips.push(JSON.parse(JSON.stringify(input)).skip);
      const watermark = { officialId: asker.officialId, requestId: found.caseId, at: sampleAt };
      const riders = exposedRiders.slice(skips.length - 1, skips.length);
      return { ok: true, value: { riders, timeline, total: 2, opensUntil: sampleAt + hourMs, watermark } };
    },
  });
  await press(user, 'open-names');
  await user.click(await screen.findByText('再打开 1 人（记录）'));
  expect(await screen.findByText('共 2 人，已显示 2 人')).toBeDefined();
  expect(skips).toEqual([0, 1]);
  expect(has('more-names')).toBe(false);
});

test('X-05 when the time is over the names leave the screen by themselves', async () => {
  const found = aCase([approved()]);
  const watermark = { officialId: asker.officialId, requestId: found.caseId, at: sampleAt };
  const { user } = await openCase(found, asker, {
    'tracing.open-names': () => ({
      ok: true,
      value: { riders: exposedRiders, timeline, total: 2, opensUntil: sampleAt + 1, watermark },
    }),
  });
  await press(user, 'open-names');
  await waitFor(() => expect(has('open-names')).toBe(true));
  await act(async () => undefined);
  expect(page()).not.toMatch(everyName);
});

test('X-05 names are ended early with a reason, and a case is closed after saying what goes', async () => {
  const request = approved();
  const found = aCase([request]);
  const { user, asked } = await openCase(found, supervisor, {
    'tracing.end-request': () => ({ ok: true, value: {} }),
    'tracing.close-case': () => ({ ok: true, value: {} }),
  });
  await press(user, 'end');
  const confirm = () => within(screen.getByRole('dialog')).getByRole('button', { name: /提前关闭名单|结案/ });
  expect(confirm().hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText('理由（不写乘客姓名）'), '已通知');
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press(user, 'close-case');
  expect(screen.getByText(/所有名单立即关闭，不能恢复/)).toBeDefined();
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.filter(({ name }) => /end|close/.test(name)).map(({ input }) => input)).toEqual([
    { requestId: request.requestId, reason: '已通知' },
    { caseId: found.caseId },
  ]);
});

test.each(Object.entries(tracingFailures))(
  'X-05 the refusal %s is told in words where it was met',
  async (code, words) => {
    const failure = refusal({ code: 'names-not-open', retry: 'never', zh: words.zh, en: words.en });
    const { user } = await openCase(aCase([approved()]), asker, {
      'tracing.open-names': () => JSON.parse(JSON.stringify(failure).replace('names-not-open', code)),
    });
    await press(user, 'open-names');
    expect(await screen.findByText(words.zh)).toBeDefined();
    expect(page()).not.toMatch(everyName);
  },
);

test('X-05 W-28 a role that the city gave no key to is told so, and sees no case', async () => {
  show(<TracingScreen clock={() => sampleAt} />, {
    answers: {
      'tracing.list-cases': () => refusal({ code: 'trace-second-role-needed', retry: 'never', zh: '另', en: 'other' }),
    },
  });
  expect(await screen.findByText(/溯源由卫生部门办理和批准/, undefined, slow)).toBeDefined();
  expect(document.querySelector('table')).toBeNull();
});

test('what is searched for among the cases stays out of the address: somebody may type a name', async () => {
  const { user } = await openScreen(aCase());
  const search = document.querySelector<HTMLInputElement>('input[name="cases-find"]') ?? fail();
  await user.type(search, '张三');
  expect(await screen.findByText('没有符合条件的行。')).toBeDefined();
  expect(decodeURIComponent(location.href)).not.toContain('张三');
});

function fail(): never {
  throw new Error('it is not there');
}

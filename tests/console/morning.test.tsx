import { screen, within } from '@testing-library/react';
import type { OfficialRole } from '@tongcheng/shared/access';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { MorningSectionsProvider, morningSections } from '../../console/src/client/morning-sections';
import { isSeen } from '../../console/src/client/section';
import { MorningScreen } from '../../console/src/features/oversight/morning/morning-screen';
import { sections } from '../../console/src/sections';
import { departure } from './made-departure';
import { delivery, officialSession, recipient, report, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';

const yesterday = '2026-11-19';
const id = (last: string) => `01ARZ3NDEKTSV4RRFFQ69G5F${last}`;
const hours = (each: number) => Array.from({ length: 24 }, () => each);
const figures = (day: string, each: number) => ({
  ...{ day, asOf: sampleAt, scans: 12_345, leftOut: 0, byDecision: [], byMode: [], byHour: hours(each) },
  ...{ lastMinute: 3, rolloverHour: 0, refused: 7, letOn: 0 },
});
const cities = new Map([
  [
    '420100',
    { city: '420100', name: { zh: '武汉', en: 'Wuhan' }, capabilities: ['city' as const, 'coaches' as const] },
  ],
]);
const calm: Answers = {
  'rides.live-figures': (input) => ({
    ok: true,
    value: JSON.stringify(input).includes('2026-11-13') ? figures('2026-11-13', 100) : figures('2026-11-20', 104),
  }),
  'reports.list-reports': () => ({
    ok: true,
    value: { reports: [report(yesterday)], deliveries: [delivery(yesterday)] },
  }),
  'reports.list-recipients': () => ({ ok: true, value: { recipients: [recipient()] } }),
  'appeals.list-appeals': () => ({ ok: true, value: { appeals: [], waiting: 0, overdue: 0 } }),
  'oversight.list-rules': () => ({
    ok: true,
    value: { rules: [], proposals: [], named: { lines: [], venues: [], placeSets: [] } },
  }),
  'oversight.list-official-changes': () => ({ ok: true, value: { changes: [] } }),
  'oversight.get-operation': () => ({ ok: true, value: { services: [], timers: [], mail: { queued: 0, failed: 0 } } }),
};

const open = async (more: Answers = {}, roles: OfficialRole[] = ['administrator', 'bureau'], now = sampleAt) => {
  const session = officialSession({ roles });
  const seen = sections.filter((section) => isSeen(section, session, new Set(['city'])));
  const shown = show(
    <MorningSectionsProvider value={morningSections(seen, session)}>
      <MorningScreen clock={() => now} />
    </MorningSectionsProvider>,
    { answers: { ...calm, ...more }, session, cities },
  );
  await screen.findByText('时间均为北京时间（UTC+8）', undefined, { timeout: 20_000 });
  return shown;
};
const part = (kind: string) => {
  const found = document.querySelector<HTMLElement>(`[data-kind="${kind}"]`);
  return found ? within(found) : undefined;
};
const linkOf = (text: RegExp) => screen.getByText(text).getAttribute('href');

test('an empty morning says so, and tells what is done and how the day goes beside the same weekday before', async () => {
  await open();
  expect(screen.getByText(/没有出问题的事/)).toBeDefined();
  expect(part('wrong')).toBeUndefined();
  expect(part('waits')).toBeUndefined();
  expect(part('done')?.getByText('2026-11-19 的乘客日报已送达全部 1 位收件人的邮件服务器。')).toBeDefined();
  expect(part('course')?.getByText('到 8 时为止 832 次；上周同一天同时段 800 次（+4%）。')).toBeDefined();
  expect(linkOf(/今天到现在/)).toBe('/live');
});

test('a delivery that failed is told with the words of its answer and leads to the deliveries that failed', async () => {
  const failed = delivery(yesterday, {
    state: 'failed',
    lastAnswer: '550 5.1.1 no such user',
    recipient: 'a@b.example',
  });
  await open({
    'reports.list-reports': () => ({ ok: true, value: { reports: [report(yesterday)], deliveries: [failed] } }),
  });
  expect(part('wrong')?.getByText('2026-11-19 的报表没有送到 a@b.example：收件邮箱不存在或拒收')).toBeDefined();
  expect(linkOf(/没有送到/)).toBe('/reports?deliveries.state=failed');
});

test('a report that is missing is no fault before six in the morning, and one after', async () => {
  const none: Answers = { 'reports.list-reports': () => ({ ok: true, value: { reports: [], deliveries: [] } }) };
  const early = await open(none, ['bureau'], sampleAt - 4 * hourMs);
  expect(part('course')?.getByText(/还没有生成/)).toBeDefined();
  early.unmount();
  await open(none);
  expect(part('wrong')?.getByText('2026-11-19 的乘客日报没有生成。')).toBeDefined();
});

const green = {
  ...{ ruleId: 'wuhan-green', version: 1, city: '420100', from: sampleAt, requires: ['green-status' as const] },
  text: { zh: '凭绿码乘车。', en: 'Ride with a green status.' },
};
const waiting: Answers = {
  'reports.list-recipients': () => ({
    ok: true,
    value: {
      recipients: [
        recipient({ recipientId: 'r2', address: 'new@b.example', state: 'proposed', proposedBy: 'other' }),
        recipient({ recipientId: 'r3', address: 'own@b.example', state: 'proposed', proposedBy: 'o_1' }),
      ],
    },
  }),
  'appeals.list-appeals': () => ({ ok: true, value: { appeals: [], waiting: 3, overdue: 1 } }),
  'oversight.list-rules': () => ({
    ok: true,
    value: {
      rules: [green],
      proposals: [
        {
          ...{ proposalId: id('21'), change: { kind: 'end', ruleId: 'wuhan-green', at: sampleAt }, reason: '试' },
          ...{ proposedBy: 'other', proposedAt: sampleAt, expiresAt: sampleAt + hourMs },
        },
      ],
      named: { lines: [], venues: [], placeSets: [] },
    },
  }),
};

test('what waits for the reader is told with its time, what they proposed themselves is not', async () => {
  await open(waiting);
  expect(part('waits')?.getByText('新增收件人 new@b.example，等您批准或否决。')).toBeDefined();
  expect(screen.queryByText(/own@b.example/)).toBeNull();
  expect(part('waits')?.getByText('结束准入规则“凭绿码乘车。”，等您批准或否决。')).toBeDefined();
  expect(part('waits')?.getByText('请在 11-20 09:14 前处理')).toBeDefined();
  expect(part('wrong')?.getByText('1 条申诉已超过答复时限。')).toBeDefined();
  expect(part('waits')?.getByText('2 条申诉等待答复。')).toBeDefined();
});

test('a role is told only of what it may see, and of an auditor nothing waits', async () => {
  const { asked, unmount } = await open(waiting, ['operator']);
  expect([...new Set(asked.map(({ name }) => name))].sort()).toEqual(['oversight.list-rules', 'rides.live-figures']);
  unmount();
  await open(waiting, ['auditor']);
  expect(part('waits')).toBeUndefined();
});

test('a section that could not be read is something wrong, with the reason', async () => {
  await open({
    'reports.list-recipients': () =>
      refusal({ code: 'too-many-requests', zh: '请求太多。', en: 'Too many requests.', retry: 'later' }),
  });
  expect(part('wrong')?.getByText('“收件人”没有读到：请求太多。')).toBeDefined();
});

const lacking = { code: 'capability-absent', retry: 'never', zh: '本市没有。', en: 'Not here.' } as const;
const calmCoaches: Answers = {
  'coaches.list-extracts': () => refusal(lacking),
  'oversight.list-invitations': () => ({ ok: true, value: { invitations: [] } }),
};
const openWithCoaches = async (answers: Answers) => {
  const session = officialSession({ roles: ['bureau'] });
  const seen = sections.filter((section) => isSeen(section, session, new Set(['city', 'coaches'])));
  const shown = show(
    <MorningSectionsProvider value={morningSections(seen, session)}>
      <MorningScreen clock={() => sampleAt} />
    </MorningSectionsProvider>,
    { answers: { ...calm, ...calmCoaches, ...answers }, session, cities },
  );
  await screen.findByText('时间均为北京时间（UTC+8）', undefined, { timeout: 20_000 });
  return shown;
};

test('what the city that is looked at has not tells nothing: it is no fault', async () => {
  await openWithCoaches({ 'coaches.list-day-departures': () => refusal(lacking) });
  expect(screen.getByText(/没有出问题的事/)).toBeDefined();
  expect(part('wrong')).toBeUndefined();
});

const listing = (departures: DayDeparture[], dueDay: readonly DayDeparture[] = []): Answers => ({
  'coaches.list-day-departures': (input) => {
    const { day } = Asked.parse(input);
    const told = day === '2026-11-18' ? [...dueDay] : departures;
    return { ok: true, value: { departures: told, forgotten: false, ledgersDue: '2026-11-18' } };
  },
});
const Asked = z.object({ day: z.string() });

test('L-09 departures that await their ledger are on course; those of the day whose ledgers were due are told', async () => {
  const awaited = departure({ standing: 'ledger-awaited', ledgerBy: 0 });
  const { unmount } = await openWithCoaches(
    listing([awaited, departure({ standing: 'complete' }), departure({ standing: 'voluntary' })], [awaited]),
  );
  expect(part('wrong')).toBeUndefined();
  expect(part('course')?.getByText('2026-11-19 有 1 个班次待纸质台账（共 2 班），其余登记完整。')).toBeDefined();
  expect(linkOf(/待纸质台账/)).toBe('/coaches?coaches.day=2026-11-19&departures.state=ledger-awaited');
  unmount();
  await openWithCoaches(listing([departure({ standing: 'complete' })], [departure({ lacks: 'ledger' }), departure()]));
  expect(part('wrong')?.getByText('2026-11-18 有 1 个班次的纸质台账过期未到或没有登记齐。')).toBeDefined();
  expect(linkOf(/过期未到/)).toBe('/coaches?coaches.day=2026-11-18&departures.state=incomplete');
});

test('L-10 incomplete departures of yesterday are told and lead to their list; cancelled ones count as none', async () => {
  const { unmount } = await openWithCoaches(
    listing([
      departure(),
      departure({ standing: 'complete' }),
      departure({ phase: 'cancelled', standing: 'cancelled' }),
    ]),
  );
  expect(part('wrong')?.getByText('2026-11-19 有 1 个班次登记不完整（共 2 班）。')).toBeDefined();
  expect(linkOf(/登记不完整/)).toBe('/coaches?coaches.day=2026-11-19&departures.state=incomplete');
  unmount();
  const copied = await openWithCoaches(
    listing([
      departure({ standing: 'complete', offRoute: 2 }),
      departure({ phase: 'cancelled', standing: 'cancelled', offRoute: 1 }),
    ]),
  );
  expect(part('wrong')?.getByText(/^2026-11-19 有 2 人在远离线路的地方登记（1 个班次）/)).toBeDefined();
  expect(linkOf(/远离线路/)).toBe('/coaches?coaches.day=2026-11-19&departures.state=off-route');
  copied.unmount();
  await openWithCoaches(listing([departure({ standing: 'complete' })]));
  expect(part('wrong')).toBeUndefined();
  expect(part('done')?.getByText('2026-11-19 的 1 个班次全部登记完整。')).toBeDefined();
});

test('a report that the city does not get is not missed: only those of what it has switched on', async () => {
  const none = (subjects: string[]): Answers => ({
    'coaches.list-day-departures': () => ({
      ok: true,
      value: { departures: [], forgotten: false, ledgersDue: '2026-11-18' },
    }),
    'reports.list-reports': () => ({ ok: true, value: { reports: [], deliveries: [], subjects } }),
  });
  const { unmount } = await openWithCoaches(none(['coaches']));
  expect(part('wrong')?.getByText('2026-11-19 的客运班次乘客日报没有生成。')).toBeDefined();
  expect(part('wrong')?.queryByText('2026-11-19 的乘客日报没有生成。')).toBeNull();
  unmount();
  await openWithCoaches(none(['rides']));
  expect(part('wrong')?.getByText('2026-11-19 的乘客日报没有生成。')).toBeDefined();
});

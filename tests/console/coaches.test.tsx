import { Blob as NodeBlob } from 'node:buffer';
import { TextDecoder as NodeDecoder } from 'node:util';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createClient, type Transport } from '@tongcheng/shared/client';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { dayOf } from '@tongcheng/shared/time';
import { CoachesScreen } from '../../console/src/features/coaches/coaches-screen';
import { dayColumns } from '../../console/src/features/coaches/departure-columns';
import { fileRows } from '../../console/src/features/coaches/file-rows';
import { checkLedger } from '../../console/src/features/coaches/ledger/check-ledger';
import type { Say } from '../../console/src/ui/language';
import { departure, figures } from './made-departure';
import { sampleAt, sampleId, type ValueOf } from './samples';
import { type Answers, show } from './screens';

// Browsers have it, jsdom not.
Object.assign(globalThis, { TextDecoder: NodeDecoder });

const clock = () => sampleAt;
const complete = departure({
  ...{ complete: true, standing: 'complete', serviceNumber: 'K8', origin: { name: '傅家坡客运站' } },
  figures: { ...figures, registered: 34, missing: 0 },
});
const listing = (departures: readonly DayDeparture[], forgotten = false): Answers => ({
  'coaches.list-day-departures': () => ({
    ok: true,
    value: { departures: [...departures], forgotten, ledgersDue: '2026-11-18' },
  }),
});
const shownNumbers = () => screen.queryAllByText(/^K\d$/).map(({ textContent }) => textContent);

test('L-10 departures of a day with their figures, filtered by completeness', async () => {
  const user = userEvent.setup();
  show(<CoachesScreen clock={clock} />, { answers: listing([departure(), complete]) });
  await screen.findByText('2 个班次，实载 68 人，登记 65 人，1 个班次不完整');
  expect(shownNumbers()).toEqual(['K7', 'K8']);
  await user.click(screen.getByRole('radio', { name: '不完整' }));
  await waitFor(() => expect(shownNumbers()).toEqual(['K7']));
});

test('L-01 L-09 what awaits its ledger or need not be registered is no incomplete one, and can be looked for', async () => {
  const user = userEvent.setup();
  const awaited = departure({
    ...{ departureId: sampleId(sampleAt + 1), serviceNumber: 'K8', standing: 'ledger-awaited', ledgerBy: sampleAt },
  });
  const voluntary = departure({
    ...{ departureId: sampleId(sampleAt + 2), serviceNumber: 'K9', standing: 'voluntary', lineClass: 4 },
  });
  const overdue = departure({ lacks: 'ledger', ledgerBy: sampleAt });
  show(<CoachesScreen clock={clock} />, { answers: listing([overdue, awaited, voluntary]) });
  await screen.findByText(/1 个班次不完整$/);
  expect(screen.getByText(/^另有 1 个班次的车站用纸质台账/)).toBeDefined();
  expect(screen.getByText(/^另有 1 个班次不在登记范围/)).toBeDefined();
  expect(screen.getByText('不完整 · 台账过期未到')).toBeDefined();
  const say: Say = (text, fills = {}) => `${text.zh} ${fills.n ?? ''}`;
  const kind = dayColumns(say).find(({ id }) => id === 'kind');
  expect(kind?.text(voluntary, say)).toBe('{n} 类班线 4');
  for (const [name, numbers] of [
    ['待台账', ['K8']],
    ['自愿登记', ['K9']],
    ['不完整', ['K7']],
  ] as const) {
    await user.click(screen.getByRole('radio', { name }));
    await waitFor(() => expect(shownNumbers()).toEqual(numbers));
  }
});

test('L-10 departures by operator, by line and by registrant: incomplete, late, registered by staff', async () => {
  const user = userEvent.setup();
  const told = { operatorId: 'op-1', operator: '演示客运一', staffId: 'staff-00001', staff: '演示司乘甲' };
  const next = (order: number) =>
    departure({ departureId: sampleId(sampleAt + order), confirmed: { ...told, late: order === 1 } });
  const others = [
    departure({
      ...complete,
      departureId: sampleId(sampleAt + 7),
      confirmed: { operatorId: 'op-2-abcde', late: false },
      offRoute: 3,
    }),
    departure({ departureId: sampleId(sampleAt + 8), serviceNumber: 'K9', phase: 'cancelled', standing: 'cancelled' }),
  ];
  show(<CoachesScreen clock={clock} />, { answers: listing([next(1), next(2), ...others]) });
  const rows = () =>
    [...document.querySelectorAll('[data-group]')].map((row) =>
      [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
    );
  await user.click(await screen.findByRole('radio', { name: '按运营单位' }));
  await waitFor(() =>
    expect(rows()).toEqual([
      ['演示客运一', '2', '2', '1', '68', '62', '4', '0'],
      ['司乘未确认或来自台账', '1', '0', '0', '34', '31', '2', '0'],
      ['未列名 …abcde', '1', '0', '0', '34', '34', '2', '3'],
    ]),
  );
  await user.click(screen.getByRole('radio', { name: '按线路' }));
  await waitFor(() => expect(rows().map(([name]) => name)).toContain('K8 · 傅家坡客运站 → 宜昌'));
  await user.click(screen.getByRole('radio', { name: '按登记人' }));
  await waitFor(() => expect(rows()[0]?.slice(0, 4)).toEqual(['演示司乘甲 · 演示客运一', '2', '2', '1']));
});

test('X-16 a code that may be shown in another coach: said above the table, found by a filter, told in the story', async () => {
  const user = userEvent.setup();
  const doubted = departure({ ...complete, departureId: sampleId(sampleAt + 1), offRoute: 2 });
  const event = {
    ...{ kind: 'registered', at: sampleAt, recordedAt: sampleAt, teller: 'account' as const, source: 'typed' as const },
    ...{ unfitting: false, offRoute: 'under-200-km' as const },
  };
  const answers: Answers = {
    ...listing([departure(), doubted]),
    'coaches.tell-departure': () => ({ ok: true, value: { departure: doubted, events: [event] } }),
  };
  const { unmount } = show(<CoachesScreen clock={clock} />, { answers });
  await screen.findByText(/^1 个班次有乘客登记时手机远离线路（共 2 人）/);
  screen.getByText('完整 · 2 人离线路远');
  await user.click(screen.getByRole('radio', { name: '离线路远' }));
  await waitFor(() => expect(shownNumbers()).toEqual(['K8']));
  await user.click(screen.getByRole('button', { name: '过程' }));
  await screen.findByText('登记一名乘客 · 扫码填报 · 手机离线路 50 至 200 公里');
  unmount();
  const plain = show(<CoachesScreen clock={clock} />, { answers: listing([complete]) });
  await screen.findByText(/^1 个班次，实载/);
  expect(document.querySelector('[data-part="off-route-sum"]')).toBeNull();
  // The filter stands in the address, which the next test finds as it is.
  await user.click(screen.getByRole('radio', { name: '全部' }));
  plain.unmount();
});

test('L-04 the bureau sees how many tickets came and those of no departure, and nothing where none came', async () => {
  const services = [{ service: 'K9', departsAt: sampleAt, tickets: 2 }];
  const tickets = (sold: number): Answers => ({
    ...listing([departure()]),
    'coaches.count-tickets': () => ({ ok: true, value: { sold, unmatched: 2, services } }),
  });
  const { unmount } = show(<CoachesScreen clock={clock} />, { answers: tickets(31) });
  await screen.findByText(/售票系统交来车票 31 张，其中 2 张没有对应的班次。/);
  screen.getByText(/K9 \d\d:\d\d：2 张/);
  unmount();
  show(<CoachesScreen clock={clock} />, { answers: tickets(0) });
  await screen.findByText('K7');
  expect(screen.queryByText(/售票系统/)).toBeNull();
});

test('a day that is forgotten says so; an empty one too', async () => {
  const { unmount } = show(<CoachesScreen clock={clock} />, { answers: listing([], true) });
  await screen.findByText(/密钥已销毁/);
  unmount();
  show(<CoachesScreen clock={clock} />, { answers: listing([]) });
  await screen.findByText('这一天还没有班次登记。');
});

test('the story of a departure says what happened, by whom, and what came late', async () => {
  const user = userEvent.setup();
  const events: ValueOf<'coaches.tell-departure'>['events'] = [
    { kind: 'opened', at: sampleAt, recordedAt: sampleAt, teller: 'crew', aboard: 34, unfitting: false },
    {
      kind: 'registered',
      at: sampleAt,
      recordedAt: sampleAt + 600_000,
      teller: 'ledger',
      source: 'ledger',
      seat: '7',
      unfitting: false,
    },
  ];
  const answers: Answers = {
    ...listing([departure()]),
    'coaches.tell-departure': () => ({ ok: true, value: { departure: departure(), events } }),
  };
  show(<CoachesScreen clock={clock} />, { answers, language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Story' }));
  await screen.findByText('Departure confirmed · Aboard 34 · crew or operator');
  screen.getByText('A passenger registered · #7 · Ledger · received 11-20 08:24:06');
});

/** A file as a browser reads it, piece by piece: jsdom's own cannot. */
function fileOf(text: string, name: string): File {
  const content = new NodeBlob([text]);
  return Object.assign(new File([text], name), {
    slice: (from?: number, to?: number) => content.slice(from, to),
    stream: () => content.stream(),
  });
}

const csv = [
  '发车时间,车牌,目的地,姓名,证件类型,证件号,备注',
  '2026-11-19 14:20,鄂A12345,宜昌,演示甲,护照,E80000001,a',
  '2026-11-19 14:20,鄂A12345,宜昌,演示乙,护照,E80000002,b',
  '2026-11-19 14:20,鄂I2345,宜昌,演示丙,护照,E80000003,c',
].join('\r\n');

test('L-09 a ledger is read, its bad row corrected on screen, then filed once with what came of each row', async () => {
  const user = userEvent.setup();
  const { asked } = show(<CoachesScreen clock={clock} />, {
    answers: {
      ...listing([]),
      'coaches.file-ledger': () => ({
        ok: true,
        value: { items: [{ ok: true, departureId: sampleId(sampleAt), passengers: ['filed', 'same', 'filed'] }] },
      }),
    },
  });
  await screen.findByText('这一天还没有班次登记。');
  await user.upload(screen.getByLabelText('台账文件'), fileOf(csv, 'ledger.csv'));
  await screen.findByText('2 行可以入库，1 行有问题。涉及 1 个班次。');
  screen.getByText('不认识的列，没有读取：备注');
  const field = screen.getByLabelText('车牌号');
  await user.clear(field);
  await user.type(field, '鄂A12345{Enter}');
  await screen.findByText('3 行可以入库，0 行有问题。涉及 1 个班次。');
  await user.click(screen.getByRole('button', { name: '入库 3 行' }));
  await screen.findByText('新登记 2 行，以前已登记 1 行，未登记 0 行。');
  const sent = asked.filter(({ name }) => name === 'coaches.file-ledger');
  expect(sent).toMatchObject([
    {
      input: {
        city: '420100',
        departures: [{ aboard: 3, departure: { plate: '鄂A12345' }, passengers: [{}, {}, {}] }],
      },
    },
  ]);
});

test('L-09 a file that is no ledger is refused with the reason and what to do', async () => {
  const user = userEvent.setup();
  show(<CoachesScreen clock={clock} />, { answers: listing([]) });
  await screen.findByText('这一天还没有班次登记。');
  await user.upload(screen.getByLabelText('台账文件'), fileOf('姓名,电话\n甲,1\n', 'x.csv'));
  expect((await screen.findByText(/找不到这些列/)).textContent).toContain('车牌号');
});

test('L-09 filing that is stopped keeps what was sent and says so; reading that is stopped leaves nothing', async () => {
  const rows = Array.from({ length: 450 }, (_, at) => `2026-11-19 14:20,鄂A12345,宜昌,演示甲,护照,E8${1_000_000 + at}`);
  const text = ['发车时间,车牌,目的地,姓名,证件类型,证件号', ...rows].join('\r\n');
  const { good } = await checkLedger(fileOf(text, 'long.csv'), dayOf(sampleAt), () => undefined);
  expect(good).toHaveLength(450);
  const transport: Transport = async () => ({
    status: 200,
    body: {
      ok: true,
      value: { items: [{ ok: true, departureId: sampleId(sampleAt), passengers: Array(200).fill('filed') }] },
    },
  });
  let sent = 0;
  const told = (all: number) => {
    sent = all;
  };
  const client = createClient(transport, () => undefined);
  expect(await fileRows(client, '420100', good, told, () => sent < 200)).toEqual({
    ...{ filed: 200, same: 0, refused: [], isHalted: true },
  });
  const halt = () => {
    throw new Error('no longer read');
  };
  await expect(checkLedger(fileOf(text, 'long.csv'), dayOf(sampleAt), halt)).rejects.toThrow('no longer read');
});

test('columns that few look at are shown once chosen, which stands in the address; with none hidden too', async () => {
  const user = userEvent.setup();
  show(<CoachesScreen clock={clock} />, { answers: listing([departure(), complete]) });
  await screen.findByText('少 3');
  const heads = () => [...document.querySelectorAll('thead th')].map(({ textContent }) => textContent);
  expect(heads()).toContain('到站核验');
  expect(heads()).not.toContain('类型');
  await user.click(screen.getByRole('button', { name: '选择列' }));
  await user.click(await screen.findByRole('checkbox', { name: '类型' }));
  expect(heads()).toContain('类型');
  expect(new URLSearchParams(window.location.search).get('departures.hide')).toBe('by-staff');
  await user.click(screen.getByRole('checkbox', { name: '代登记' }));
  expect(heads()).toContain('代登记');
  expect(new URLSearchParams(window.location.search).get('departures.hide')).toBe('-');
});

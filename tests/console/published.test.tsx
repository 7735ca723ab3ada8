import { act, fireEvent, screen, within } from '@testing-library/react';
import { figuresCsv } from '../../console/src/published/figures-file';
import { PublishedApp } from '../../console/src/published/published-app';
import { aCityView } from '../world/records';
import { type Answers, show } from './screens';

const line = { mode: 'metro', line: 'M2', lineName: { zh: '2号线', en: 'Line 2' } } as const;
const rows = [
  { boardings: 1_250 },
  { mode: 'metro', boardings: 1_200 },
  { ...line, boardings: 1_100 },
  { ...line, hour: 8, boardings: 900 },
  { ...line, hour: 8, stop: 'hankou', stopName: { zh: '汉口站', en: 'Hankou' }, boardings: 700 },
  { ...line, hour: 8, rest: true, boardings: 200 },
  { ...line, rest: true, boardings: 200 },
  { mode: 'metro', rest: true, boardings: 100 },
  { rest: true, boardings: 50 },
] as const;
const certificate = {
  day: '2026-10-30',
  class: 'city',
  counts: { scans: 20_000, refusals: 12 },
  countedAt: 1,
  destroyedAt: Date.UTC(2026, 10, 29, 16, 5),
  cause: 'retention',
  signed: 'a.b.c',
} as const;
const key = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'k' } as const;

const told: Answers = {
  'venues.get-city': () => ({ ok: true, value: aCityView({ capabilities: ['city', 'tracing'] }), serverAt: 0 }),
  'publications.ridership': () => ({
    ok: true,
    value: {
      days: ['2026-11-29', '2026-11-28'],
      figures: { day: '2026-11-29', publishedAt: 0, smallestCell: 10, rows: [...rows] },
    },
    serverAt: 0,
  }),
  'publications.tracings': () => ({
    ok: true,
    value: { rows: [{ month: '2026-11', purpose: 'confirmed-case', cases: 3, requests: 2, released: 1 }] },
    serverAt: 0,
  }),
  'publications.deletions': () => ({ ok: true, value: { key, rows: [certificate], next: 'earlier' }, serverAt: 0 }),
};

const open = async (answers: Answers = told) => {
  const shown = show(<PublishedApp city={undefined} />, { answers });
  await act(async () => undefined);
  await act(async () => undefined);
  return shown;
};
const cells = (of: HTMLElement) =>
  within(of)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

test('X-10 anybody sees boardings by line, and by hour and stop when asked; what is not told apart is called the rest', async () => {
  await open();
  expect(screen.getByRole('rowheader', { name: '全市' })).toBeTruthy();
  expect(screen.queryByText('8:00–9:00')).toBeNull();
  fireEvent.change(screen.getByLabelText('细分到'), { target: { value: 'stop' } });
  const figures = within(screen.getByLabelText('客流')).getAllByRole('row');
  expect(figures).toHaveLength(rows.length + 1);
  expect(cells(figures[5] ?? document.body)).toEqual(['2号线', '8:00–9:00', '汉口站', '700']);
  expect(cells(figures[6] ?? document.body)).toEqual(['2号线', '8:00–9:00', '其余', '200']);
  expect(cells(figures[8] ?? document.body)).toEqual(['其余', '', '', '100']);
  fireEvent.change(screen.getByLabelText('查找线路或车站'), { target: { value: '汉口' } });
  expect(screen.queryByText('8:00–9:00')).toBeTruthy();
  expect(screen.queryAllByText('其余')).toHaveLength(1);
});

test('X-10 X-03 tracings by purpose and certificates stand beside it, each with its words; earlier ones are a page on', async () => {
  const { asked } = await open();
  expect(screen.getByRole('rowheader', { name: '2026-11' }).parentElement?.textContent).toBe('2026-11确诊病例321');
  expect(screen.getByRole('rowheader', { name: '2026-10-30' }).parentElement?.textContent).toMatch(
    /市内乘车20,0122026-11-30 00:05未知/,
  );
  fireEvent.click(screen.getByRole('button', { name: '更早的' }));
  await act(async () => undefined);
  expect(asked.at(-1)).toEqual({
    name: 'publications.deletions',
    input: { city: '420100', limit: 31, after: 'earlier' },
  });
});

test('X-10 before the first day is published, and where too few rode, the page says so', async () => {
  const none = await open({
    ...told,
    'publications.ridership': () => ({ ok: true, value: { days: [] }, serverAt: 0 }),
  });
  expect(screen.getByText(/还没有公布的日子/)).toBeTruthy();
  none.unmount();
  const figures = { day: '2026-11-29', publishedAt: 0, smallestCell: 10, rows: [] };
  await open({
    ...told,
    'publications.ridership': () => ({ ok: true, value: { days: ['2026-11-29'], figures }, serverAt: 0 }),
  });
  expect(screen.getByText(/全市乘客太少/)).toBeTruthy();
});

test('X-10 the file of a day has a line a row, and no cell that a spreadsheet program takes for a formula', () => {
  const text = figuresCsv('2026-11-29', [{ ...line, lineName: { zh: '=1+1', en: 'a "b", c' }, hour: 8, boardings: 7 }]);
  expect(text.split('\r\n')).toEqual([
    '\uFEFFday,mode,line,line_zh,line_en,hour,stop,stop_zh,stop_en,rest,boardings',
    `2026-11-29,metro,M2,'=1+1,"a ""b"", c",8,,,,0,7`,
    '',
  ]);
});

import { fireEvent, screen, within } from '@testing-library/react';
import { LiveFiguresScreen } from '../../console/src/features/rides/live-figures-screen';
import { sampleAt, type ValueOf } from './samples';
import { type Answers, show } from './screens';

const [today, weekBefore] = ['2026-11-20', '2026-11-13'];
const byHour = (counts: Readonly<Record<number, number>>) => Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);

const figures = (day: string): ValueOf<'rides.live-figures'> => ({
  day,
  asOf: sampleAt,
  scans: day === today ? 330 : 900,
  leftOut: 0,
  byDecision: [{ decision: 'admit', scans: 330 }],
  byMode: [
    { mode: 'bus', scans: day === today ? 110 : 450 },
    { mode: 'metro', scans: day === today ? 220 : 450 },
  ],
  // It is a quarter past eight: the eighth hour is not over, and what stands at one o'clock is of the night after.
  byHour: byHour(day === today ? { 6: 100, 7: 200, 8: 30 } : { 1: 50, 6: 100, 7: 150, 8: 600 }),
  rolloverHour: 3,
  lastMinute: 4,
  refused: 0,
  letOn: 0,
});

const load: ValueOf<'rides.line-load'> = {
  day: today,
  asOf: sampleAt,
  lines: [{ lineId: 'M2', mode: 'metro', name: { zh: '2号线', en: 'Line 2' } }],
  lineId: 'M2',
  places: [
    { venueId: 'one', kind: 'station', name: { zh: '汉口北站', en: 'Hankoubei' }, boarded: 1200, alighted: 0 },
    { venueId: 'two', kind: 'station', name: { zh: '江汉路站', en: 'Jianghan Road' }, alighted: 0, shared: true },
  ],
};

const answers: Answers = {
  'rides.live-figures': (input) => ({
    ok: true,
    value: figures(JSON.stringify(input).includes(weekBefore) ? weekBefore : today),
  }),
  'rides.line-load': () => ({ ok: true, value: load }),
};
const open = () => show(<LiveFiguresScreen clock={() => sampleAt} />, { answers });
const part = (name: string) => within(document.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? document.body);
const cellsOf = (row: HTMLElement | null) => [...(row?.closest('tr')?.cells ?? [])].map((cell) => cell.textContent);

test('X-12 the day stands against the same weekday a week before, over the hours that are over', async () => {
  const { asked } = open();
  await screen.findByText('到 8 时：300 次；上周同日（2026-11-13）同一时段 250 次，+20.0%。');
  expect(asked.map(({ input }) => input)).toContainEqual({ city: '420100', day: weekBefore });
  const hours = part('by-hour');
  expect(hours.getByRole('img').getAttribute('aria-label')).toContain('+20.0%');
  expect(cellsOf(hours.getByText('7–8'))).toEqual(['7–8', '200', '150']);
  expect(
    hours
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent)
      .slice(0, 2),
  ).toEqual(['3–4', '4–5']);
  expect(cellsOf(part('by-mode').getByText('公交'))).toEqual(['公交', '110', '33.3%', '50.0%']);
});

test('X-09 each chart is a table for whoever wants one, and the address says so', async () => {
  open();
  const hours = part('by-hour');
  await screen.findByText(/上周同日（2026-11-13）同一时段/);
  const button = part('by-hour').getByText('看数字表');
  expect(button.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(hours.queryByRole('img', { name: /上周同日/ })).toBeNull();
  expect(window.location.search).toBe('?by-hour.as=table');
});

test('X-04 a line’s load names its stops; a few people are told as few, an interchange as one', async () => {
  const { asked } = open();
  await screen.findByText('* 换乘站，含其他线路。');
  const strip = part('line-load');
  expect(cellsOf(strip.getByText('汉口北站'))).toEqual(['汉口北站', '1,200']);
  expect(cellsOf(strip.getByText('江汉路站 *'))).toEqual(['江汉路站 *', '<5']);
  expect(asked.filter(({ name }) => name === 'rides.line-load').map(({ input }) => input)).toEqual([
    { city: '420100' },
  ]);
});

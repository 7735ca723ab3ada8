import { screen, within } from '@testing-library/react';
import { linkedRows } from '../../console/src/features/cards/linked-rows';
import { ProgressScreen } from '../../console/src/features/cards/progress-screen';
import { type Answers, show } from './screens';

const kinds = [
  { kind: 'yikatong', name: { zh: '一卡通', en: 'Yikatong' } },
  { kind: 'phone-card', name: { zh: '手机卡', en: 'Phone card' } },
];
const counted = (day: string, yikatong: number, phone: number, others = 0) => ({
  day,
  kinds: [
    { kind: 'yikatong', linked: yikatong },
    { kind: 'phone-card', linked: phone },
  ],
  others,
});
const answers = (days: readonly ReturnType<typeof counted>[]): Answers => ({
  'cards.linking-progress': () => ({ ok: true, value: { asOf: 0, kinds, days: [...days] }, serverAt: 0 }),
});
const clock = () => Date.UTC(2026, 10, 30, 4);

test('B-12 cards linked by kind and day, with sums, a chart and a table; two weeks unless others are asked for', async () => {
  const days = [counted('2026-11-30', 1_200, 34, 5), counted('2026-11-29', 300, 0)];
  const { asked } = show(<ProgressScreen clock={clock} />, { answers: answers(days) });
  expect(await screen.findByText('按日期和卡种')).toBeTruthy();
  expect(asked[0]?.input).toEqual({ city: '420100', from: '2026-11-16', to: '2026-11-30' });
  const figure = (name: string) => document.querySelector(`[data-figure="${name}"] dd`)?.textContent;
  expect([figure('all'), figure('yikatong'), figure('phone-card')]).toEqual(['1,539', '1,500', '34']);
  const row = document.querySelector<HTMLElement>('tr[data-day="2026-11-30"][data-kind="others"]');
  expect(within(row ?? document.body).getByText('本市已不再办理的卡种')).toBeTruthy();
  expect(document.querySelector('tr[data-day="2026-11-29"][data-kind="phone-card"]')).toBeNull();
  expect(document.querySelector('[data-part="linked-by-day"]')).not.toBeNull();
});

test('B-12 days without any say so', async () => {
  show(<ProgressScreen clock={clock} />, { answers: answers([counted('2026-11-30', 0, 0)]) });
  expect(await screen.findByText('这段时间没有绑定过卡。')).toBeTruthy();
});

test('B-12 a row for each day and kind of which any was linked, none for the rest', () => {
  const rows = linkedRows({ asOf: 0, kinds, days: [counted('2026-11-30', 2, 0, 1)] });
  expect(rows.map(({ kind, linked }) => [kind, linked])).toEqual([
    ['yikatong', 2],
    ['others', 1],
  ]);
});

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { RefusalsScreen } from '../../console/src/features/rides/refusals-screen';
import { sampleAt, type ValueOf } from './samples';
import { type Answers, show } from './screens';

const dayIn = (input: unknown) => /"day":"([\d-]+)"/.exec(JSON.stringify(input))?.[1] ?? '2026-11-20';
const list = (day: string): ValueOf<'rides.list-refusals'> => ({
  day,
  asOf: sampleAt,
  refused: 3,
  letOn: 1,
  rows: [
    {
      mode: 'metro',
      line: { zh: '2号线', en: 'Line 2' },
      outcome: 'refused',
      by: 'verdict',
      why: { zh: '红码', en: 'Red' },
      people: 3,
    },
    { mode: 'taxi', outcome: 'let-on', by: 'staff', why: { zh: '急事', en: 'Emergency' }, people: 1 },
  ],
});

const open = (
  address: string,
  answer: Answers['rides.list-refusals'] = (input) => ({ ok: true, value: list(dayIn(input)) }),
) => {
  window.history.replaceState(null, '', `/?${address}`);
  const shown = show(<RefusalsScreen clock={() => sampleAt} />, { answers: { 'rides.list-refusals': answer } });
  return { ...shown, askedDays: () => shown.asked.map(({ input }) => input) };
};
const days = () => [...document.querySelectorAll('tr[data-day]')].map((row) => row.getAttribute('data-day'));
const range = 'refusals.from=2026-11-18&refusals.to=2026-11-20';

test('W-04 refusals of a range are one table by day, line and reason, narrowed to an outcome', async () => {
  const { askedDays } = open(range);
  await waitFor(() => expect(days()).toHaveLength(6));
  expect(askedDays()).toEqual(['2026-11-20', '2026-11-19', '2026-11-18'].map((day) => ({ city: '420100', day })));
  expect(document.querySelector('[data-figure="refused"] dd')?.textContent).toBe('9');
  fireEvent.click(screen.getByRole('radio', { name: '例外放行' }));
  await waitFor(() => expect(days()).toEqual(['2026-11-20', '2026-11-19', '2026-11-18']));
  await screen.findByText('筛选后共 3 人次');
  expect(window.location.search).toContain('refusals.outcome=let-on');
});

test('without a range the day that goes on is asked for, which only the server knows', async () => {
  const { askedDays } = open('');
  await waitFor(() => expect(days()).toHaveLength(2));
  expect(askedDays()).toEqual([{ city: '420100' }]);
});

test('reading a range can be stopped; what was read stays, and it is said that there is more', async () => {
  const { askedDays } = open(range, (input) => {
    if (dayIn(input) === '2026-11-19') fireEvent.click(screen.getByText('停止'));
    return { ok: true, value: list(dayIn(input)) };
  });
  await screen.findByText('已停止：只有 3 天中的 1 天。');
  expect(days()).toEqual(['2026-11-20', '2026-11-20']);
  expect(askedDays()).toHaveLength(2);
});

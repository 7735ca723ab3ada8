import { epochAfter, epochAt } from '@tongcheng/shared/gates/epoch';
import { dayMs, hourMs } from '@tongcheng/shared/time';

const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['2022-05-30T03:00:00', '2022-22'],
  ['2022-05-30T02:59:59', '2022-21'],
  ['2022-06-05T23:00:00', '2022-22'],
  // Years of ISO weeks: the first of January may be of the year before, the last days of December of the next.
  ['2022-01-01T12:00:00', '2021-52'],
  ['2021-01-01T12:00:00', '2020-53'],
  ['2024-12-31T12:00:00', '2025-01'],
  ['2026-12-01T00:00:00', '2026-49'],
])('B-11 %s in Shanghai lies in week %s', (when, name) => {
  expect(epochAt(at(when)).name).toBe(name);
});

test('B-11 weeks follow one another without a gap and are named in order, whatever the year', () => {
  let week = epochAt(at('2019-12-01T00:00:00'));
  for (let i = 0; i < 400; i += 1) {
    const next = epochAfter(week);
    expect(week.endsAt - week.startsAt).toBe(7 * dayMs);
    expect(next.startsAt).toBe(week.endsAt);
    expect(next.name > week.name).toBe(true);
    expect(epochAt(next.startsAt - 1)).toEqual(week);
    expect(epochAt(week.startsAt + 100 * hourMs)).toEqual(week);
    week = next;
  }
});

import { useMemo } from 'react';
import {
  type ChartOption,
  categoryAxis,
  countAxis,
  fullBar,
  hollowBar,
  plotBelow,
  sharedOption,
} from '../../kit/charts/chart-option';
import { ChartSheet } from '../../kit/charts/chart-sheet';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import type { Refusals } from './live-figures';
import { refusalTexts } from './refusal-texts';

/** People refused and let on after all, day by day. */
export const RefusalChart = ({ lists }: { readonly lists: readonly Refusals[] }) => {
  const { say } = useSpeech();
  const days = lists.toSorted((one, other) => one.day.localeCompare(other.day));
  const names = [say(refusalTexts.refusedPeople), say(refusalTexts.letOnPeople)] as const;
  const key = JSON.stringify([names, days.map(({ day, refused, letOn }) => [day, refused, letOn])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => dayOption(days, names), [key]);
  const rows = days.map(({ day, refused, letOn }) => ({
    key: day,
    name: day,
    cells: [formatCount(refused), formatCount(letOn)],
  }));
  return (
    <ChartSheet
      title={refusalTexts.byDay}
      part="refusals-by-day"
      summary={say(refusalTexts.byDay)}
      option={option}
      lines={12}
      table={{ heads: [say(refusalTexts.day), ...names], rows }}
    />
  );
};

const dayOption =
  (days: readonly Refusals[], [refused, letOn]: readonly [string, string]): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, 2),
    xAxis: categoryAxis(
      look,
      days.map(({ day }) => day.slice(5)),
    ),
    yAxis: countAxis(look),
    series: [
      { type: 'bar', name: refused, data: days.map((day) => day.refused), itemStyle: fullBar(look) },
      { type: 'bar', name: letOn, data: days.map((day) => day.letOn || null), itemStyle: hollowBar(look) },
    ],
  });

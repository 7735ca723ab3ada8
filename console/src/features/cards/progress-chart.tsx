import { useMemo } from 'react';
import {
  type ChartOption,
  categoryAxis,
  countAxis,
  fullBar,
  plotBelow,
  sharedOption,
} from '../../kit/charts/chart-option';
import { ChartSheet } from '../../kit/charts/chart-sheet';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { type LinkedRow, sumLinked } from './linked-rows';
import { progressTexts } from './progress-texts';

interface Props {
  readonly days: readonly string[];
  readonly rows: readonly LinkedRow[];
}

/** Cards linked day by day, of the kinds that are chosen. */
export const ProgressChart = ({ days, rows }: Props) => {
  const { say } = useSpeech();
  const points = days.toSorted().map((day) => ({ day, linked: sumLinked(rows.filter((row) => row.day === day)) }));
  const name = say(progressTexts.linked);
  const key = JSON.stringify([name, points]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => dayOption(points, name), [key]);
  return (
    <ChartSheet
      title={progressTexts.byDay}
      part="linked-by-day"
      summary={say(progressTexts.byDay)}
      option={option}
      lines={12}
      table={{
        heads: [say(progressTexts.day), name],
        rows: points.map(({ day, linked }) => ({ key: day, name: day, cells: [formatCount(linked)] })),
      }}
    />
  );
};

const dayOption =
  (points: readonly { readonly day: string; readonly linked: number }[], name: string): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, 1),
    xAxis: categoryAxis(
      look,
      points.map(({ day }) => day.slice(5)),
    ),
    yAxis: countAxis(look),
    series: [{ type: 'bar', name, data: points.map(({ linked }) => linked), itemStyle: fullBar(look) }],
  });

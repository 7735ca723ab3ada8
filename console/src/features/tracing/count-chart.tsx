import { type Certainty, certainties } from '@tongcheng/shared/tracing/traced-ride';
import type { ExposureCount } from '@tongcheng/shared/tracing/wire';
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
import { certaintyTexts, tracedModeTexts } from './meaning-texts';
import { tracingTexts as texts } from './texts';

/** How many were exposed by day and mode: what is proven is full, what is likely an outline, what is possible a dashed one on grey. */
export const CountChart = ({ exposed }: { readonly exposed: readonly ExposureCount[] }) => {
  const { say } = useSpeech();
  const names = exposed.map(({ day, mode }) => `${day.slice(5)} ${say(tracedModeTexts[mode])}`);
  const series = certainties.map((certainty) => say(certaintyTexts[certainty]));
  const key = JSON.stringify([names, series, exposed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => countOption(names, series, exposed), [key]);
  const rows = exposed.map((each, at) => ({
    key: `${each.day} ${each.mode}`,
    name: names[at] ?? '',
    cells: [each.riders, each.proven, each.likely, each.possible, each.companions].map(formatCount),
  }));
  return (
    <ChartSheet
      title={texts.byDayAndMode}
      part="exposed-counts"
      summary={exposed
        .map(({ day, mode, riders }) => say(texts.chartSummary, { day, mode: say(tracedModeTexts[mode]), riders }))
        .join(', ')}
      option={option}
      lines={6 + 2 * exposed.length}
      table={{ heads: [say(texts.dayAndMode), say(texts.riders), ...series, say(texts.companions)], rows }}
    />
  );
};

const countOption =
  (names: readonly string[], series: readonly string[], exposed: readonly ExposureCount[]): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, series.length),
    yAxis: { ...categoryAxis(look, names), inverse: true },
    xAxis: countAxis(look),
    series: certainties.map((certainty, at) => ({
      type: 'bar',
      stack: 'riders',
      barMaxWidth: look.fontSize * 1.6,
      name: series[at],
      data: exposed.map((each) => each[certainty]),
      itemStyle: barOf(certainty, look),
    })),
  });

function barOf(certainty: Certainty, look: Parameters<ChartOption>[0]) {
  if (certainty === 'proven') return fullBar(look);
  return certainty === 'likely'
    ? hollowBar(look)
    : { ...hollowBar(look), color: look.line, borderType: 'dashed' as const };
}

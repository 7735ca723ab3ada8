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
import { growthOf, hoursOfDay, hoursOver, scansIn } from './day-comparison';
import { type Compared, dayNames } from './live-figures';
import { liveTexts } from './texts';

/** Scans by hour of the service day as bars, those of the same weekday a week before as a dashed line over them. */
export const HourChart = ({ figures, before }: Compared) => {
  const { say } = useSpeech();
  const names = dayNames({ figures, before }, say);
  const hours = hoursOfDay(figures);
  const over = hoursOver(figures);
  const summary = summaryOf({ figures, before }, over, say);
  const key = JSON.stringify([names, figures.byHour, before?.byHour]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => hourOption(names, hours, { figures, before }), [key]);
  const rows = hours.map((hour) => ({
    key: String(hour),
    name: `${hour}–${hour + 1}`,
    cells: [figures, ...(before ? [before] : [])].map(({ byHour }) => formatCount(byHour[hour] ?? 0)),
  }));
  return (
    <ChartSheet
      title={liveTexts.byHour}
      part="by-hour"
      summary={summary}
      option={option}
      lines={13}
      table={{ heads: [say(liveTexts.hour), ...names], rows }}
    >
      <p data-part="comparison">{summary}</p>
    </ChartSheet>
  );
};

function summaryOf({ figures, before }: Compared, over: readonly number[], say: ReturnType<typeof useSpeech>['say']) {
  const now = scansIn(figures.byHour, over);
  const last = over.at(-1);
  if (!before || last === undefined) return say(liveTexts.noComparison);
  const earlier = scansIn(before.byHour, over);
  const fills = {
    hour: last + 1,
    now: formatCount(now),
    earlier: formatCount(earlier),
    change: growthOf(now, earlier),
  };
  return say(over.length === 24 ? liveTexts.wholeDayCompared : liveTexts.compared, { ...fills, day: before.day });
}

const hourOption =
  (names: readonly string[], hours: readonly number[], { figures, before }: Compared): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, names.length),
    xAxis: categoryAxis(look, hours.map(String)),
    yAxis: countAxis(look),
    series: [
      { type: 'bar', name: names[0], data: hours.map((hour) => figures.byHour[hour] ?? 0), itemStyle: fullBar(look) },
      ...(before
        ? [
            lineBefore(
              names[1],
              hours.map((hour) => before.byHour[hour] ?? 0),
              look.ink,
            ),
          ]
        : []),
    ],
  });

const lineBefore = (name: string | undefined, data: readonly number[], color: string) => ({
  type: 'line',
  name,
  data,
  step: 'middle',
  symbolSize: 0,
  lineStyle: { color, type: 'dashed', width: 2 },
  itemStyle: { color },
});

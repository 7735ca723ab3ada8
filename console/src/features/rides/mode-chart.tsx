import { useMemo } from 'react';
import {
  type ChartOption,
  categoryAxis,
  fullBar,
  hollowBar,
  plotBelow,
  sharedOption,
  silentAxis,
} from '../../kit/charts/chart-option';
import { ChartSheet } from '../../kit/charts/chart-sheet';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import { shareOf } from './day-comparison';
import { type Compared, type DayFigures, dayNames } from './live-figures';
import { liveTexts } from './texts';

const countOf = ({ byMode }: DayFigures, mode: DayFigures['byMode'][number]['mode']) =>
  byMode.find((each) => each.mode === mode)?.scans ?? 0;

const percentOf = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10);

/** Each mode's share of the day's scans, beside its share a week before. */
export const ModeChart = ({ figures, before }: Compared) => {
  const { say } = useSpeech();
  const days = [figures, ...(before ? [before] : [])];
  const names = dayNames({ figures, before }, say);
  const modes = figures.byMode.map(({ mode }) => mode);
  const words = modes.map((mode) => say(modeTexts[mode]));
  const shares = days.map((day) => modes.map((mode) => percentOf(countOf(day, mode), day.scans)));
  const key = JSON.stringify([names, words, shares]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => modeOption(words, names, shares), [key]);
  const rows = modes.map((mode, at) => ({
    key: mode,
    name: words[at] ?? '',
    cells: [formatCount(countOf(figures, mode)), ...days.map((day) => shareOf(countOf(day, mode), day.scans))],
  }));
  return (
    <ChartSheet
      title={liveTexts.byMode}
      part="by-mode"
      summary={words.map((word, at) => `${word} ${rows[at]?.cells[1]}`).join(', ')}
      option={option}
      lines={13}
      table={{
        heads: [say(liveTexts.mode), say(liveTexts.count), ...names.map((n) => say(liveTexts.shareOn, { n }))],
        rows,
      }}
    />
  );
};

const modeOption =
  (words: readonly string[], names: readonly string[], shares: readonly (readonly number[])[]): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, names.length, { after: look.fontSize * 4 }),
    yAxis: { ...categoryAxis(look, words), inverse: true },
    xAxis: silentAxis(look),
    series: shares.map((data, at) => ({
      type: 'bar',
      name: names[at],
      data: [...data],
      itemStyle: at === 0 ? fullBar(look) : hollowBar(look),
      label: { show: true, position: 'right', formatter: '{c}%', color: look.ink, fontSize: look.fontSize },
    })),
  });

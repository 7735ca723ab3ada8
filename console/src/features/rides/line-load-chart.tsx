import { fewestShown } from '@tongcheng/shared/rides/places-along';
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
import { ChoiceField } from '../../ui/choice-field';
import { formatCount } from '../../ui/format';
import { type Say, useSpeech } from '../../ui/language';
import { modeTexts, venueKindTexts } from '../../ui/mode-texts';
import type { LoadOfLine } from './live-figures';
import { lineLoadTexts } from './texts';

interface Props {
  readonly load: LoadOfLine;
  readonly onLine: (lineId: string) => void;
}

type Place = LoadOfLine['places'][number];

const few = `<${fewestShown}`;
const shown = (people: number | undefined): string => (people === undefined ? few : formatCount(people));

/** A dock has a window and a gate of the same name; a stop of several lines counts all of them. */
const nameOf = ({ name, kind, shared }: Place, say: Say): string => {
  const place = kind.startsWith('dock') ? `${say(name)} · ${say(venueKindTexts[kind])}` : say(name);
  return shared ? `${place} *` : place;
};

/** People getting on and off at each place of a line, as a strip of its stops. */
export const LineLoadChart = ({ load, onLine }: Props) => {
  const { say } = useSpeech();
  const { places, lines, lineId = '' } = load;
  const getsOff = places.some(({ alighted }) => alighted !== 0);
  const names = [say(lineLoadTexts.boarded), ...(getsOff ? [say(lineLoadTexts.alighted)] : [])];
  const words = places.map((place) => nameOf(place, say));
  const counts = places.map(({ boarded, alighted }) => (getsOff ? [boarded, alighted] : [boarded]));
  const key = JSON.stringify([names, words, counts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the key
  const option = useMemo(() => loadOption(words, names, counts), [key]);
  const rows = places.map(({ venueId }, at) => ({
    key: venueId,
    name: words[at] ?? '',
    cells: counts[at]?.map(shown) ?? [],
  }));
  const line = lines.find((each) => each.lineId === lineId);
  const title = line ? say(line.name) : lineId;
  return (
    <ChartSheet
      title={lineLoadTexts.title}
      part="line-load"
      summary={say(lineLoadTexts.summary, { line: title, places: places.length })}
      option={option}
      lines={3 + places.length * (getsOff ? 1.8 : 1.3)}
      table={{ heads: [say(lineLoadTexts.place), ...names], rows }}
    >
      <ChoiceField
        label={say(lineLoadTexts.line)}
        name="line"
        noHint="narrows"
        value={lineId}
        onChange={onLine}
        choices={linesToChoose(load, say)}
      />
      <p className="hint">{say(lineLoadTexts.about, { few })}</p>
      {places.some(({ shared }) => shared) && <p className="hint">{say(lineLoadTexts.shared)}</p>}
    </ChartSheet>
  );
};

const linesToChoose = ({ lines, lineId = '' }: LoadOfLine, say: Say) => [
  ...(lines.some((line) => line.lineId === lineId) ? [] : [{ value: lineId, label: lineId }]),
  ...lines.map((line) => ({ value: line.lineId, label: `${say(modeTexts[line.mode])} · ${say(line.name)}` })),
];

const loadOption =
  (
    words: readonly string[],
    names: readonly string[],
    counts: readonly (readonly (number | undefined)[])[],
  ): ChartOption =>
  (look) => ({
    ...sharedOption(look),
    grid: plotBelow(look, names.length, { after: look.fontSize * 4 }),
    xAxis: silentAxis(look),
    yAxis: {
      ...categoryAxis(look, words),
      inverse: true,
      // The line itself, with a stroke for each stop.
      axisLine: { lineStyle: { color: look.brand, width: 4 } },
      axisTick: { show: true, alignWithLabel: true, length: 6, lineStyle: { color: look.brand, width: 3 } },
    },
    series: names.map((name, series) => ({
      type: 'bar',
      name,
      data: counts.map((place) => place[series] ?? 0),
      itemStyle: series === 0 ? fullBar(look) : hollowBar(look),
      label: {
        show: true,
        position: 'right',
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => shown(counts[dataIndex]?.[series]),
        color: look.ink,
        fontSize: look.fontSize,
      },
    })),
    tooltip: { show: false },
  });

import { useEffect, useRef } from 'react';
import type { ChartOption } from './chart-option';
import { type KeptChart, keepDrawn } from './keep-drawn';

interface Props {
  /** The chart in a sentence, for whoever does not see it. */
  readonly summary: string;
  readonly option: ChartOption;
  /** How many lines of text it is high. */
  readonly lines: number;
  readonly onLost: () => void;
}

/** The picture itself: one image to a screen reader, which finds the values in the table beside it. */
export const ChartDrawing = ({ summary, option, lines, onLost }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(option);
  const kept = useRef<KeptChart>();
  const lost = useRef(onLost);
  latest.current = option;
  useEffect(() => {
    if (!place.current) return undefined;
    kept.current = keepDrawn(
      place.current,
      () => latest.current,
      () => lost.current(),
    );
    return () => kept.current?.stop();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another option is drawn anew
  useEffect(() => kept.current?.redraw(), [option]);
  return (
    <div
      ref={place}
      className="chart-drawing"
      role="img"
      aria-label={summary}
      style={{ height: `${lines * 1.5}rem` }}
    />
  );
};

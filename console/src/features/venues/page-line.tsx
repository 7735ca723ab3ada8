import { useState } from 'react';
import { useSpeech } from '../../ui/language';
import { venueTexts } from './texts';

interface Props {
  readonly total: number;
  readonly from: number;
  readonly to: number;
  readonly onBack: (() => void) | undefined;
  readonly onForward: (() => void) | undefined;
}

/** Which part of how many is shown, and the way on. */
export const PageLine = ({ total, from, to, onBack, onForward }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="page-line">
      <span>{say(venueTexts.found, { total, from: total === 0 ? 0 : from, to })}</span>
      <button type="button" className="quiet" disabled={!onBack} onClick={onBack}>
        {say(venueTexts.previous)}
      </button>
      <button type="button" className="quiet" disabled={!onForward} onClick={onForward}>
        {say(venueTexts.next)}
      </button>
    </div>
  );
};

/** Cursors of the pages walked through so far; the first page has none. */
export const usePages = () => {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    after: cursors[cursors.length - 1],
    number: cursors.length,
    forward: (next: string) => setCursors([...cursors, next]),
    back: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
};

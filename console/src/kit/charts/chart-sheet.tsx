import type { Text } from '@tongcheng/shared/text';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../ui/language';
import { useAddressState } from '../../ui/use-address-state';
import { chartsTexts } from '../kit-texts';
import { ChartDrawing } from './chart-drawing';
import type { ChartOption } from './chart-option';
import { type ChartTable, ChartValues } from './chart-values';

interface Props {
  readonly title: Text;
  /** Its name in the address and for tests; one a screen. */
  readonly part: string;
  readonly summary: string;
  readonly option: ChartOption;
  readonly lines: number;
  readonly table: ChartTable;
  /** What is chosen of it, and what is to be known of it. */
  readonly children?: ReactNode;
}

/**
 * A chart with the table of its values: the table is always there for screen readers and in print, and instead of the drawing for whoever
 * prefers it. Which of the two is seen stands in the address.
 */
export const ChartSheet = ({ title, part, summary, option, lines, table, children }: Props) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(part, ['as']);
  const [isLost, setLost] = useState(false);
  const asTable = read('as') === 'table';
  return (
    <section className="sheet chart-sheet" data-part={part}>
      <div className="chart-head">
        <h2>{say(title)}</h2>
        <button
          type="button"
          className="small"
          data-act="as-table"
          aria-pressed={asTable}
          onClick={() => write({ as: asTable ? undefined : 'table' })}
        >
          {say(chartsTexts.asTable)}
        </button>
      </div>
      {children}
      {isLost && (
        <p className="hint" role="status">
          {say(chartsTexts.lost)}
        </p>
      )}
      {!asTable && !isLost && (
        <ChartDrawing summary={summary} option={option} lines={lines} onLost={() => setLost(true)} />
      )}
      <ChartValues title={say(title)} {...table} isBeside={!asTable && !isLost} />
    </section>
  );
};

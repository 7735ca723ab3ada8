import type { LineRow } from '@tongcheng/shared/coaches/fleet-api';
import { KitTable } from '../../../../kit/kit-table';
import type { TableColumn } from '../../../../kit/table-view';
import type { Say } from '../../../../ui/language';
import { useOfficialName } from '../../../../ui/official-name';
import { EntryActs } from './entry-acts';
import { changedColumn, stateColumn } from './entry-columns';
import { lineEndTexts, fleetTexts as texts } from './fleet-texts';

const wayOf = ({ origin, stops, destination }: LineRow): string =>
  [origin, ...stops, destination].map(({ name }) => name).join(' → ');

const classOf = ({ lineClass }: LineRow, say: Say): string =>
  lineClass === undefined ? say(texts.charter) : say(texts.class, { n: lineClass });

const columns = (nameOf: (who: string) => string): readonly TableColumn<LineRow>[] => [
  {
    id: 'number',
    name: texts.number,
    text: ({ serviceNumber }) => serviceNumber,
    order: ({ serviceNumber }) => serviceNumber,
    kind: 'head',
  },
  { id: 'class', name: texts.lineClass, text: classOf, order: ({ lineClass }) => lineClass ?? 9 },
  { id: 'way', name: texts.way, text: wayOf, order: wayOf, kind: 'places' },
  stateColumn<LineRow>(
    ({ outOfUse }, say) => outOfUse && { since: outOfUse.since, reason: say(lineEndTexts[outOfUse.reason]) },
    ({ inScope }, say) => say(inScope ? texts.inUse : texts.notInScope),
  ),
  changedColumn(nameOf),
];

interface Props {
  readonly lines: readonly LineRow[];
  readonly mayChange: boolean;
  readonly onChange: (line: LineRow) => void;
  readonly onEnd: (line: LineRow) => void;
}

/** The lines of an operator. */
export const LineTable = ({ lines, mayChange, onChange, onEnd }: Props) => (
  <KitTable
    title={texts.lines}
    part="coach-lines"
    rows={lines}
    columns={columns(useOfficialName())}
    keyOf={({ lineId }) => lineId}
    marks={({ lineId, outOfUse }) => ({ 'data-line': lineId, 'data-state': outOfUse ? 'ended' : 'in-use' })}
    empty={texts.noLine}
    acts={(row) =>
      mayChange && (
        <EntryActs isEnded={row.outOfUse !== undefined} onChange={() => onChange(row)} onEnd={() => onEnd(row)} />
      )
    }
  />
);

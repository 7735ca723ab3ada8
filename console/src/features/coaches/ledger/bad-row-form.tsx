import { columnTexts, type LedgerColumn } from '@tongcheng/shared/coaches/ledger/column-texts';
import type { LedgerHeader } from '@tongcheng/shared/coaches/ledger/columns';
import { problemText } from '@tongcheng/shared/coaches/ledger/row-problems';
import { useState } from 'react';
import { useSpeech } from '../../../ui/language';
import type { BadLedgerRow } from './check-ledger';
import { writtenText } from './correct-row';
import { ledgerTexts } from './texts';

interface Props {
  readonly bad: BadLedgerRow;
  readonly header: LedgerHeader;
  readonly onCorrect: (column: LedgerColumn, text: string) => void;
}

/** A bad row: each wrong column with what is wrong, and a field to write it anew; leaving the field checks the row again. */
export const BadRowForm = ({ bad, header, onCorrect }: Props) => {
  const { say } = useSpeech();
  const { line, problems } = bad;
  return (
    <li className="bad-row" data-row={line.row}>
      <strong>{say(ledgerTexts.row, { row: line.row })}</strong>
      {problems.map((problem) => (
        <CellField
          key={problem.column}
          name={say(columnTexts[problem.column])}
          reason={say(problemText(problem))}
          text={writtenText(line.cells[header.get(problem.column) ?? -1])}
          onCorrect={(text) => onCorrect(problem.column, text)}
        />
      ))}
    </li>
  );
};

interface FieldProps {
  readonly name: string;
  readonly reason: string;
  readonly text: string;
  readonly onCorrect: (text: string) => void;
}

const CellField = ({ name, reason, text, onCorrect }: FieldProps) => {
  const [typed, setTyped] = useState(text);
  return (
    <label className="bad-cell">
      <span>{reason}</span>
      <input
        type="text"
        aria-label={name}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed !== text && onCorrect(typed)}
        onKeyDown={(event) => event.key === 'Enter' && typed !== text && onCorrect(typed)}
      />
    </label>
  );
};

import type { DocumentKind, DocumentRefusal } from '../../identity/documents/kinds';
import { refusalText } from '../../identity/documents/refusal-texts';
import type { Text } from '../../text';
import type { UnreadableCell } from './cell';
import { columnTexts, type LedgerColumn } from './column-texts';
import { problemTexts, unreadableTexts } from './problem-texts';

/** What is wrong with a row, and in which column. */
export type RowProblem = { readonly column: LedgerColumn } & (
  | { readonly is: keyof typeof problemTexts }
  | { readonly is: 'unreadable'; readonly why: UnreadableCell }
  | { readonly is: 'document'; readonly kind: DocumentKind; readonly reason: DocumentRefusal; readonly typed: string }
);

/** A problem as whoever corrects the row reads it: the column, what is wrong, what to write. */
export function problemText(problem: RowProblem): Text {
  const { zh, en } = reasonText(problem);
  const column = columnTexts[problem.column];
  return { zh: `${column.zh}：${zh}`, en: `${column.en}: ${en}` };
}

function reasonText(problem: RowProblem): Text {
  if (problem.is === 'document') return refusalText(problem.kind, problem.reason, problem.typed);
  return problem.is === 'unreadable' ? unreadableTexts[problem.why] : problemTexts[problem.is];
}

import type { LedgerCell, LedgerLine } from '@tongcheng/shared/coaches/ledger/cell';
import { LedgerRefused } from './ledger-refused';
import { ledgerLimits } from './limits';

/** Excel's own first line, which says what separates and is no row. */
const saysSeparator = /^"?sep=([,;\t])"?[,;\t]*$/i;

/** What stands most often in the first line outside quotes. */
function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The rows of a table in plain text (RFC 4180 and what spreadsheet programs make of it), piece by piece. A quote that is never closed would take
 * everything behind it as one cell: it ends in {@link LedgerRefused}, as NUL and more rows than a ledger may have do.
 */
export async function* textRows(pieces: AsyncIterable<string>): AsyncGenerator<LedgerLine> {
  let [row, count] = [0, 0];
  let separator: string | undefined;
  for await (const line of logicalLines(pieces)) {
    row += 1;
    const said: string | undefined = row === 1 ? saysSeparator.exec(line)?.[1] : undefined;
    separator ??= said ?? separatorOf(line);
    if (said !== undefined || line.trim() === '') continue;
    count += 1;
    if (count > ledgerLimits.rows) throw new LedgerRefused('too-many-rows');
    yield { row, cells: cellsOf(line, separator) };
  }
}

/** Longest line: as many cells as may be, each as long as may be, would be too much; no ledger has a tenth of it. */
const longestLine = 100_000;

/** Lines that end outside quotes, without their ends. */
async function* logicalLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    if (piece.includes('\0')) throw new LedgerRefused('broken');
    const text = rest + piece;
    let from = 0;
    for (const end of lineEnds(text)) {
      yield text.slice(from, end).replace(/\r$/, '');
      from = end + 1;
    }
    rest = text.slice(from);
    if (rest.length > longestLine) throw new LedgerRefused('broken');
  }
  if ((rest.match(/"/g)?.length ?? 0) % 2 === 1) throw new LedgerRefused('broken');
  yield rest.replace(/\r$/, '');
}

/** Where line feeds stand outside quotes. */
function* lineEnds(text: string): Generator<number> {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) isQuoted = !isQuoted;
    else if (unit === 0x0a && !isQuoted) yield at;
  }
}

function cellsOf(line: string, separator: string): readonly (LedgerCell | undefined)[] {
  const cells: (LedgerCell | undefined)[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (line[at] !== separator || isQuoted)) continue;
    if (cells.length < ledgerLimits.columns) cells.push(cellOf(line.slice(from, at)));
    from = at + 1;
  }
  return cells;
}

function cellOf(written: string): LedgerCell | undefined {
  const plain = written.trim();
  const quoted = /^"([\s\S]*)"$/.exec(plain)?.[1];
  const text = (quoted?.replaceAll('""', '"') ?? plain).trim();
  if (text === '') return undefined;
  return text.length > ledgerLimits.cellCharacters ? { is: 'unreadable', why: 'too-long' } : { is: 'text', text };
}

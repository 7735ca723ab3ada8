import type { LedgerColumn } from '@tongcheng/shared/coaches/ledger/column-texts';
import { readLedgerRow } from '@tongcheng/shared/coaches/ledger/read-row';
import type { Text } from '@tongcheng/shared/text';
import type { Day } from '@tongcheng/shared/time';
import { useRef, useState } from 'react';
import { useClient } from '../../../client/client-context';
import { type FiledRows, fileRows } from '../file-rows';
import { type CheckedLedger, checkLedger, HeaderMissing } from './check-ledger';
import { correctedLine, wholeHeader } from './correct-row';
import { LedgerRefused } from './reading/ledger-refused';
import { fileRefusalTexts, missingText } from './texts';

/** Where the import of a ledger is. */
export type LedgerState =
  | { readonly is: 'none' }
  | { readonly is: 'reading'; readonly rows: number }
  | { readonly is: 'refused'; readonly why: Text }
  | { readonly is: 'checked'; readonly ledger: CheckedLedger; readonly filed?: FiledRows }
  | { readonly is: 'filing'; readonly ledger: CheckedLedger; readonly sent: number };

/** Reads, corrects and files a ledger for a city. A file that is chosen while another is read replaces it. */
export function useLedger(city: string, today: Day, onFiled: () => void) {
  const client = useClient();
  const [state, setState] = useState<LedgerState>({ is: 'none' });
  const latest = useRef(0);
  const goesOn = useRef(true);
  const read = async (file: Blob) => {
    latest.current += 1;
    const own = latest.current;
    const set = (next: LedgerState) => own === latest.current && setState(next);
    set({ is: 'reading', rows: 0 });
    try {
      const ledger = await checkLedger(file, today, (rows) => {
        if (own !== latest.current) throw new Error('no longer read');
        set({ is: 'reading', rows });
      });
      set({ is: 'checked', ledger: { ...ledger, header: wholeHeader(ledger.header) } });
    } catch (fault) {
      set({ is: 'refused', why: whyRefused(fault) });
    }
  };
  const correct = (row: number, column: LedgerColumn, text: string) =>
    setState((before) =>
      before.is === 'checked' ? { is: 'checked', ledger: corrected(before.ledger, row, column, text, today) } : before,
    );
  const file = async () => {
    if (state.is !== 'checked') return;
    const { ledger } = state;
    goesOn.current = true;
    const sent = (rows: number) => setState({ is: 'filing', ledger, sent: rows });
    sent(0);
    const filed = await fileRows(client, city, ledger.good, sent, () => goesOn.current);
    setState({ is: 'checked', ledger, filed });
    onFiled();
  };
  /** Ends reading with nothing read, and filing after the rows under way; these are kept. */
  const stop = () => {
    goesOn.current = false;
    if (state.is !== 'reading') return;
    latest.current += 1;
    setState({ is: 'none' });
  };
  return { state, read, correct, file, stop };
}

function whyRefused(fault: unknown): Text {
  if (fault instanceof HeaderMissing) return missingText(fault.missing);
  return fileRefusalTexts[fault instanceof LedgerRefused ? fault.reason : 'broken'];
}

/** The ledger with one cell written anew; a row that is right now joins the good ones. */
function corrected(ledger: CheckedLedger, row: number, column: LedgerColumn, text: string, today: Day): CheckedLedger {
  const bad = ledger.bad.find(({ line }) => line.row === row);
  if (!bad) return ledger;
  const line = correctedLine(bad.line, ledger.header, column, text);
  const read = readLedgerRow(line, ledger.header, today);
  if (read.is === 'bad') {
    const changed = { line, problems: read.problems };
    return { ...ledger, bad: ledger.bad.map((each) => (each === bad ? changed : each)) };
  }
  const rest = ledger.bad.filter((each) => each !== bad);
  return { ...ledger, bad: rest, good: read.is === 'entry' ? [...ledger.good, { ...read.entry, row }] : ledger.good };
}

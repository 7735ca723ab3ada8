import { dayMs } from '../../time';

/** Why a cell of a ledger says nothing that could be taken. */
export type UnreadableCell = 'formula-error' | 'merged-across' | 'too-long';

/** A cell of a ledger 台账, as a spreadsheet or a plain file gives it. */
export type LedgerCell =
  | { readonly is: 'text'; readonly text: string }
  /** As a date it would be `wallMs`: milliseconds since 1970 read off a clock on the wall, without a zone. */
  | { readonly is: 'number'; readonly value: number; readonly wallMs: number }
  /** A number that its sheet shows as a date or a time; below a day it is a time of day. */
  | { readonly is: 'moment'; readonly wallMs: number; readonly timeOfDayMs?: number }
  | { readonly is: 'unreadable'; readonly why: UnreadableCell };

/** A row of a ledger; `row` is the number that the spreadsheet shows beside it. */
export interface LedgerLine {
  readonly row: number;
  readonly cells: readonly (LedgerCell | undefined)[];
}

/** Days from the beginning of a spreadsheet's calendar to 1970: that of Windows, and that of old Macs. */
const daysBefore1970 = { 1900: 25_569, 1904: 24_107 } as const;
export type SpreadsheetCalendar = keyof typeof daysBefore1970;

/** A spreadsheet's number of days as milliseconds on the wall, to the whole second: a fraction of a day is never exact. */
export const wallOfSerial = (serial: number, calendar: SpreadsheetCalendar = 1900): number =>
  Math.round((serial - daysBefore1970[calendar]) * (dayMs / 1_000)) * 1_000;

/** A cell with a number that is shown as a date or a time. */
export const momentCell = (serial: number, calendar: SpreadsheetCalendar): LedgerCell => ({
  is: 'moment',
  wallMs: wallOfSerial(serial, calendar),
  ...(serial >= 0 && serial < 1 && { timeOfDayMs: Math.round(serial * (dayMs / 1_000)) * 1_000 }),
});

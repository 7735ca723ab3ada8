import type { Column, Sheet, SheetRow } from '../workbooks/sheet';

/** A column of an export; long texts go over several lines. */
export const column = (width: number, zh: string, en: string): Column => ({
  heading: { zh, en },
  width,
  wrapped: true,
});

/** A sheet of an export: one kind of record. */
export const sheet = (
  tab: number,
  zh: string,
  en: string,
  columns: readonly Column[],
  rows: readonly SheetRow[],
): Sheet => ({
  name: { zh, en },
  tab,
  columns,
  rows: [rows],
});

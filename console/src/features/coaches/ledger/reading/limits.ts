/** What a ledger may be at most; beyond it the file is refused with the reason. Fifty thousand rows are some 5 MB as a workbook and 300 MB in nobody's memory. */
export const ledgerLimits = {
  /** Of the file as it lies on the disk. */
  fileBytes: 200_000_000,
  entries: 2_000,
  directoryBytes: 2_000_000,
  /** Of one part of a workbook, inflated: so much in any case, and no more than so many times its packed size. */
  inflatedBytes: 20_000_000,
  inflation: 60,
  /** Characters of the texts that a workbook keeps once for all its cells: the only part that is held whole. */
  sharedCharacters: 20_000_000,
  rows: 100_000,
  columns: 200,
  cellCharacters: 2_000,
  merges: 20_000,
} as const;

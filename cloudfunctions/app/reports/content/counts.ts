/** What a report holds, counted while it is written; complete when its last sheet is. */
export interface ReportCounts {
  rows: number;
  riders: number;
  incomplete: number;
  /** W-32: people turned away, who did not ride or were told so on the way. */
  refused: number;
  /** People let on although the answer had been no. */
  letOn: number;
  /** Lines of the sheet of refusals. */
  refusalRows: number;
  scans: number;
  /** Scans beyond what one person does in a day, with their flag in the sheets and in no sum of people, scans or refusals. */
  leftOut: number;
  /** Scans of demonstration codes: stored, and no part of any sum. */
  demonstration: number;
  /** Admission rules, with their versions, by which the scans were decided. */
  readonly rules: Set<string>;
}

/** Nothing yet. */
export const noCounts = (): ReportCounts => ({
  rows: 0,
  riders: 0,
  incomplete: 0,
  refused: 0,
  letOn: 0,
  refusalRows: 0,
  leftOut: 0,
  scans: 0,
  demonstration: 0,
  rules: new Set(),
});

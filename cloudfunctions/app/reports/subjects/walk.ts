import type { Json } from '../../../ports/document-store';
import type { SheetRow, SheetTable } from '../../workbooks/sheet';

/** Rows of one step of a walk, by the names of its tables. */
export type StepRows = Readonly<Record<string, readonly SheetRow[]>>;

/**
 * What may be too much for one run of a function: tables that are filled step by step. A run that ends, or dies, keeps the state
 * after a step; the next goes on from it and meets the same steps that one long run would have met.
 */
export interface ReportWalk {
  /** By name (letters alone), in the order in which they stand in the file. */
  readonly tables: Readonly<Record<string, SheetTable>>;
  /** Takes a kept state over; before the first step only. */
  readonly resume: (state: Json) => void;
  /** Where the walk is, after the step that was given last. */
  readonly state: () => Json;
  /** The steps from here on: each some hundred riders, or whatever is read at once. */
  readonly steps: () => AsyncIterable<StepRows>;
}

/** Why a file is no ledger that could be read. */
export type LedgerRefusal =
  | 'too-large'
  | 'too-many-rows'
  | 'inflates-too-much'
  | 'locked'
  | 'old-format'
  | 'broken'
  | 'holds-a-document-type'
  | 'no-header'
  | 'empty';

/** Thrown where a file cannot be read at all, by whoever notices it first. */
export class LedgerRefused extends Error {
  constructor(readonly reason: LedgerRefusal) {
    super(`a ledger was refused: ${reason}`);
  }
}

/** What was left out of a file, or read otherwise than it stands there; whoever imports it is told. */
export type LedgerNotice =
  | { readonly is: 'hidden-sheet' | 'further-sheet'; readonly name: string }
  | { readonly is: 'macros' }
  | { readonly is: 'formulas'; readonly count: number }
  | { readonly is: 'merged-down'; readonly count: number };

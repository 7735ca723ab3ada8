import type { MeasureKind, MeasureRow } from '@tongcheng/shared/tracing/measures';
import type { Reader } from '../waiting';

/** What can be done with a measure. */
export type MeasureAct = 'approve' | 'reject' | 'end';

/** What a reader is offered of a measure; the server decides each act anew. */
export function measureActsOf(
  { state, askedBy, measure }: MeasureRow,
  reader: Reader,
  mayEnd: boolean,
): readonly MeasureAct[] {
  const canDecide = state === 'open' && reader.mayDecide && askedBy !== reader.officialId;
  const endedByOne = measure.kind !== 'hold' && measure.kind !== 'delay';
  const isLive = state === 'open' || (state === 'approved' && endedByOne);
  return [...(canDecide ? (['approve', 'reject'] as const) : []), ...(isLive && mayEnd ? (['end'] as const) : [])];
}

/** Whether the call list of a notice is open to a reader: to who holds the case and who approved. */
export const isCallListOpen = (
  { measure, state, decidedBy, progress }: MeasureRow,
  heldBy: string,
  { officialId }: Reader,
): boolean =>
  measure.kind === 'notify' &&
  state === 'approved' &&
  progress !== undefined &&
  [heldBy, decidedBy].includes(officialId);

/** Whether the list that a measure shows is open to a reader: to who holds the case and who approved. */
export const isShownListOpen = (
  { measure, state, decidedBy }: MeasureRow,
  heldBy: string,
  { officialId }: Reader,
): boolean => showsList[measure.kind] && state === 'approved' && [heldBy, decidedBy].includes(officialId);

const showsList: Readonly<Record<MeasureKind, boolean>> = {
  ...{ notify: false, 'take-over': false, 'end-hold': false, delay: false },
  ...{ extract: true, hold: true, 'second-step': true },
};

/** What is offered of a closed case: the end of a hold that goes on, to anybody who may ask. */
export const askedKindsOfClosed = (measures: readonly MeasureRow[]): readonly MeasureKind[] =>
  measures.some(({ measure, state }) => measure.kind === 'hold' && state === 'approved') ? ['end-hold'] : [];

/** What a reader is offered to ask for: who holds the case anything but to take it over, others that alone. */
export const askedKinds = (isHolder: boolean, measures: readonly MeasureRow[]): readonly MeasureKind[] => {
  if (!isHolder) return ['take-over'];
  const isHeld = measures.some(({ measure, state }) => measure.kind === 'hold' && state === 'approved');
  return ['notify', 'extract', isHeld ? 'end-hold' : 'hold', 'delay', 'second-step'];
};

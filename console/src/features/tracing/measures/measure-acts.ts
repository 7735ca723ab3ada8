import type { MeasureRow } from '@tongcheng/shared/tracing/measures';
import type { Reader } from '../waiting';

/** What can be done with a measure. */
export type MeasureAct = 'approve' | 'reject' | 'end';

/** What a reader is offered of a measure; the server decides each act anew. */
export function measureActsOf({ state, askedBy }: MeasureRow, reader: Reader, mayEnd: boolean): readonly MeasureAct[] {
  const canDecide = state === 'open' && reader.mayDecide && askedBy !== reader.officialId;
  const isLive = state === 'open' || state === 'approved';
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

import type { OfficialRole } from '@tongcheng/shared/access';
import type { Instant } from '@tongcheng/shared/time';
import type { CaseRow, TraceRequestRow } from '@tongcheng/shared/tracing/wire';

/** Who looks, and what they may do. */
export interface Reader {
  readonly officialId: string;
  readonly mayDecide: boolean;
  readonly mayAsk: boolean;
}

/** Who looks at the cases of a city that gave the second key to a role. */
export const readerOf = (
  { officialId, roles }: { readonly officialId: string; readonly roles: readonly OfficialRole[] },
  secondRole: OfficialRole,
): Reader => ({ officialId, mayDecide: roles.includes(secondRole), mayAsk: roles.includes('health') });

/** What a case waits for, for who looks at it; with the request that it is about. */
export type CaseWaiting =
  | { readonly kind: 'decide' | 'names' | 'other'; readonly request: TraceRequestRow }
  | { readonly kind: 'measure'; readonly expiresAt: Instant }
  | { readonly kind: 'ask' | 'nothing' };

/** Whether names of a request are open to an official: they asked, or they approved. */
export const isOpenTo = ({ state, requestedBy, decidedBy }: TraceRequestRow, officialId: string): boolean =>
  state === 'approved' && [requestedBy, decidedBy].includes(officialId);

/** Whether an official can decide a request: somebody else's, while it waits. */
export const canDecide = ({ state, requestedBy }: TraceRequestRow, reader: Reader): boolean =>
  state === 'open' && reader.mayDecide && requestedBy !== reader.officialId;

/** What a case waits for, the most pressing first. */
export function waitingOf({ state, requests, measuresWaiting = [] }: CaseRow, reader: Reader): CaseWaiting {
  if (state === 'closed') return { kind: 'nothing' };
  const toDecide = requests.find((each) => canDecide(each, reader));
  if (toDecide) return { kind: 'decide', request: toDecide };
  const measure = measuresWaiting.find(({ askedBy }) => reader.mayDecide && askedBy !== reader.officialId);
  if (measure) return { kind: 'measure', expiresAt: measure.expiresAt };
  const named = requests.find((each) => isOpenTo(each, reader.officialId));
  if (named) return { kind: 'names', request: named };
  const open = requests.find((each) => each.state === 'open');
  if (open) return { kind: 'other', request: open };
  return { kind: reader.mayAsk ? 'ask' : 'nothing' };
}

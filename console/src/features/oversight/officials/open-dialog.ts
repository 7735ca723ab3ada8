import type { OfficialChangeKind, OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';

/** A proposal about somebody who is an official already. */
export interface OpenProposal {
  readonly kind: 'propose';
  readonly change: Exclude<OfficialChangeKind, 'add'>;
  readonly official: OfficialRow;
}

/** A decision about a change. */
export interface OpenDecision {
  readonly kind: 'decide';
  readonly change: OfficialChangeRow;
  readonly approve: boolean;
}

/** Half of a sign-in, shown once. */
export type OpenHalf =
  | { readonly kind: 'half'; readonly change: OfficialChangeRow; readonly code: string }
  | { readonly kind: 'half'; readonly change: OfficialChangeRow; readonly url: string; readonly endsAt: number };

/** The dialog that stands over the officials, if any. */
export type OpenDialog = { readonly kind: 'add' } | OpenProposal | OpenDecision | OpenHalf;

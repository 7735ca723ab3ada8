import type { AdmissionTerms } from '../rides/rules/check';
import { hourMs } from '../time';

/** What a gate must know of where it stands to decide alone. */
export interface GatePlace {
  /** `exit` never holds anyone. */
  readonly direction: 'entry' | 'exit';
  /** What the admission rule of the place asks for; absent where none holds: cards pass as they always did. */
  readonly terms?: AdmissionTerms;
  /** Statuses may be so old here, in milliseconds; with older ones everyone is sent to staff. */
  readonly longestAgeMs: number;
  /** Kinds of cards that pass without being linked, such as children's: the rule of the place. */
  readonly passingKinds: readonly string[];
}

/** The age of statuses at a place that says nothing else. */
export const usualLongestAgeMs = 2 * hourMs;

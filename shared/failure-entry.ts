import type { Text } from './text';

/** One row of the failures catalogue. In a text `{until}` becomes the time in Beijing of `details.until`, at the edge. */
export interface FailureEntry extends Text {
  /** HTTP status of the answer. Never used as the failure's identity: the code is. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
  /** Whose fault it is: the caller's, a part outside this product, or ours. */
  readonly fault: 'caller' | 'outside' | 'ours';
  /** Whether the same request may succeed: never, later without change, or after the person changed something. */
  readonly retry: 'never' | 'later' | 'after-change';
}

/** Declares a capability's part of the catalogue; keeps the codes as literal types. */
export const failureCatalogue = <const C extends Readonly<Record<string, FailureEntry>>>(entries: C): C => entries;

import { plainLine } from '@tongcheng/shared/typed-text';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import { useEffect, useState } from 'react';

/** What the list is narrowed to. Empty texts narrow nothing. */
export interface VenueQuery {
  readonly mode: Mode | '';
  readonly kind: VenueKind | '';
  readonly lineId: string;
  readonly search: string;
}

/** Everything. */
export const anyVenue: VenueQuery = { mode: '', kind: '', lineId: '', search: '' };

/** The query as `venues.list-venues` takes it: only what narrows. */
export const queryInput = ({ mode, kind, lineId, search }: VenueQuery) => ({
  ...(mode === '' ? {} : { mode }),
  ...(kind === '' ? {} : { kind }),
  ...(plainLine(lineId) === '' ? {} : { lineId: plainLine(lineId) }),
  ...(plainLine(search) === '' ? {} : { search: plainLine(search) }),
});

/** A value once it has not changed for `afterMs`: a search is asked when the typing pauses. */
export const useDebounced = <T>(value: T, afterMs: number): T => {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return debounced;
};

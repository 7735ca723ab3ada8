import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';

/** Venues chosen for a common act; the choice survives paging and searching. */
export const useSelection = () => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, VenueRow>>(new Map());
  const set = (rows: readonly VenueRow[], isChosen: boolean) => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (isChosen) next.set(row.venueId, row);
      else next.delete(row.venueId);
    }
    setChosen(next);
  };
  return { chosen, set, clear: () => setChosen(new Map()) };
};

/** The choice as the screens use it. */
export type VenueSelection = ReturnType<typeof useSelection>;

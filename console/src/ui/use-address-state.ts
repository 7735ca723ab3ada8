import { useLocation, useSearch } from 'wouter';

/**
 * What a screen shows (filter, order, search) as part of its address: it can be sent to a colleague, and Back undoes it. `prefix` tells the
 * words of one screen from those of another.
 */
export const useAddressState = <K extends string>(prefix: string, keys: readonly K[]) => {
  const search = new URLSearchParams(useSearch());
  const [place, navigate] = useLocation();
  const read = (key: K): string | undefined => search.get(`${prefix}.${key}`) ?? undefined;
  /** Changes some of it. What is typed letter by letter replaces the step before in the history. */
  const write = (changed: { readonly [key in K]?: string | undefined }, { replace = false } = {}): void => {
    for (const key of keys) {
      if (!(key in changed)) continue;
      const value = changed[key];
      if (value === undefined || value === '') search.delete(`${prefix}.${key}`);
      else search.set(`${prefix}.${key}`, value);
    }
    navigate(`${place}?${search.toString()}`, { replace });
  };
  return { read, write };
};

/**
 * A place of the console as a link that another tab opens as it is: what a screen shows stands before the `#`, where `useAddressState` reads
 * it; `/reports?deliveries.state=failed` is `?deliveries.state=failed#/reports`.
 */
export const sectionAddress = (place: string): string => {
  const [path = '', search] = place.split('?');
  return search === undefined ? `#${path}` : `?${search}#${path}`;
};

/** Addresses of earlier releases had it behind the `#`: they are brought into order before the console reads them. */
export const tidySectionAddress = (): void => {
  const [path, search] = window.location.hash.split('?');
  if (search !== undefined) window.history.replaceState(null, '', `?${search}${path}`);
};

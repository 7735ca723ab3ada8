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

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useOfficial } from './official-context';
import { useQuery } from './use-query';

interface OfficialNames {
  /** What the officials of the city are called, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly refetch: () => void;
}

const NamesContext = createContext<OfficialNames>({ names: new Map(), refetch: () => undefined });

/** Gives the screens below it the names of who proposes and approves. */
export const OfficialNamesProvider = ({ children }: { readonly children: ReactNode }) => {
  const { city } = useOfficial();
  const { value, refetch } = useQuery((client) => client.call('oversight.list-official-names', { city }), city);
  const names = useMemo(
    () => new Map(value?.officials.map(({ officialId, name }) => [officialId, name] as const)),
    [value],
  );
  return <NamesContext.Provider value={{ names, refetch }}>{children}</NamesContext.Provider>;
};

/** The names of the city's officials, as far as they have come. */
export const useOfficialNames = (): OfficialNames => useContext(NamesContext);

import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { createContext, type ReactNode, useContext } from 'react';
import { type OfficialEndpoint, officialMay } from './permissions';
import { type Cities, noCities } from './use-cities';

interface OfficialState {
  readonly session: OfficialSession;
  readonly city: string;
  /** Names and systems of the official's cities, as far as they are known. */
  readonly cities?: Cities;
  /** Chooses another city. */
  readonly onCity?: (city: string) => void;
}

const OfficialContext = createContext<OfficialState | undefined>(undefined);

/** Gives the screens below it the official and the city chosen. */
export const OfficialProvider = ({ children, ...state }: OfficialState & { readonly children: ReactNode }) => (
  <OfficialContext.Provider value={state}>{children}</OfficialContext.Provider>
);

/** Who is signed in, for which city, and what to offer them. */
export const useOfficial = (): OfficialState & {
  readonly cities: Cities;
  readonly may: (name: OfficialEndpoint) => boolean;
} => {
  const state = useContext(OfficialContext);
  if (!state) throw new Error('a screen stands outside its OfficialProvider');
  return { cities: noCities, ...state, may: (name) => officialMay(state.session, name) };
};

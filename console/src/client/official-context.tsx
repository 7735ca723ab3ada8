import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import { createContext, type ReactNode, useContext } from 'react';
import { type Offered, permitted } from './permitted';

interface OfficialState {
  readonly session: OfficialSession;
  readonly city: string;
}

const OfficialContext = createContext<OfficialState | undefined>(undefined);

/** Gives the screens below it the official and the city chosen. */
export const OfficialProvider = ({ session, city, children }: OfficialState & { readonly children: ReactNode }) => (
  <OfficialContext.Provider value={{ session, city }}>{children}</OfficialContext.Provider>
);

/** Who is signed in, for which city, and what to offer them. */
export const useOfficial = (): OfficialState & { readonly may: (name: Offered) => boolean } => {
  const desk = useContext(OfficialContext);
  if (!desk) throw new Error('a screen stands outside its OfficialProvider');
  return { ...desk, may: (name) => isPermitted(desk.session, name) };
};

/** Whether an official's roles suffice for an operation. */
export const isPermitted = (session: OfficialSession, name: Offered): boolean =>
  session.roles.some((role) => permitted[name].some((allowed) => allowed === role));

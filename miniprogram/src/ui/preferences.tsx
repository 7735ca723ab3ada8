import type { Language } from '@tongcheng/shared/text';
import { createContext, useContext } from 'react';

/** How this person wants the app: language, and the large simple form for elders. */
export interface Preferences {
  readonly language: Language;
  readonly elder: boolean;
  readonly change: (wish: { readonly language?: Language; readonly elder?: boolean }) => void;
}

const PreferencesContext = createContext<Preferences>({ language: 'zh', elder: false, change: () => undefined });

/** Gives the preferences to the screens below. */
export const PreferencesProvider = PreferencesContext.Provider;

/** The preferences of the person who reads. */
export const usePreferences = (): Preferences => useContext(PreferencesContext);

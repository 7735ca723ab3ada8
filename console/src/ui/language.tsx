import type { Language, Text } from '@tongcheng/shared/text';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { readLanguage, tellLanguage, writeLanguage } from '../platform/reader-language';
import { type Fills, fill } from './figures';

/** Says a text in the reader's language. */
export type Say = (text: Text, fills?: Fills) => string;

interface Speech {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Spoken = createContext<Speech>({ language: 'zh', choose: () => undefined });

interface ProviderProps {
  readonly children: ReactNode;
  /** For tests; otherwise the reader's. */
  readonly initial?: Language;
}

/** Holds the language for all screens below it. */
export const LanguageProvider = ({ children, initial }: ProviderProps) => {
  const [language, setLanguage] = useState<Language>(() => initial ?? readLanguage());
  useEffect(() => tellLanguage(language), [language]);
  const choose = (next: Language) => {
    writeLanguage(next);
    setLanguage(next);
  };
  return <Spoken.Provider value={{ language, choose }}>{children}</Spoken.Provider>;
};

/** The reader's language and a voice in it. */
export const useSpeech = (): Speech & { readonly say: Say } => {
  const speech = useContext(Spoken);
  return { ...speech, say: (text, fills) => fill(text, speech.language, fills) };
};

import type { Language, Text } from '@tongcheng/shared/text';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { readLanguage, setPageLanguage, writeLanguage } from '../platform/reader-language';
import { type Fills, fill } from './format';

/** Says a text in the reader's language. */
export type Say = (text: Text, fills?: Fills) => string;

interface Speech {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: 'zh', choose: () => undefined });

interface ProviderProps {
  readonly children: ReactNode;
  /** For tests; otherwise the reader's. */
  readonly initial?: Language;
}

/** Holds the language for all screens below it. */
export const LanguageProvider = ({ children, initial }: ProviderProps) => {
  const [language, setLanguage] = useState<Language>(() => initial ?? readLanguage());
  useEffect(() => setPageLanguage(language), [language]);
  const choose = (next: Language) => {
    writeLanguage(next);
    setLanguage(next);
  };
  return <SpeechContext.Provider value={{ language, choose }}>{children}</SpeechContext.Provider>;
};

/** The reader's language and a voice in it. */
export const useSpeech = (): Speech & { readonly say: Say } => {
  const speech = useContext(SpeechContext);
  return { ...speech, say: (text, fills) => fill(text, speech.language, fills) };
};

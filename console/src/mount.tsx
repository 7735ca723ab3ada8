import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './ui/language';
import { RecoveringPage } from './ui/recovering-page';

/** The validator tries whether it may run text as script; a page's policy refuses that, and would report the trial. */
const neverTryScripts = (): void => {
  const config: object = Reflect.get(globalThis, '__zod_globalConfig') ?? {};
  Reflect.set(globalThis, '__zod_globalConfig', Object.assign(config, { jitless: true }));
};

/** Puts an app into its page, in the reader's language. */
export const mount = (app: ReactNode): void => {
  neverTryScripts();
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <RecoveringPage>{app}</RecoveringPage>
      </LanguageProvider>
    </StrictMode>,
  );
};

import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './ui/language';
import { RecoveringPage } from './ui/recovering-page';

/** Puts an app into its page, in the reader's language. */
export const mount = (app: ReactNode): void => {
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

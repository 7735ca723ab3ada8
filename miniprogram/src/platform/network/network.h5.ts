/** On the web the service is where the page came from. */
export const serviceOrigin = '';

/** Calls back whenever the network returns. Gives the way to stop. */
export const onNetworkBack = (back: () => void): (() => void) => {
  window.addEventListener('online', back);
  return () => window.removeEventListener('online', back);
};

/** The verdict comes first; fetching the app's files a second time can wait. */
const calmMs = 4_000;

/**
 * Makes the web app open without network, by a service worker that keeps the app's own files (decision 109). It also takes
 * the links of posted codes where the server lets it look after the whole site. Gives the way to stop before it began.
 */
export const enableOffline = (): (() => void) => {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const timer = setTimeout(() => {
    register().catch(() => undefined);
  }, calmMs);
  return () => clearTimeout(timer);
};

const register = (): Promise<unknown> =>
  navigator.serviceWorker
    .register('./sw.js', { scope: '../' })
    .catch(() => navigator.serviceWorker.register('./sw.js'));

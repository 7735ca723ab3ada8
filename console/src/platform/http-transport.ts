import type { Transport } from '@tongcheng/shared/client';

const patienceMs = 10_000;

const headersFor = (token: string | undefined): Record<string, string> => ({
  'content-type': 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** Carries calls by `fetch` to the host that served the page; gives up after ten seconds. */
export const httpTransport: Transport = async ({ path, token, body }) => {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: headersFor(token),
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: patience.signal,
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  } finally {
    clearTimeout(timer);
  }
};

import type { Transport } from '@tongcheng/shared/client';

const timeoutMs = 10_000;

const headersFor = (token: string | undefined): Record<string, string> => ({
  'content-type': 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** Carries calls by `fetch` to the host that served the page; gives up after ten seconds. */
export const httpTransport: Transport = async ({ path, token, body }) => {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: headersFor(token),
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: deadline.signal,
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  } finally {
    clearTimeout(timer);
  }
};

/** Brings a JSON page of the same host, or `undefined` when it cannot be had. */
export const getJson = async (path: string): Promise<unknown> => {
  const response = await fetch(path, { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return response.json().catch(() => undefined);
};

/** Opens a file's link as the browser's download; works after an awaited answer, where a new window would be blocked. */
export const downloadFile = (url: string, name = ''): void => {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.rel = 'noopener';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
};

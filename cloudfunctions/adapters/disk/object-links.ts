import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import { isObjectKey } from '../../ports/object-key';

/** What a valid link opens, and under which name a browser saves it. */
interface OpenedLink {
  readonly key: string;
  readonly fileName: string;
}

/** Expiring links to objects, and the check that the host makes before it serves one. */
export interface ObjectLinks {
  link(
    key: string,
    options: { readonly ttlSeconds: number; readonly fileName: string },
  ): { url: string; expiresAt: number };
  /** The object behind `/objects/<key>?expires=&name=&mac=`; undefined when forged, changed or expired. */
  open(pathAndQuery: string): OpenedLink | undefined;
}

const place = '/objects/';

/** Links signed with HMAC-SHA-256 over key, expiry and file name. */
export function objectLinks(options: {
  readonly key: Uint8Array;
  readonly publicUrl: string;
  readonly clock: Clock;
}): ObjectLinks {
  const macOf = (key: string, expires: string, name: string) =>
    createHmac('sha256', options.key)
      .update(JSON.stringify(['object-link', key, expires, name]))
      .digest('base64url');
  return {
    link: (key, { ttlSeconds, fileName }) => {
      const expiresAt = options.clock.now() + ttlSeconds * 1_000;
      const mac = macOf(key, String(expiresAt), fileName);
      const query = new URLSearchParams({ expires: String(expiresAt), name: fileName, mac });
      return { url: `${options.publicUrl}${place}${key}?${query}`, expiresAt };
    },
    open: (pathAndQuery) => {
      const asked = askedFor(pathAndQuery);
      if (!asked || !sameText(asked.mac, macOf(asked.key, asked.expires, asked.fileName))) return undefined;
      return Number(asked.expires) > options.clock.now() ? { key: asked.key, fileName: asked.fileName } : undefined;
    },
  };
}

function askedFor(pathAndQuery: string) {
  const [path = '', query = ''] = pathAndQuery.split('?', 2);
  const key = path.slice(place.length);
  if (!path.startsWith(place) || !isObjectKey(key)) return undefined;
  const given = new URLSearchParams(query);
  const [expires, fileName, mac] = [given.get('expires'), given.get('name'), given.get('mac')];
  return expires && fileName !== null && mac && /^\d{13,15}$/.test(expires)
    ? { key, expires, fileName, mac }
    : undefined;
}

const sameText = (given: string, right: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};

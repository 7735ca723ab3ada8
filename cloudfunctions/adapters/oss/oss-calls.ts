import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Expiring, Held } from '@tongcheng/shared/held';
import type OSS from 'ali-oss';
import { type OssKeys, type OssPlace, ossClient } from './oss-client';
import { isExpired, isPassing, ossFault } from './oss-fault';

/** Makes calls with keys that are good. Throws {@link OssRefused}. */
export interface OssCalls {
  /** One call; once more with fresh keys where these were refused as over. */
  once<T>(call: (client: OSS) => Promise<T>): Promise<T>;
  /** For calls whose repetition has no further effect: tried again, later each time, while the store is away. */
  withRetry<T>(call: (client: OSS) => Promise<T>): Promise<T>;
}

const maxAttempts = 4;

/** Calls to one bucket. `pauseMs` is the first pause between tries; each one doubles it, and chance spreads them. */
export function ossCalls(place: OssPlace, keys: Held<OssKeys>, pauseMs = 300): OssCalls {
  let made: { readonly of: Expiring<OssKeys>; readonly client: Promise<OSS> } | undefined;
  const clientOf = (held: Expiring<OssKeys>): Promise<OSS> => {
    if (made?.of !== held) made = { of: held, client: ossClient(place, held.value) };
    return made.client;
  };
  const once = async <T>(call: (client: OSS) => Promise<T>): Promise<T> => {
    const held = await keys.get();
    try {
      return await call(await clientOf(held));
    } catch (cause) {
      const fault = ossFault(cause);
      if (!isExpired(fault)) throw fault;
      keys.drop(held);
    }
    return call(await clientOf(await keys.get())).catch((cause) => Promise.reject(ossFault(cause)));
  };
  const withRetry = async <T>(call: (client: OSS) => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await once(call);
      } catch (fault) {
        if (!isPassing(fault) || tried === maxAttempts) throw fault;
        await setTimeout(pauseMs * 2 ** (tried - 1) + randomInt(pauseMs));
      }
    }
  };
  return { once, withRetry };
}

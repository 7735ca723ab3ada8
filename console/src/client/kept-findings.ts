import type { Client } from '@tongcheng/shared/client';
import { type Instant, minuteMs } from '@tongcheng/shared/time';

/** What was found, with whether the answer was one. */
interface Found {
  readonly reply: { readonly ok: boolean };
}

/** Keeps for a minute what was found for a `key`; what failed is asked for again. */
export interface KeptFindings<F extends Found> {
  /** What was found for the key within the last minute, else found now. */
  readonly foundLately: (key: string, now: Instant, find: () => Promise<readonly F[]>) => Promise<readonly F[]>;
}

/**
 * For each client what it found lately. A page over fifteen cities asks eight questions of each: opened a third time within a minute it
 * would leave its reader no questions for other pages.
 */
export function keptFindings<F extends Found>(): (client: Client) => KeptFindings<F> {
  const keptOf = new WeakMap<Client, Map<string, { readonly at: Instant; readonly findings: readonly F[] }>>();
  return (client) => {
    const all = keptOf.get(client) ?? new Map<string, { readonly at: Instant; readonly findings: readonly F[] }>();
    keptOf.set(client, all);
    return {
      foundLately: async (key, now, find) => {
        const before = all.get(key);
        if (before && now - before.at < minuteMs) return before.findings;
        const findings = await find();
        if (findings.every(({ reply }) => reply.ok)) all.set(key, { at: now, findings });
        return findings;
      },
    };
  };
}

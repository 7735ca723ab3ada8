import type { Client } from '@tongcheng/shared/client';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { SectionFinding } from './morning-sections';

interface Kept {
  readonly at: Instant;
  readonly findings: readonly SectionFinding[];
}

const keptOf = new WeakMap<Client, Map<string, Kept>>();

/**
 * What was found for a `key` within the last minute by the same client, else found now. A page over fifteen cities asks eight questions
 * of each: opened a third time within a minute it would leave its reader no questions for other pages. What failed is never kept.
 */
export async function foundLately(
  client: Client,
  key: string,
  now: Instant,
  find: () => Promise<readonly SectionFinding[]>,
): Promise<readonly SectionFinding[]> {
  const all = keptOf.get(client) ?? new Map<string, Kept>();
  keptOf.set(client, all);
  const before = all.get(key);
  if (before && now - before.at < minuteMs) return before.findings;
  const findings = await find();
  if (findings.every(({ reply }) => reply.ok)) all.set(key, { at: now, findings });
  return findings;
}

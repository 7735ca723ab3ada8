import { createHash, createHmac } from 'node:crypto';
import { type AccessEntry, accessLog, type TimedAccess } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { type AuditNeeds, auditKey, beginningOf, linkHash, linkId } from '@tongcheng/cloudfunctions/app/audit/chain';
import { dayOf } from '@tongcheng/shared/time';

const idOf = (number: number): string => createHash('sha256').update(`bench ${number}`).digest('hex').slice(0, 32);

/** What an officer's look leaves in the log. */
const anAccess = (at: number, number: number): TimedAccess => ({
  at,
  access: {
    ...{ purpose: 'tracing', who: idOf(number % 40), city: '420100', day: dayOf(at), what: idOf(number) },
    ...{ reason: 'open-names', counts: { riders: number % 50, matches: number % 400 } },
  },
});

/** Where a log begins and how its links are made. */
export interface LogShape {
  readonly entries: number;
  /** Accesses of one link: one in a quiet hour, many where many wait for one commit. */
  readonly perLink: number;
  /** Chains of other processes exist; each log of a day is a chain of its own. */
  readonly writer: number;
}

/** Writes a chain of so many entries, as the product chains them, and gives its links' number. */
export async function writeLog(needs: AuditNeeds, { entries, perLink, writer }: LogShape): Promise<number> {
  const key = await auditKey(needs);
  const at = needs.clock.now();
  let before: string = (await beginningOf(needs, key)).hash;
  let links: AccessEntry[] = [];
  let number = 0;
  for (let done = 0; done < entries; done += perLink) {
    const [first, ...more] = Array.from({ length: perLink }, (_, each) => anAccess(at, done + each));
    if (!first) throw new Error('a link of nothing');
    number += 1;
    const link = { _id: linkId(dayOf(at), writer, number), ...first, before, ...(more.length > 0 && { more }) };
    const entry = { ...link, hash: linkHash(key, link) };
    before = entry.hash;
    links.push(entry);
    if (links.length * perLink < 1_000 && done + perLink < entries) continue;
    await needs.store.insertMany(accessLog, links);
    links = [];
  }
  return number;
}

/** The floor: the same bytes in one keyed chain, and nothing else: no store, no document, no order of fields. Entries a second. */
export function bareChain(key: Uint8Array, lines: readonly string[], entries: number): number {
  const startedAt = process.cpuUsage();
  let before = '';
  for (const line of lines) before = createHmac('sha256', key).update(before).update(line).digest('hex');
  const { user, system } = process.cpuUsage(startedAt);
  return entries / ((user + system) / 1e6);
}

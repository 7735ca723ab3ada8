import { createHash } from 'node:crypto';
import { statusListSize } from '@tongcheng/shared/credentials/status-bits';
import { type Day, dayMs, dayStart } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { Issue } from './month-issues';
import { type PassRecord, passDay, passes } from './pass-record';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'day'>;
}

/** Places of one day: half of the list, so that passes of two days that follow one another never share one. */
const placesADay = statusListSize / 2;

/** So many places are tried: with half of them taken a thousand misses in a row never happen. */
const maxTries = 1_000;

/**
 * The record of an issue, written by whoever first needs it: an issue that was taken and whose record was lost is written by the next. The
 * day's key says whose it is.
 */
export async function writePass(needs: Needs, subject: string, issue: Issue): Promise<PassRecord> {
  const day = passDay(issue.passId);
  const vault = await needs.vault.day(issue.city, day);
  if (!vault) throw new Error(`the key of ${day} in ${issue.city} was destroyed while a pass of it is valid`);
  const { isRevoked: _, ...facts } = issue;
  const pass = { ...facts, day, pseudonym: vault.pseudonym(subject) };
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const statusIndex = placeOf(issue.passId, day, attempt);
    const _id = `${day}.${issue.city}.${statusIndex}`;
    const record = { _id, statusIndex, ...pass };
    if ((await needs.store.insert(passes, record)) === 'inserted') return record;
    const held = await needs.store.get(passes, _id);
    if (held?.passId === issue.passId) return held;
  }
  throw new Error(`no place in the status list of ${issue.city} on ${day}`);
}

/** The places that a pass tries, one after another: the same for every instance. */
function placeOf(passId: string, day: Day, attempt: number): number {
  const digest = createHash('sha256').update(`${passId}.${attempt}`).digest();
  const half = isEven(day) ? 0 : placesADay;
  return half + (digest.readUInt32BE(0) % placesADay);
}

/** Days take turns, across months and years. */
const isEven = (day: Day): boolean => ((dayStart(day) - dayStart('1970-01-01')) / dayMs) % 2 === 0;

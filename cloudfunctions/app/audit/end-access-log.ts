import { type Day, dayStart } from '@tongcheng/shared/time';
import type { Log } from '../../ports/log';
import type { ObjectStore } from '../../ports/object-store';
import { accessAnchors, beginningId } from './access-anchor';
import { accessArchives, archivedFrom, onlineFrom, onlineLinks, writeArchive } from './access-archive';
import { type AccessEntry, accessAbout, accessLog } from './access-entry';
import { AccessLogBroken } from './anchor-access-log';
import { type AuditNeeds, auditKey, linkedDays } from './chain';
import { walkEarlier } from './check-access-log';
import { aboutRows } from './record-access';
import { walkDay } from './walk-day';

/** What ending the log takes. */
export interface EndLogNeeds extends AuditNeeds {
  readonly objects: Pick<ObjectStore, 'put' | 'delete'>;
  readonly log: Log;
}

/** Days that one run of the timer puts into files at most: an installation that was away for long catches up in some runs. */
const maxDays = 40;

/**
 * Clock 3: a day of the access log that is older than six months leaves the store for a file, and the file goes after three years; the day's head
 * stays for good. Only a day that fits its head goes; one that does not throws and stays, for whoever looks into it. What a killed run left
 * half done is done again.
 */
export async function endAccessLog(needs: EndLogNeeds): Promise<void> {
  const from = onlineFrom(needs.clock.now());
  const past = [...(await linkedDays(needs.store))].filter((day) => day < from).sort();
  const beginning = await needs.store.get(accessAnchors, beginningId);
  const isEarlierPast = beginning !== undefined && beginning.at < dayStart(from);
  for (const day of [...(isEarlierPast ? [beginningId] : []), ...past].slice(0, maxDays)) await archiveDay(needs, day);
  await removePast(needs);
}

async function archiveDay(needs: EndLogNeeds, day: string): Promise<void> {
  if (!(await needs.store.get(accessArchives, day))) {
    await mustFit(needs, day);
    const archive = await writeArchive(needs, day);
    if (!archive) return;
    needs.log.event('notice', 'a day of the access log went into a file', { day, count: archive.links });
  }
  for await (const batch of onlineLinks(needs, day)) for (const entry of batch) await removeLink(needs, entry);
}

/** A day that was tampered with does not leave the store: the file would hold it for good. */
async function mustFit(needs: EndLogNeeds, day: string): Promise<void> {
  const key = await auditKey(needs);
  const beginning = await needs.store.get(accessAnchors, beginningId);
  const bad =
    day === beginningId
      ? await walkEarlier(onlineLinks(needs, day), beginning?.earlier)
      : await fitsHead(needs, day, key, beginning?.hash ?? '');
  if ('firstBad' in bad) throw new AccessLogBroken(`the access log does not fit at ${bad.firstBad}: ${bad.why}`);
}

async function fitsHead(needs: EndLogNeeds, day: Day, key: Uint8Array, beginning: string) {
  const anchor = await needs.store.get(accessAnchors, day);
  if (!anchor?.isFinal) return { firstBad: day, why: 'anchor-missing' } as const;
  return walkDay(onlineLinks(needs, day), day, { key, beginning, heads: anchor.chains, isOver: true });
}

/** Rows of what it is about first: a link without them shows to nobody, and they without it would lead nowhere. */
async function removeLink({ store }: EndLogNeeds, entry: AccessEntry): Promise<void> {
  for (const { _id } of aboutRows(entry)) await store.delete(accessAbout, _id);
  await store.delete(accessLog, entry._id);
}

async function removePast(needs: EndLogNeeds): Promise<void> {
  const before = archivedFrom(needs.clock.now());
  for await (const batch of needs.store.stream(accessArchives, { where: {} }))
    for (const { _id, key, at } of batch) {
      if (_id === beginningId ? at >= dayStart(before) : _id >= before) continue;
      await needs.objects.delete(key);
      await needs.store.delete(accessArchives, _id);
      needs.log.event('notice', 'a file of the access log was removed', { day: _id });
    }
}

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { addDays, type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';
import type { ObjectStore } from '../../ports/object-store';
import { beginningId } from './access-anchor';
import { type AccessEntry, accessLog } from './access-entry';
import { type AuditNeeds, earlierIds, linksOfDay } from './chain';

/** Clock 3 of the domain: at hand for six months, in a file until three years after the day. */
const onlineDays = 183;
const archivedDays = 1_096;

/** The file of a day of the access log that is no longer at hand. */
export interface AccessArchive {
  /** The day, or {@link beginningId}: the entries of earlier releases that had no key. */
  readonly _id: string;
  readonly key: string;
  readonly links: number;
  /** SHA-256 of the file: says early that it was damaged. What was changed on purpose shows against the chain's key. */
  readonly sha256: string;
  readonly at: Instant;
}
export const accessArchives = collection<AccessArchive>()({
  name: 'access-archives',
  keep: { until: 'access-log' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** What reading a log takes of which some days are in files. */
export interface ArchiveNeeds extends AuditNeeds {
  readonly objects: Pick<ObjectStore, 'head' | 'get'>;
}

/** The first day that is at hand. */
export const onlineFrom = (now: Instant): Day => addDays(dayOf(now), -onlineDays);
/** The first day of which there is a file. */
export const archivedFrom = (now: Instant): Day => addDays(dayOf(now), -archivedDays);

const contentType = 'application/gzip';
const pack = promisify(gzip);
const unpack = promisify(gunzip);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keyOf = (day: string): string => `access-log/${day}.jsonl.gz`;
const idsOf = (day: string) => (day === beginningId ? earlierIds : linksOfDay(day));

/** The file does not hold what was put into it. */
export class ArchiveDamaged extends Error {
  override readonly name = 'ArchiveDamaged';
}

/** There is no such file. */
export class ArchiveMissing extends Error {
  override readonly name = 'ArchiveMissing';
}

/** Writes a day's links into a file, durably; the same file when it is done again. Gives undefined for a day without links. */
export async function writeArchive(
  needs: AuditNeeds & { readonly objects: Pick<ObjectStore, 'put'> },
  day: string,
): Promise<AccessArchive | undefined> {
  const lines: string[] = [];
  for await (const batch of onlineLinks(needs, day))
    for (const { _id, at, access, more, before, hash } of batch)
      lines.push(JSON.stringify({ _id, at, access, ...(more && { more }), before, hash }));
  if (lines.length === 0) return undefined;
  const file = await pack(lines.join('\n'));
  const archive = { _id: day, key: keyOf(day), links: lines.length, sha256: digest(file), at: needs.clock.now() };
  await needs.objects.put(archive.key, file, contentType);
  await needs.store.insert(accessArchives, archive);
  return archive;
}

/** The links of a day that are at hand, by id. */
export const onlineLinks = ({ store }: Pick<AuditNeeds, 'store'>, day: string) =>
  store.stream(accessLog, { where: { _id: idsOf(day) }, order: { by: '_id', direction: 'asc' } });

/** The links of a day out of its file, by id; throws ArchiveMissing and ArchiveDamaged (not the file that was written). */
export async function* archivedLinks(
  { objects }: Pick<ArchiveNeeds, 'objects'>,
  { key, sha256 }: AccessArchive,
): AsyncIterable<readonly AccessEntry[]> {
  if (!(await objects.head(key))) throw new ArchiveMissing(`the file ${key} is gone`);
  const file = await buffer(await objects.get(key));
  if (digest(file) !== sha256) throw new ArchiveDamaged(`the file ${key} is not the one that was written`);
  const lines = (await unpack(file)).toString().split('\n');
  yield lines.map((line): AccessEntry => JSON.parse(line));
}

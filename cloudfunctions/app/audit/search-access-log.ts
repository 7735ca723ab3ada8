import type { AccessPurpose } from '@tongcheng/shared/oversight/wire';
import type { Day } from '@tongcheng/shared/time';
import { type AccessArchive, type ArchiveNeeds, accessArchives, archivedLinks } from './access-archive';
import { type AccessEntry, aboutDay, accessAbout, accessLog, type TimedAccess } from './access-entry';
import type { AuditNeeds } from './chain';

/** What is looked for. */
export interface AccessQuery {
  /** Entries of the whole installation (without a city) are among those of every city. Absent: all cities. */
  readonly city?: string;
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  readonly purpose?: AccessPurpose | undefined;
  /** Ids of those who looked, as entries name them. */
  readonly who?: readonly string[] | undefined;
  /** What was opened, by its id: a report, an appeal, a city's day (`420100.2026-11-28`), an official. */
  readonly about?: string | undefined;
}

/** An entry and its number. */
export interface FoundAccess extends TimedAccess {
  readonly entry: string;
}

/** Entries, the latest link first; `next` is where a further page begins, also when this one found nothing yet. */
export interface FoundAccesses {
  readonly found: readonly FoundAccess[];
  readonly next?: string;
}

/** Links that one page looks through at most, so that a rare word costs no more than a common one. */
const maxLooked = 5_000;

/** Which entries about one thing are asked for at most; the latest are kept. */
const maxAbout = 1_000;

/** A page of what is at hand; `limit` entries or a few more, since a link is never parted. */
export async function searchAccessLog(
  { store }: Pick<AuditNeeds, 'store'>,
  query: AccessQuery,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<FoundAccesses> {
  const found: FoundAccess[] = [];
  let looked = 0;
  for await (const link of linksOf(store, query, after)) {
    looked += 1;
    found.push(...matching(link, query).reverse());
    if (found.length >= limit || looked >= maxLooked) return { found, next: link._id };
  }
  return { found };
}

/** Entries out of files of days that are no longer at hand, a day at a time in its order. */
export async function* searchArchives(needs: ArchiveNeeds, query: AccessQuery): AsyncIterable<readonly FoundAccess[]> {
  const past: AccessArchive[] = [];
  const where = { _id: { gte: query.from, lt: `${query.to}/` } };
  for await (const batch of needs.store.stream(accessArchives, { where })) past.push(...batch);
  for (const archive of past.sort((one, other) => (one._id < other._id ? -1 : 1)))
    for await (const links of archivedLinks(needs, archive)) yield links.flatMap((link) => matching(link, query));
}

async function* linksOf(
  store: AuditNeeds['store'],
  query: AccessQuery,
  after: string | undefined,
): AsyncIterable<AccessEntry> {
  const end = after ?? `${query.to}/`;
  if (query.about !== undefined) yield* linksAbout(store, query.about, { from: `${query.from}.`, end });
  else {
    const where = { _id: { gte: `${query.from}.`, lt: end } };
    for await (const batch of store.stream(accessLog, { where, order: { by: '_id', direction: 'desc' } })) yield* batch;
  }
}

async function* linksAbout(
  store: AuditNeeds['store'],
  about: string,
  { from, end }: { readonly from: string; readonly end: string },
): AsyncIterable<AccessEntry> {
  const rows = await store.find(accessAbout, {
    where: { about },
    order: { by: '_id', direction: 'desc' },
    limit: maxAbout,
  });
  const links = new Set(rows.items.map(({ entry }) => entry.split('+')[0] ?? ''));
  for (const id of [...links].filter((each) => each >= from && each < end)) {
    const link = await store.get(accessLog, id);
    if (link) yield link;
  }
}

/** The entries of a link that are asked for, with their numbers, in order. */
function matching(link: AccessEntry, query: AccessQuery): FoundAccess[] {
  const all = [{ at: link.at, access: link.access }, ...(link.more ?? [])];
  return all
    .map((each, place) => ({ ...each, entry: place === 0 ? link._id : `${link._id}+${place}` }))
    .filter(({ access }) => isAsked(access, query));
}

function isAsked({ city, day, purpose, who, what }: TimedAccess['access'], query: AccessQuery): boolean {
  if (query.city !== undefined && city !== '' && city !== query.city) return false;
  if (query.purpose !== undefined && purpose !== query.purpose) return false;
  if (query.who !== undefined && !query.who.includes(who)) return false;
  const { about } = query;
  return about === undefined || about === what || (day !== undefined && about === aboutDay(city, day));
}

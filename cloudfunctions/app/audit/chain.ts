import { createHash, createHmac } from 'node:crypto';
import type { Day } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Json } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { type AccessAnchor, accessAnchors, beginningId } from './access-anchor';
import { type AccessEntry, accessLog } from './access-entry';
import { canonicalJson } from './canonical-json';

/** What the access log takes: its key comes from the key service, so that whoever holds the store alone can write no link. */
export interface AuditNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/** What the first link of all follows. */
export const nothingBefore = '0'.repeat(64);

/** Ids of links of one day. */
export const linksOfDay = (day: Day) => ({ gte: `${day}.`, lt: `${day}/` });

/** Ids of the unkeyed chain of earlier releases, and of what came after it. */
export const earlierIds = { lt: '1' };
export const keyedIds = { gte: '1' };

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

/** The id of an entry of earlier releases. */
export const earlierId = (place: number): string => padded(place, 12);

/** The id of a link. */
export const linkId = (day: Day, writer: number, number: number): string =>
  `${day}.${padded(writer, 6)}.${padded(number, 8)}`;

/** What an id of a link says. */
export function placeOf(id: string): { readonly day: Day; readonly writer: number; readonly number: number } {
  const [day = '', writer, number] = id.split('.');
  return { day, writer: Number(writer), number: Number(number) };
}

/** The sum of an entry of earlier releases, without a key. */
export const earlierHash = ({ _id, at, access, before }: Omit<AccessEntry, 'hash'>): string =>
  createHash('sha256')
    .update(canonicalJson([_id, at, { ...access }, before]))
    .digest('hex');

const keyed = (key: Uint8Array, what: string, value: Json): string =>
  createHmac('sha256', key)
    .update(what + canonicalJson(value))
    .digest('hex');

/** The keyed sum of a link. */
export const linkHash = (
  key: Uint8Array,
  { _id, at, access, more = [], before }: Omit<AccessEntry, 'hash'>,
): string => {
  const accesses = [{ at, access }, ...more].map((each) => ({ at: each.at, access: { ...each.access } }));
  return keyed(key, 'link', [_id, before, accesses]);
};

/** The keyed sum of a day's head. */
export const anchorHash = (key: Uint8Array, anchor: Omit<AccessAnchor, 'hash'>): string => {
  const { _id, number, at, before, chains, isFinal, earlier } = anchor;
  const heads = chains.map(({ writer, links, hash }) => [writer, links, hash]);
  return keyed(key, 'anchor', [
    _id,
    number,
    at,
    before,
    heads,
    isFinal,
    earlier ? [earlier.entries, earlier.hash] : null,
  ]);
};

/** The key of the log. */
export const auditKey = ({ keys }: Pick<AuditNeeds, 'keys'>): Promise<Uint8Array> => keys.derive('access-log');

/**
 * The beginning of the keyed log, made at first use: from then on the chain of earlier releases is closed, since its length and
 * its last sum are in what every later link follows.
 */
export async function beginningOf(needs: AuditNeeds, key: Uint8Array): Promise<AccessAnchor> {
  const found = await needs.store.get(accessAnchors, beginningId);
  if (found) return found;
  const where = { _id: earlierIds };
  const { items } = await needs.store.find(accessLog, { where, order: { by: '_id', direction: 'desc' }, limit: 1 });
  const earlier = { entries: await needs.store.count(accessLog, where), hash: items[0]?.hash ?? nothingBefore };
  const made = {
    ...{ _id: beginningId, number: 0, at: needs.clock.now(), before: nothingBefore },
    ...{ chains: [], isFinal: true, earlier },
  };
  await needs.store.insert(accessAnchors, { ...made, hash: anchorHash(key, made) });
  return beginningOf(needs, key);
}

/** Days of which there are links at hand; a question for each. */
export async function linkedDays(store: DocumentStore): Promise<ReadonlySet<Day>> {
  const days = new Set<Day>();
  let from = keyedIds.gte;
  for (;;) {
    const { items } = await store.find(accessLog, { where: { _id: { gte: from } }, limit: 1 });
    const [first] = items;
    if (!first) return days;
    const { day } = placeOf(first._id);
    days.add(day);
    from = `${day}/`;
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { type AccessAnchor, accessAnchors } from '@tongcheng/cloudfunctions/app/audit/access-anchor';
import { type AccessEntry, accessLog, type RecordedAccess } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { anchorAccessLog } from '@tongcheng/cloudfunctions/app/audit/anchor-access-log';
import { linkId, placeOf } from '@tongcheng/cloudfunctions/app/audit/chain';
import { checkAccessLog, type MailedHead } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import type { Collection, Doc, DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { dayMs } from '@tongcheng/shared/time';
import { seededNumbers } from '../world/chance';
import { standingClock } from '../world/clock';
import { testMaster } from '../world/instance';
import { memoryObjects } from '../world/memory-objects';
import { clock as at } from '../world/ride-settings';

/** What somebody who can write to the store, and has no key, does to the access log. */
export const editKinds = [
  'flip',
  'delete',
  'reorder',
  'truncate',
  'roll-back',
  'add',
  'flip-head',
  'delete-head',
] as const;
type EditKind = (typeof editKinds)[number];

/** How many edits of each kind were made, all of them found and the first bad entry named. */
export type EditsFound = Readonly<Record<EditKind, number>>;

const daysWritten = 3;
const processes = 2;
const linksOfChain = 12;

/** A log of three days of two processes each, with its heads, as it is and as it was after each day. */
async function openLog(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-edited-log-'));
  const store = openSqliteStore({ folder });
  const clock = standingClock(at('12:00:00'));
  const needs = { store, clock, keys: keyFileService(testMaster), objects: memoryObjects() };
  const random = seededNumbers(seed);
  const writers = Array.from({ length: processes }, () => ({ ...needs, store: { ...store } }));
  const earlier: Kept[] = [];
  for (let day = 0; day < daysWritten; day += 1) {
    for (let link = 0; link < linksOfChain; link += 1)
      for (const writer of writers) {
        const together = 1 + Math.floor(random() * 3);
        const what = (each: number) => `case-${day}-${link}-${each}`;
        const accesses = Array.from(
          { length: together },
          (_, each): RecordedAccess => ({
            ...{ purpose: 'tracing', who: `official-${link % 3}`, city: '420100', what: what(each) },
            counts: { riders: Math.floor(random() * 50) },
          }),
        );
        await Promise.all(accesses.map((access) => recordAccess(writer, access)));
      }
    await anchorAccessLog(needs);
    earlier.push(await keptIn(store));
    clock.set(clock.now() + dayMs);
    await anchorAccessLog(needs);
  }
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { needs, random, earlier, kept: await keptIn(store), close };
}

interface Kept {
  readonly links: readonly AccessEntry[];
  readonly heads: readonly AccessAnchor[];
}

async function keptIn(store: DocumentStore): Promise<Kept> {
  return { links: await allOf(store, accessLog), heads: await allOf(store, accessAnchors) };
}

async function allOf<D extends Doc>(store: DocumentStore, from: Collection<D>): Promise<readonly D[]> {
  const all: D[] = [];
  for await (const batch of store.stream(from, { where: {} }))
    for (const { _v, ...each } of batch) all.push(JSON.parse(JSON.stringify(each)));
  return all;
}

/** An edit: documents as they are afterwards (none where one is gone), and which entry, or day of a head, must be named. */
interface Edit {
  readonly links?: ReadonlyMap<string, AccessEntry | undefined>;
  readonly heads?: ReadonlyMap<string, AccessAnchor | undefined>;
  readonly firstBad: string;
}

/** Makes so many edits one after the other, each undone before the next; throws at the first that is not found, or named wrongly. */
export async function editLogs(edits: number, seed: number): Promise<EditsFound> {
  const log = await openLog(seed);
  const found = {
    flip: 0,
    delete: 0,
    reorder: 0,
    truncate: 0,
    'roll-back': 0,
    add: 0,
    'flip-head': 0,
    'delete-head': 0,
  };
  try {
    // The last day that is over: its head went out with the morning's mail.
    const last = log.kept.heads.at(-2);
    if (!last) throw new Error('there are no heads');
    const mailed = { day: last._id, hash: last.hash };
    await mustBeWhole(log.needs, mailed);
    for (let number = 0; number < edits; number += 1) {
      const kind = editKinds[number % editKinds.length] ?? 'flip';
      const edit = makers[kind](log, mailed);
      await write(log.needs.store, edit, log.kept, false);
      const check = await checkAccessLog(log.needs, { mailed });
      if (check.whole || check.firstBad !== edit.firstBad)
        throw new Error(
          `edit ${number} of seed ${seed}, ${kind}: ${edit.firstBad} not named: ${JSON.stringify(check)}`,
        );
      await write(log.needs.store, edit, log.kept, true);
      found[kind] += 1;
    }
    await mustBeWhole(log.needs, mailed);
    return found;
  } finally {
    await log.close();
  }
}

type Log = Awaited<ReturnType<typeof openLog>>;

async function mustBeWhole(needs: Log['needs'], mailed: MailedHead): Promise<void> {
  const check = await checkAccessLog(needs, { mailed });
  if (!check.whole) throw new Error(`the log is not whole before it is edited: ${JSON.stringify(check)}`);
}

/** Writes an edit into the store, or what was there before it. */
async function write(store: DocumentStore, { links, heads }: Edit, kept: Kept, back: boolean): Promise<void> {
  const as = <D extends Doc>(edited: ReadonlyMap<string, D | undefined>, all: readonly D[]) =>
    [...edited].map(([id, document]) => [id, back ? all.find(({ _id }) => _id === id) : document] as const);
  for (const [id, link] of as(links ?? new Map(), kept.links)) await put(store, accessLog, id, link);
  for (const [id, head] of as(heads ?? new Map(), kept.heads)) await put(store, accessAnchors, id, head);
}

async function put<D extends Doc>(store: DocumentStore, into: Collection<D>, id: string, document: D | undefined) {
  if (document === undefined) return store.delete(into, id);
  const there = await store.get(into, id);
  return there ? store.update(into, document, there._v) : store.insert(into, document);
}

type Maker = (log: Log, mailed: MailedHead) => Edit;

const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const makers: Readonly<Record<EditKind, Maker>> = {
  flip: ({ kept, random }) => {
    const link = pick(random, kept.links);
    return { links: new Map([[link._id, flipped(link, random)]]), firstBad: link._id };
  },
  delete: ({ kept, random }) => {
    const { _id } = pick(random, kept.links);
    return { links: new Map([[_id, undefined]]), firstBad: _id };
  },
  reorder: ({ kept, random }) => {
    const one = pick(random, kept.links);
    const other = pick(
      random,
      kept.links.filter(({ _id }) => _id !== one._id),
    );
    const links = new Map([
      [one._id, { ...other, _id: one._id }],
      [other._id, { ...one, _id: other._id }],
    ]);
    return { links, firstBad: one._id < other._id ? one._id : other._id };
  },
  truncate: ({ kept, random }) => {
    const { _id } = pick(random, kept.links);
    return { links: goneFrom(kept.links, _id), firstBad: _id };
  },
  'roll-back': ({ kept, earlier, random }, mailed) => {
    const before = pick(random, earlier);
    const links = changed(kept.links, before.links);
    // With the heads, as a restored backup has it, or without, as a copy of one table.
    if (random() < 0.5 || links.size === 0)
      return { links, heads: changed(kept.heads, before.heads), firstBad: mailed.day };
    return { links, firstBad: [...links.keys()].sort()[0] ?? '' };
  },
  add: ({ kept, random }) => {
    const like = pick(random, kept.links);
    const { day, writer } = placeOf(like._id);
    const chain = chainOf(kept.links, like._id);
    const _id = random() < 0.5 ? linkId(day, writer, chain.length + 1) : linkId(day, processes + 1, 1);
    return { links: new Map([[_id, { ...like, _id, before: chain.at(-1)?.hash ?? '' }]]), firstBad: _id };
  },
  'flip-head': ({ kept, random }) => {
    const head = pick(random, kept.heads);
    return { heads: new Map([[head._id, flipped(head, random)]]), firstBad: head._id };
  },
  // Not that of today, which is renewed every few minutes and went out in no mail yet.
  'delete-head': ({ kept, random }) => {
    const at = Math.floor(random() * (kept.heads.length - 1));
    const [gone, next] = [kept.heads[at]?._id ?? '', kept.heads[at + 1]?._id ?? ''];
    return { heads: new Map([[gone, undefined]]), firstBad: at === 0 ? gone : next };
  },
};

/** What must be written for the one to become the other. */
const changed = <D extends Doc>(now: readonly D[], before: readonly D[]): ReadonlyMap<string, D | undefined> =>
  new Map(
    now.flatMap((each) => {
      const was = before.find(({ _id }) => _id === each._id);
      return JSON.stringify(was) === JSON.stringify(each) ? [] : [[each._id, was] as const];
    }),
  );

function chainOf(links: readonly AccessEntry[], id: string): readonly AccessEntry[] {
  const { day, writer } = placeOf(id);
  return links.filter(({ _id }) => placeOf(_id).day === day && placeOf(_id).writer === writer);
}

const goneFrom = (links: readonly AccessEntry[], id: string) =>
  new Map(chainOf(links, id).flatMap(({ _id }) => (_id >= id ? [[_id, undefined] as const] : [])));

/** The same document with one value of it changed by as little as can be: a character, one, a truth. Its id stays. */
function flipped<D extends Doc>(document: D, random: () => number): D {
  const copy: D = JSON.parse(JSON.stringify(document));
  const leaves = leavesOf(copy).filter(({ path }) => path !== '_id');
  pick(random, leaves).set(random);
  return copy;
}

interface Leaf {
  readonly path: string;
  readonly set: (random: () => number) => void;
}

function leavesOf(value: object, path = ''): readonly Leaf[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]): readonly Leaf[] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof each === 'object' && each !== null) return leavesOf(each, at);
    return [{ path: at, set: (random) => Reflect.set(value, name, otherThan(each, random)) }];
  });
}

function otherThan(value: unknown, random: () => number): unknown {
  if (typeof value === 'number') return value + (random() < 0.5 ? 1 : -1);
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const at = Math.floor(random() * text.length);
  const other = text.charAt(at) === 'a' ? 'b' : 'a';
  return text.slice(0, at) + other + text.slice(at + 1);
}

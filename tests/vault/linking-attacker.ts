import { type Database, namesIn, openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { Collection, Doc, DocumentStore, Where } from '@tongcheng/cloudfunctions/ports/document-store';
import { idPattern, idTime } from '@tongcheng/shared/ids';
import { type Day, dayMs, dayOf, dayStart } from '@tongcheng/shared/time';

/** What leads to an account, at a time of the day finer than the day. */
interface Trace {
  readonly account: string;
  readonly at: number;
  /** Where it was found. */
  readonly where: string;
}

/** Everything a reader of the documents sees, without any key. */
export interface Loot {
  readonly traces: readonly Trace[];
  /** When each pseudonym of the day scanned. */
  readonly scansOf: ReadonlyMap<string, readonly number[]>;
  readonly accounts: readonly string[];
  /** The account of each id that documents tie to one; accounts of one person or family are one. */
  readonly ownerOf: ReadonlyMap<string, string>;
}

/** Reads every document of every collection, as somebody who knows this program's code and has no key. */
export async function readDocuments(store: DocumentStore, day: Day): Promise<Loot> {
  const ownerOf = await owners(store);
  const traces: Trace[] = [];
  for (const { name, visit } of everyCollection)
    if (name !== scans.name)
      await visit({
        of: async (from) => {
          for await (const document of documentsOf(store, from)) traces.push(...tracesIn(document, ownerOf, day, name));
        },
      });
  const scansOf = new Map<string, number[]>();
  for await (const batch of store.stream(scans, { where: { day } }))
    for (const { rider, scannedAt } of batch) scansOf.set(rider, [...(scansOf.get(rider) ?? []), scannedAt]);
  return { traces, scansOf, accounts: [...new Set(ownerOf.values())], ownerOf };
}

async function* documentsOf<D extends Doc>(store: DocumentStore, from: Collection<D>): AsyncGenerator<D> {
  for (const day of from.partition === 'day' ? await store.days(from) : [undefined]) {
    const where: Where<D> = JSON.parse(JSON.stringify({ day }));
    for await (const batch of store.stream(from, { where })) yield* batch;
  }
}

/**
 * Every id that is an account, or that documents of persons and accounts tie to one, however many of them lie between. Accounts of one person, and of a family,
 * are one: whoever leads to the one has found the other.
 */
async function owners(store: DocumentStore): Promise<ReadonlyMap<string, string>> {
  const known: string[] = [];
  for await (const batch of store.stream(accounts, { where: {} })) for (const { _id } of batch) known.push(_id);
  const tied: (readonly string[])[] = [];
  for (const { belongs, visit } of everyCollection)
    if (belongs.to === 'person' || belongs.to === 'account')
      await visit({
        of: async (from) => {
          for await (const document of documentsOf(store, from)) tied.push(idsIn(document));
        },
      });
  return grouped(known, tied);
}

/** Ids that stand in one document are one group, and groups that share an id; each is named by its first account. */
function grouped(known: readonly string[], tied: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const next = parent.get(id) ?? id;
    return next === id ? id : root(next);
  };
  for (const [first = '', ...others] of tied) for (const id of others) parent.set(root(id), root(first));
  const nameOf = new Map<string, string>();
  for (const account of known) if (!nameOf.has(root(account))) nameOf.set(root(account), account);
  const found = new Map<string, string>();
  for (const id of [...known, ...tied.flat()]) {
    const owner = nameOf.get(root(id));
    if (owner !== undefined) found.set(id, owner);
  }
  return found;
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/[./+]/));

const idsIn = (document: Doc): readonly string[] =>
  wordsOf(leavesOf(document).texts).filter((word) => /^[0-9A-Za-z]{26}$/.test(word));

/** Every account that a document names with every time in it, in numbers and in ids, that says more than a day. */
function tracesIn(document: Doc, ownerOf: ReadonlyMap<string, string>, day: Day, where: string): readonly Trace[] {
  const { texts, numbers } = leavesOf(document);
  const words = wordsOf(texts);
  const named = new Set(words.map((word) => ownerOf.get(word)).filter((owner) => owner !== undefined));
  const times = [...numbers, ...words.filter((word) => idPattern.test(word)).map(idTime)];
  const begins = dayStart(day);
  const fine = times.filter((at) => at >= begins && at < begins + dayMs && at !== dayStart(dayOf(at)));
  return [...named].flatMap((account) => fine.map((at) => ({ account, at, where })));
}

function leavesOf(value: unknown): { readonly texts: readonly string[]; readonly numbers: readonly number[] } {
  if (typeof value === 'string') return { texts: [value], numbers: [] };
  if (typeof value === 'number') return { texts: [], numbers: [value] };
  if (typeof value !== 'object' || value === null) return { texts: [], numbers: [] };
  const inside = Object.values(value).map(leavesOf);
  return { texts: inside.flatMap(({ texts }) => texts), numbers: inside.flatMap(({ numbers }) => numbers) };
}

/** Who each pseudonym is taken for: the account with a trace nearest to one of its scans; somebody at random where there is none. */
export function guessByTime({ traces, scansOf, accounts }: Loot, random: () => number): ReadonlyMap<string, string> {
  const guesses = new Map<string, string>();
  for (const [rider, times] of scansOf) {
    let best = { apart: Number.POSITIVE_INFINITY, account: accounts[Math.floor(random() * accounts.length)] ?? '' };
    // What is done before a scan leads to it; what is done after is another's as likely.
    for (const { account, at } of traces)
      for (const scanned of times)
        if (scanned >= at && scanned - at < best.apart) best = { apart: scanned - at, account };
    guesses.set(rider, best.account);
  }
  return guesses;
}

/** The order in which rows lie in each table of a closed store's file, as accounts: by the numbers that SQLite gives rows as they come. */
export function rowOrders(files: readonly string[], { ownerOf }: Loot): ReadonlyMap<string, readonly string[]> {
  const orders = new Map<string, readonly string[]>();
  for (const file of files) {
    const database = openDatabase(file);
    for (const table of namesIn(database, 'table')) {
      const order = accountsIn(database, table, ownerOf);
      if (order.length > 0) orders.set(`${file}: ${table}`, order);
    }
    database.close();
  }
  return orders;
}

function accountsIn(database: Database, table: string, ownerOf: Loot['ownerOf']): readonly string[] {
  const found = new Set<string>();
  for (const row of database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all())
    for (const word of leavesOf(row).texts.flatMap((text) => text.match(/[0-9A-Za-z]{26}/g) ?? [])) {
      const owner = ownerOf.get(word);
      if (owner !== undefined) found.add(owner);
    }
  return [...found];
}

/** Who each pseudonym is taken for when the first to scan is the first of an order. */
export function guessByOrder({ scansOf }: Loot, order: readonly string[]): ReadonlyMap<string, string> {
  const riders = [...scansOf].sort(([, one], [, other]) => Math.min(...one) - Math.min(...other));
  return new Map(
    riders.map(([rider], place) => [rider, order[Math.floor((place * order.length) / riders.length)] ?? '']),
  );
}

/** The share of pseudonyms that were taken for the right account. */
export function shareOf(guesses: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string | undefined>): number {
  const hits = [...truth].filter(([rider, account]) => guesses.get(rider) === account).length;
  return hits / truth.size;
}

/**
 * How far the order of a table is the order in which its accounts first scanned: 1 when it is the same, about 0 when one says nothing of the other (Spearman's
 * rank correlation), in standard deviations of what blind chance gives. A guess misses by one place where a row is missing; this does not.
 */
export function likeness(
  { scansOf }: Loot,
  order: readonly string[],
  truth: ReadonlyMap<string, string | undefined>,
): number {
  const first = new Map<string, number>();
  for (const [rider, times] of scansOf) {
    const account = truth.get(rider) ?? '';
    first.set(account, Math.min(first.get(account) ?? Number.POSITIVE_INFINITY, ...times));
  }
  const rows = order.filter((account) => first.has(account));
  const byScan = [...rows].sort((one, other) => (first.get(one) ?? 0) - (first.get(other) ?? 0));
  const rankByScan = new Map(byScan.map((account, rank) => [account, rank]));
  const n = rows.length;
  const squares = rows.reduce((sum, account, rank) => sum + ((rankByScan.get(account) ?? 0) - rank) ** 2, 0);
  return (1 - (6 * squares) / (n * (n * n - 1))) * Math.sqrt(n - 1);
}

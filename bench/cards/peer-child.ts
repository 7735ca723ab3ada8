import { createHmac, randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { keys, tappedCards, tokenOf } from './set-files';

const [, , way = '', folder = '', count = '0'] = process.argv;
const cards = Number(count);
const taps = 100_000;

const hmac = (token: Uint8Array) => createHmac('sha256', keys.epoch).update(token).digest();

/** The hashes of all cards; the first have numbers that are tapped. */
function* hashes(): Generator<Buffer> {
  const chance = Buffer.alloc(8 * 65_536);
  for (let number = 0; number < cards; number += 1) {
    const at = (number % 65_536) * 8;
    if (at === 0) randomFillSync(chance);
    yield number < tappedCards ? hmac(tokenOf(number)).subarray(0, 8) : chance.subarray(at, at + 8);
  }
}

type LookUp = (hash: Buffer) => number | undefined;

/** A table of the language: hash as text, status. */
function map(): LookUp {
  const statuses = new Map<string, number>();
  for (const hash of hashes()) statuses.set(hash.toString('base64'), 7);
  return (hash) => statuses.get(hash.toString('base64'));
}

/** A database on the gate's disk, by its row id. */
function sqlite(): LookUp {
  const database = new DatabaseSync(join(folder, 'cards.sqlite'));
  database.exec(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE cards (hash INTEGER PRIMARY KEY, status INTEGER); BEGIN',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO cards VALUES (?, 7)');
  const sorted = BigInt64Array.from(hashes(), (hash) => hash.readBigInt64BE());
  for (const hash of sorted.sort()) insert.run(hash);
  database.exec('COMMIT');
  const ask = database.prepare('SELECT status FROM cards WHERE hash = ?');
  return (hash) => (ask.get(hash.readBigInt64BE()) === undefined ? undefined : 7);
}

const ways: Readonly<Record<string, () => LookUp>> = { map, sqlite };

function main() {
  const before = process.memoryUsage().rss;
  const lookUp = ways[way]?.();
  if (!lookUp) throw new Error(`no such way: ${way}`);
  globalThis.gc?.();
  const tokens = Array.from({ length: 20_000 }, (_, turn) => tokenOf(turn % 2 === 0 ? turn * 7 : 5_000_000 + turn));
  let found = 0;
  const began = process.hrtime.bigint();
  for (let turn = 0; turn < taps; turn += 1)
    if (lookUp(hmac(tokens[(turn * 6_007) % tokens.length] ?? Buffer.alloc(32)).subarray(0, 8)) !== undefined)
      found += 1;
  const lookup = Number(process.hrtime.bigint() - began) / 1e3 / taps;
  const residentMB = (process.memoryUsage().rss - before) / 1e6;
  process.stdout.write(`${JSON.stringify({ lookup, residentMB, found })}\n`);
}

main();

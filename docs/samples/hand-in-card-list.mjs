// A client of a card company for its lists, whole: plain Node (20 or later), no packages. The file is read as a stream, however long it is, and goes on
// where the server says, also after a crash of either side. A key is made by hand-in-tickets.mjs.
//
//   node hand-in-card-list.mjs send  SERVER PARTNER KEY-ID KEY.pem CITY KIND VERSION LIST.csv    hands the list in, names bad rows, tells what it changes
//   node hand-in-card-list.mjs look  SERVER PARTNER KEY-ID KEY.pem CITY KIND VERSION             how far it has come
//   node hand-in-card-list.mjs apply SERVER PARTNER KEY-ID KEY.pem CITY KIND VERSION REMOVED     puts it in force; REMOVED as `send` told
//
// LIST.csv is UTF-8 with the header number,name,documentKind,documentNumber and no quotes. Ends with 0, with 1 when the server refused or a row was bad,
// with 2 when it was not reached.
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const rowsARequest = 1_000;
const triesARequest = 6;
const header = 'number,name,documentKind,documentNumber';

/** 26 characters: ten of the time in milliseconds, sixteen of chance. */
function newId() {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const time = Array.from({ length: 10 }, (_, place) => Math.floor(Date.now() / 32 ** (9 - place)) % 32);
  return [...time, ...[...randomBytes(16)].map((byte) => byte % 32)].map((digit) => alphabet[digit]).join('');
}

/** The body of a request: what is asked as text, and a signature over the operation and that text. */
function signed({ partnerId, keyId, key }, operation, input) {
  const payload = JSON.stringify({ requestId: newId(), sentAt: Date.now(), input });
  const text = `tongcheng-signed-request-1\n${operation}\n${payload}`;
  const signature = sign(null, Buffer.from(text, 'utf8'), key).toString('base64url');
  return JSON.stringify({ partnerId, keyId, payload, signature });
}

/** Asks until there is an answer that asking again would not change. Each try is signed anew, since a request is good for five minutes. */
async function ask(partner, operation, input) {
  for (let tried = 1; ; tried += 1) {
    const answer = await askOnce(partner, operation, input).catch(() => undefined);
    if (answer && (answer.ok || answer.failure.retry !== 'later')) return answer;
    if (tried === triesARequest) return answer;
    await pause(500 * 2 ** tried);
  }
}

async function askOnce(partner, operation, input) {
  const reply = await fetch(`${partner.server}/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: signed(partner, operation, input),
    signal: AbortSignal.timeout(60_000),
  });
  return reply.json();
}

/** The rows of a file one by one; the memory that it takes does not grow with the file. */
async function* rowsOf(file) {
  let isFirst = true;
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (isFirst && line.replace(/^\uFEFF/, '') !== header) throw new Error(`the first line is not ${header}`);
    if (!isFirst && line !== '') {
      const [number = '', name = '', documentKind = '', documentNumber = ''] = line.split(',');
      yield { number, name, documentKind, documentNumber };
    }
    isFirst = false;
  }
}

/** First pass: the hash of the file and how many rows it has. */
async function measured(file) {
  const hash = createHash('sha256');
  let totalRows = 0;
  for await (const row of rowsOf(file)) {
    hash.update(JSON.stringify(row));
    totalRows += 1;
  }
  return { fileHash: hash.digest('hex'), totalRows };
}

async function send(partner, list, file) {
  const whole = { ...list, ...(await measured(file)) };
  const known = await ask(partner, 'cards.get-list', list);
  if (!known) return 2;
  const progress = { nextRow: known.ok ? known.value.nextRow : 1, badRows: 0 };
  let rows = [];
  let row = 0;
  for await (const each of rowsOf(file)) {
    row += 1;
    if (row < progress.nextRow) continue;
    rows.push(each);
    if (rows.length < rowsARequest && row < whole.totalRows) continue;
    const answer = await ask(partner, 'cards.hand-in-list', { ...whole, firstRow: row - rows.length + 1, rows });
    if (!answer) return 2;
    if (!answer.ok) return sayRefusal(answer.failure);
    for (const bad of answer.value.bad) console.log(`row ${bad.row} ${bad.code} ${bad.zh} ${bad.en}`);
    rows = [];
  }
  return look(partner, list);
}

async function look(partner, list) {
  const answer = await ask(partner, 'cards.get-list', list);
  return answer ? say(answer) : 2;
}

async function apply(partner, list, removed) {
  const answer = await ask(partner, 'cards.put-list-in-force', { ...list, removed: Number(removed) });
  return answer ? say(answer) : 2;
}

function say(answer) {
  if (!answer.ok) return sayRefusal(answer.failure);
  console.log(
    Object.entries(answer.value)
      .map(([name, value]) => `${name} ${value}`)
      .join('\n'),
  );
  return answer.value.badRows === 0 ? 0 : 1;
}

function sayRefusal({ code, zh, en, details }) {
  console.error(`${code} ${zh} ${en} ${details ? JSON.stringify(details) : ''}`);
  return 1;
}

const acts = { send, look, apply };
const [what, server, partnerId, keyId, keyFile, city, kind, version, last] = process.argv.slice(2);
const act = acts[what];
if (act && version) {
  const partner = { server, partnerId, keyId, key: createPrivateKey(readFileSync(keyFile)) };
  process.exitCode = await act(partner, { city, kind, version: Number(version) }, last);
} else {
  console.error('send | look | apply SERVER PARTNER KEY-ID KEY.pem CITY KIND VERSION [LIST.csv | REMOVED]');
  process.exitCode = 2;
}

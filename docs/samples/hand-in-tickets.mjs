// A client of a ticketing system, whole: plain Node (20 or later), no packages. It hands in the tickets of a JSON file and says what came of each.
//
//   node hand-in-tickets.mjs key KEY.pem                               makes a key; prints the public half, to be registered
//   node hand-in-tickets.mjs own SERVER PARTNER KEY-ID KEY.pem         a first call: our own registration
//   node hand-in-tickets.mjs send SERVER PARTNER KEY-ID KEY.pem TICKETS.json
//
// SERVER is https://…, PARTNER the id that the registration gave. Ends with 0 when every ticket was taken, 1 when one was refused, 2 when the server was
// not reached. Sent again after any of these, nothing happens twice.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const ticketsARequest = 200;
const triesARequest = 6;

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
    signal: AbortSignal.timeout(20_000),
  });
  return reply.json();
}

async function send(partner, tickets) {
  let refused = 0;
  for (let from = 0; from < tickets.length; from += ticketsARequest) {
    const batch = tickets.slice(from, from + ticketsARequest);
    const answer = await ask(partner, 'coaches.hand-in-tickets', { tickets: batch });
    if (!answer) return 2;
    if (!answer.ok) return sayRefusal(answer.failure);
    for (const { ok, ticketNumber, version, outcome, failure } of answer.value.items) {
      if (!ok) refused += 1;
      console.log(`${ticketNumber} v${version} ${ok ? outcome : `${failure.code} ${failure.zh} ${failure.en}`}`);
    }
  }
  return refused === 0 ? 0 : 1;
}

function sayRefusal({ code, zh, en, details }) {
  console.error(`${code} ${zh} ${en} ${details ? JSON.stringify(details) : ''}`);
  return 1;
}

function makeKey(file) {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  console.log(createPublicKey(privateKey).export({ format: 'jwk' }).x);
  return 0;
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'key') process.exitCode = makeKey(rest[0]);
else if (what === 'own' || what === 'send') {
  const [server, partnerId, keyId, keyFile, ticketFile] = rest;
  const partner = { server, partnerId, keyId, key: createPrivateKey(readFileSync(keyFile)) };
  if (what === 'send') process.exitCode = await send(partner, JSON.parse(readFileSync(ticketFile, 'utf8')));
  else {
    const answer = await ask(partner, 'partners.get-own-partner', {});
    if (answer?.ok) console.log(JSON.stringify(answer.value, null, 1));
    process.exitCode = answer?.ok ? 0 : answer ? sayRefusal(answer.failure) : 2;
  }
} else {
  console.error('key KEY.pem | own SERVER PARTNER KEY-ID KEY.pem | send SERVER PARTNER KEY-ID KEY.pem TICKETS.json');
  process.exitCode = 2;
}

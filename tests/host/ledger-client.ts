import { openAsBlob, readSync, writeSync } from 'node:fs';
import { createClient, type Transport } from '@tongcheng/shared/client';
import { dayOf } from '@tongcheng/shared/time';
import { fileRows } from '../../console/src/features/coaches/file-rows';
import { checkLedger } from '../../console/src/features/coaches/ledger/check-ledger';

/** The import of a ledger as the console does it, as a process of its own that may be killed: `ledger-client FILE URL TOKEN CITY`. */
const [file = '', url = '', token = '', city = ''] = process.argv.slice(2);

/** A line reaches the pipe before the next thing happens: what the parent reads was so. */
const say = (line: string) => writeSync(1, `${line}\n`);

/** Waits for the parent's byte, so that a kill comes in the middle of the next request or in the one after it, never too late. */
const untilTold = () => readSync(0, Buffer.alloc(1));

const transport: Transport = async ({ path, body }) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const reply = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: reply.status, body: await reply.json() };
};

async function main(): Promise<void> {
  const { good } = await checkLedger(await openAsBlob(file), dayOf(Date.now()), (rows) => say(`checked ${rows}`));
  const client = createClient(transport, () => undefined);
  const { filed, same, refused, stopped } = await fileRows(client, city, good, (sent) => {
    say(`sent ${sent}`);
    untilTold();
  });
  say(`done ${JSON.stringify({ filed, same, refused: refused.length, stopped: stopped !== undefined })}`);
}

void main();

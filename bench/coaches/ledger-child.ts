import { openAsBlob } from 'node:fs';
import { createClient, type Transport } from '@tongcheng/shared/client';
import { dayOf } from '@tongcheng/shared/time';
import { fileRows } from '../../console/src/features/coaches/file-rows';
import { checkLedger } from '../../console/src/features/coaches/ledger/check-ledger';
import { city } from './ledger-file';

const [file = '', portText = '', token = '', filedText = '10000'] = process.argv.slice(2);

/** The console's requests, by Node. */
const transport: Transport = async ({ path, body }) => {
  const response = await fetch(`http://127.0.0.1:${portText}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

const peakMiB = () => process.resourceUsage().maxRSS / 1_024;

/** Reads, checks and files a ledger as the console does, in a process of its own: its peak memory is its own. */
async function main(): Promise<void> {
  const restMiB = peakMiB();
  const began = performance.now();
  const { good, bad } = await checkLedger(await openAsBlob(file), dayOf(Date.now()), () => undefined);
  const checkedSeconds = (performance.now() - began) / 1_000;
  const checkedMiB = peakMiB() - restMiB;
  const rows = good.slice(0, Number(filedText));
  const beganFiling = performance.now();
  const told = await fileRows(
    createClient(transport, () => undefined),
    city,
    rows,
    () => undefined,
  );
  const filedSeconds = (performance.now() - beganFiling) / 1_000;
  const stopped = told.stopped?.code ?? '';
  process.stdout.write(
    `${JSON.stringify({ good: good.length, bad: bad.length, checkedSeconds, checkedMiB, filed: told.filed, filedSeconds, stopped })}\n`,
  );
}

void main();

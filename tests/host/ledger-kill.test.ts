import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { readDeparture } from '@tongcheng/cloudfunctions/app/coaches/read-departure';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { addDays, dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import { bundleHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place } from './place';
import { tokensOf } from './riders';

const city = '420100';
const coaches = 40;
const passengersEach = 40;
const rows = coaches * passengersEach;
const day = addDays(dayOf(Date.now()), -1);
const rounds = 9;

let place: Place;
beforeEach(() => {
  place = newPlace();
  const file = join(place.cities, city, 'settings.json');
  const settings: object = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...settings, capabilities: { city: {}, coaches: {} } }));
});
afterEach(() => place.remove());

/** The ledger of yesterday, in the order of its departures. */
function ledgerIn(folder: string): string {
  const line = (row: number) => {
    const coach = Math.floor(row / passengersEach);
    const time = `${String(6 + Math.floor(coach / 10)).padStart(2, '0')}:${String(coach % 10).padStart(2, '0')}`;
    return `${day} ${time},鄂A${50_000 + coach},${passengersEach},大连,演示旅客,护照,E${70_000_000 + row}`;
  };
  const file = join(folder, 'ledger.csv');
  const lines = [
    '发车时间,车牌,实载人数,目的地,姓名,证件类型,证件号',
    ...Array.from({ length: rows }, (_, row) => line(row)),
  ];
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** What the import says of each thing that it did. */
const Done = z.object({ filed: z.number(), same: z.number(), refused: z.number(), stopped: z.boolean() });

/**
 * One import; gives its last words unless it was killed. After each batch it waits for a byte:
 * `onLine` is called when that was given, and the next byte waits for what it returns.
 */
async function runImport(
  args: readonly string[],
  onLine: (line: string, client: ChildProcess) => Promise<unknown> | undefined,
) {
  const client = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  // Whoever was killed reads no more.
  client.stdin.on('error', () => undefined);
  const ended = once(client, 'close');
  const last: { done?: z.output<typeof Done> } = {};
  for await (const line of createInterface(client.stdout)) {
    if (line.startsWith('done ')) last.done = Done.parse(JSON.parse(line.slice(5)));
    if (line.startsWith('sent ')) client.stdin.write('.');
    await onLine(line, client);
  }
  await ended;
  return last;
}

test('L-09 X-01 kill -9 of the importing program while it checks and while it files, and of the host: every row once, none lost', async () => {
  const host = bundleHost();
  const bundled = ['tools/bundled.mjs', 'tests/host/ledger-client.ts'];
  const program = execFileSync(process.execPath, bundled, { encoding: 'utf8' }).trim();
  const options = await optionsIn(place);
  const start = async () => {
    const child = startChild(host, options, environmentOf(place));
    await untilAnswers(child, options.publicUrl);
    return child;
  };
  let child = await start();
  const args = [
    program,
    ledgerIn(place.folder),
    options.publicUrl,
    (await tokensOf(options.keyFile)).official('bureau'),
    city,
  ];
  let most = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Chance counted in what was done, so that no machine is too slow for it.
    // Two batches of 200 are left at least: one that the kill meets, and one that waits until the host is gone.
    const [checked, filed] = [500 * Math.ceil(3 * Math.random()), (rows - 400) * Math.random()];
    const { done } = await runImport(args, (line, client) => {
      const [what, count] = [line.split(' ')[0], Number(line.split(' ')[1])];
      if (what === 'sent') most = Math.max(most, count);
      if (round % 3 === 0 && what === 'checked' && count >= checked) client.kill('SIGKILL');
      if (what !== 'sent' || count < filed) return undefined;
      if (round % 3 === 1) client.kill('SIGKILL');
      if (round % 3 === 2) child.process.kill('SIGKILL');
      return round % 3 === 2 ? child.ended : undefined;
    });
    expect([round, done]).toEqual([round, round % 3 === 2 ? expect.objectContaining({ stopped: true }) : undefined]);
    if (round % 3 !== 2) continue;
    expect(await child.ended).toBe('SIGKILL');
    child = await start();
  }
  const last = await runImport(args, () => undefined);
  expect(last.done).toMatchObject({ refused: 0, stopped: false });
  expect(last.done?.same).toBeGreaterThanOrEqual(most);
  expect((last.done?.filed ?? 0) + (last.done?.same ?? 0)).toBe(rows);
  expect((await runImport(args, () => undefined)).done).toMatchObject({ filed: 0, same: rows });
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  await expectEachOnce(join(options.dataFolder, 'store'));
}, 300_000);

/** Of each departure its confirmation, its count, that it left and its passengers, each once. */
async function expectEachOnce(folder: string): Promise<void> {
  const store = openSqliteStore({ folder });
  const ids = new Set<string>();
  for await (const batch of store.stream(departureEvents, { where: { day, city } }))
    for (const { departureId } of batch) ids.add(departureId);
  const figures = await Promise.all(
    [...ids].map(async (id) => figuresOf((await readDeparture(store, city, id)).manifest)),
  );
  const events = await store.count(departureEvents, { day, city });
  await store.close();
  expect(figures).toHaveLength(coaches);
  for (const each of figures)
    expect(each).toMatchObject({ aboard: passengersEach, registered: passengersEach, missing: 0 });
  expect(events).toBe(coaches * 3 + rows);
}

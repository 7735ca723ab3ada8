import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { dayOf } from '@tongcheng/shared/time';
import { until } from '../world/until';
import { bundleHost, type ChildHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

type Scan = ReturnType<typeof scanOf>;

/** An acknowledged scan with the answer that its rider saw. */
interface Kept {
  readonly scan: Scan;
  readonly token: string;
  readonly answer: string;
}

const kills = 10;
const riders = 12;
const withoutTime = (text: string) => text.replace(/,"serverAt":\d+\}$/, '');

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

test('kill -9 of the whole host under load, ten times: every acknowledged scan is there once, and answers as before', async () => {
  const program = bundleHost();
  const options = await optionsIn(place);
  const start = async (): Promise<ChildHost> => {
    const child = startChild(program, options, environmentOf(place));
    await untilAnswers(child, options.publicUrl);
    return child;
  };
  let child = await start();
  const tokens = await tokensOf(options.keyFile);
  const code = await anyCode(options.publicUrl, tokens.official());
  const kept: Kept[] = [];
  for (let round = 0; round < kills; round += 1) {
    const people = Array.from({ length: riders }, (_, place) => tokens.rider(`${round}-${place}`));
    const load = Promise.all(people.map((token) => ride(options.publicUrl, token, code, kept)));
    // The moment of the kill is chance, counted in acknowledged scans so that no machine is too slow for it.
    const enough = kept.length + riders * (1 + 9 * Math.random());
    await until(() => kept.length > enough);
    child.process.kill('SIGKILL');
    expect(await child.ended).toBe('SIGKILL');
    await load;
    child = await start();
    for (const { scan, token, answer } of kept.slice(-10)) {
      const again = await post(options.publicUrl, 'rides.record-scan', { ...scan, sentAt: Date.now() }, token);
      expect([again.status, withoutTime(again.text)]).toEqual([200, answer]);
    }
  }
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(kept.length).toBeGreaterThan(kills * riders);
  await expectEachOnce(join(options.dataFolder, 'store'), kept);
}, 180_000);

/** Scans until the host is gone. */
async function ride(url: string, token: string, code: string, kept: Kept[]): Promise<void> {
  for (;;) {
    const scan = scanOf(code);
    const back = await post(url, 'rides.record-scan', scan, token).catch(() => undefined);
    if (back?.status !== 200) return;
    kept.push({ scan, token, answer: withoutTime(back.text) });
  }
}

async function expectEachOnce(folder: string, kept: readonly Kept[]): Promise<void> {
  const store = openSqliteStore({ folder });
  const times = new Map<string, number>();
  for (const day of await store.days(scans))
    for await (const batch of store.stream(scans, { where: { day } }))
      for (const { _id } of batch) times.set(_id.slice(11), (times.get(_id.slice(11)) ?? 0) + 1);
  await store.close();
  expect(scanKey('2022-06-09', 'X')).toBe('2022-06-09.X');
  expect(
    kept.filter(({ scan }) => times.get(scan.scanId) !== 1).map(({ scan }) => [scan.scanId, dayOf(scan.scannedAt)]),
  ).toEqual([]);
}

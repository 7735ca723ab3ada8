import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { RunningHost } from '../../host/start-host';
import { startHost } from '../../host/start-host';
import { newPlace, optionsIn } from './place';

/** Ids of every scan of a day, as the store has them; what staff decided lies beside them and is none. */
async function storedOn(host: RunningHost, day: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const batch of host.container.store.stream(scans, { where: { day } }))
    for (const { _id, corrects } of batch) if (!corrects) ids.push(_id.slice(day.length + 1));
  return ids.sort();
}

test('X-01 yesterday broken off in the middle is lived again without a scan twice: the ledger is the store', async () => {
  const place = newPlace();
  const { citiesFolder, ...options } = await optionsIn(place, { city: true, journeys: 500 });
  const day = addDays(dayOf(Date.now()), -1);
  const say = () => undefined;
  let halfway: () => void = () => undefined;
  const half = new Promise<void>((resolve) => {
    halfway = resolve;
  });
  const progress = (done: number, total: number) => {
    if (done * 2 > total) halfway();
  };
  const broken = await startHost(options, { say, progress });
  await half;
  const before = await storedOn(broken, day);
  await broken.stop();
  expect(await broken.settled).toBeUndefined();
  const host = await startHost(options, { say, keepLedger: true });
  const ledger = await host.settled;
  const stored = await storedOn(host, day);
  await host.stop();
  place.remove();
  expect(before.length).toBeGreaterThan(150);
  expect(stored.length).toBeGreaterThan(before.length * 1.5);
  expect(ledger?.scans.map(({ scanId }) => scanId).sort()).toEqual(stored);
  expect(ledger?.refusedByCode['scan-conflict']).toBeUndefined();
}, 300_000);

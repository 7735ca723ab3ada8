import { deepStrictEqual as same } from 'node:assert/strict';
import { deletionCertificates } from '@tongcheng/cloudfunctions/app/publications/certificates/deletion-certificate-record';
import { tryDays } from '@tongcheng/cloudfunctions/app/retention/certificates/open-days';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { type ScanRecord, scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { dayKeys } from '@tongcheng/cloudfunctions/vault/records';
import type { Vault } from '@tongcheng/cloudfunctions/vault/vault';
import { newId } from '@tongcheng/shared/ids';
import { addDays, type Day, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import { openSweeping } from '../retention/sweeping';
import { bytesOf } from '../world/bytes';
import { seededChance, seededNumbers } from '../world/chance';
import { townSettings } from '../world/installation';
import { instanceOver, ownStore } from '../world/instance';
import { aCity } from '../world/records';

const codes = ['420100', '210100'] as const;

/** A scan of somebody, sealed as the product seals it. */
async function aSealedScan(vault: Vault, city: string, day: Day, at: number, seed: string): Promise<ScanRecord> {
  const key = await vault.day(city, day);
  if (!key) throw new Error(`no key of ${day}`);
  const _id = scanKey(day, newId(at, seededChance(seed).bytes));
  const rider = { subjectId: `p_${seed}` };
  return {
    ...{ _id, day, city, scannedAt: at, recordedAt: at, venueId: 'bus-1', mode: 'bus', venueKind: 'vehicle' },
    ...{ meaning: 'board', decision: 'admit', reasons: [], ruleId: 'r', ruleVersion: 1, party: 1, flags: [] },
    rider: key.pseudonym(rider.subjectId),
    sealed: key.seal(_id, rider),
    by: 'rider',
    digest: 'd',
  };
}

/** One world: days are lived, a backup is taken, time passes, the timer runs; then the backup is restored under the keys of now. */
async function drill(seed: number): Promise<{ readonly scans: number; readonly forgottenDays: number }> {
  const random = seededNumbers(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const town = await openSweeping();
  const restored = ownStore();
  try {
    const today = dayOf(town.needs.clock.now());
    const kept: Readonly<Record<string, number>> = Object.fromEntries(codes.map((city) => [city, upTo(8)]));
    for (const city of codes)
      await town.store.insert(cities, aCity({ ...townSettings, city, retentionDays: kept[city] ?? 1 }));
    const lived: ScanRecord[] = [];
    for (const city of codes)
      for (let back = 0; back < 10; back += 1)
        for (let number = upTo(20); number > 0; number -= 1) {
          const day = addDays(today, -back);
          const at = dayStart(day) + 8 * hourMs + number;
          lived.push(await aSealedScan(town.needs.vault, city, day, at, `${seed}.${city}.${back}.${number}`));
        }
    for (let from = 0; from < lived.length; from += 500)
      await town.store.insertMany(scans, lived.slice(from, from + 500));
    const isPast = ({ city, day }: ScanRecord) => day < addDays(today, -(kept[city] ?? 1));
    const wrapped = await keysOf(town.store);

    await sweep(town.needs);

    // Certificates: exactly the days that are past, with what was in them.
    const certified = await certificatesOf(town.store);
    same(certified, tallied(lived.filter(isPast)));
    // An attacker with the files of the running host, its logs among them, has the wrapped key of no such day.
    const files = bytesOf(town.folder);
    for (const [id, key] of wrapped) same([id, files.includes(key)], [id, !certified.has(id)]);
    // The older backup under the keys of now: nothing of such a day opens, everything of the others does.
    const back = await instanceOver(restored.store, town.needs.clock, `restored ${seed}`);
    for (let from = 0; from < lived.length; from += 500)
      await restored.store.insertMany(scans, lived.slice(from, from + 500));
    for await (const batch of town.store.stream(dayKeys, { where: {} }))
      for (const { _v, ...key } of batch) await restored.store.insert(dayKeys, key);
    for (const scan of lived) same([scan._id, await opens(back.vault, scan)], [scan._id, !isPast(scan)]);
    same(await tryDays(back), {
      open: tallied(lived.filter((scan) => !isPast(scan))).size,
      forgotten: certified.size,
      wrong: [],
    });
    return { scans: lived.length, forgottenDays: certified.size };
  } finally {
    await restored.close();
    await town.close();
  }
}

type Store = Awaited<ReturnType<typeof openSweeping>>['store'];

async function keysOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const batch of store.stream(dayKeys, { where: {} }))
    for (const { _id, wrapped } of batch) if (wrapped !== null) found.set(_id, wrapped);
  return found;
}

async function certificatesOf(store: Store): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for await (const batch of store.stream(deletionCertificates, { where: { state: 'issued' } }))
    for (const { city, day, counts } of batch) found.set(`${city}.${day}`, counts?.scans ?? -1);
  return new Map([...found].sort());
}

function tallied(all: readonly ScanRecord[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { city, day } of all) found.set(`${city}.${day}`, (found.get(`${city}.${day}`) ?? 0) + 1);
  return new Map([...found].sort());
}

async function opens(vault: Vault, { city, day, _id, sealed }: ScanRecord): Promise<boolean> {
  return (await vault.day(city, day))?.open(_id, sealed).subjectId !== undefined;
}

/** So many worlds, a seed each; throws at the first where certificates, files of the running host and a restored older backup do not agree on every day. */
export async function forgettingDrills(worlds: number, seed: number) {
  const counts = { worlds: 0, scans: 0, forgottenDays: 0 };
  for (; counts.worlds < worlds; counts.worlds += 1) {
    // The seed of a world is of its own, so that one that fails is tried again alone.
    const own = seed + counts.worlds;
    const found = await drill(own).catch((broken: unknown) => {
      throw new Error(`forgetting drill of seed ${own}`, { cause: broken });
    });
    counts.scans += found.scans;
    counts.forgottenDays += found.forgottenDays;
  }
  return counts;
}

import type { RiderCaller } from '@tongcheng/shared/caller';
import type { Day } from '@tongcheng/shared/time';
import { overReadableDays } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import { type ScanRecord, scans } from '../scan-record';
import { subjectsOf } from '../scanning/scan-subject';
import { scansShownTo } from '../scanning/scans-apart';

/** The caller's records of the days of a city that can still be opened, corrections among them; of their person what they may see. */
export async function ownScans(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  caller: RiderCaller,
  city: string,
  days: readonly Day[],
): Promise<{ readonly open: ReadonlySet<Day>; readonly records: readonly ScanRecord[] }> {
  const open = new Map<Day, DayVault>();
  const riders: string[] = [];
  for (const day of days) {
    const dayVault = await vault.day(city, day);
    if (!dayVault) continue;
    open.set(day, dayVault);
    riders.push(...subjectsOf(caller).map((subject) => dayVault.pseudonym(subject)));
  }
  const openDays = new Set(open.keys());
  if (open.size === 0) return { open: openDays, records: [] };
  const records = await overReadableDays([...openDays], async (readable) => {
    const found: ScanRecord[] = [];
    const where = { day: { in: readable }, city, rider: { in: riders } };
    for await (const batch of store.stream(scans, { where })) found.push(...batch);
    return found;
  });
  return { open: openDays, records: await scansShownTo(store, caller, (day) => open.get(day), records) };
}

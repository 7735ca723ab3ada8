import type { RiderCaller } from '@tongcheng/shared/caller';
import { idTime } from '@tongcheng/shared/ids';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { DayVault, Vault } from '../../vault/vault';
import { membersOf } from '../identity/family/family-of';
import { isCounted, type ScanRecord, scanKey, scans } from '../rides/scan-record';
import { subjectOf, subjectsOf } from '../rides/scanning/scan-subject';
import { isOfFamily, scansShownTo } from '../rides/scanning/scans-apart';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A scan of the caller's own or of their family, with the day that opens it. */
export interface OwnScan {
  readonly scan: ScanRecord;
  readonly dayVault: DayVault;
}

/** every verdict that did not let somebody ride, but that of a demonstration code, which never lets anybody. */
export const isAppealable = (scan: ScanRecord): boolean => scan.decision !== 'admit' && isCounted(scan);

/** Every subject that the caller answers for: themselves and the members of their family. */
export async function ownSubjects(store: DocumentStore, caller: RiderCaller): Promise<readonly string[]> {
  const members = caller.personId === undefined ? [] : await membersOf(store, caller.personId);
  return [...subjectsOf(caller), ...members.map(({ personId }) => subjectOf({ personId, accountId: '' }))];
}

/** Whether a scan is the caller's, as far as they may see the scans of their person, or one that they made for a member of their family. */
export async function isOwnScan(
  store: DocumentStore,
  caller: RiderCaller,
  dayVault: DayVault,
  scan: ScanRecord,
): Promise<boolean> {
  const isOf = (subjects: readonly string[]) => subjects.some((subject) => dayVault.pseudonym(subject) === scan.rider);
  if (isOf(subjectsOf(caller))) return (await scansShownTo(store, caller, () => dayVault, [scan])).length > 0;
  const members = caller.personId === undefined ? [] : await membersOf(store, caller.personId);
  return members.some(
    ({ personId, memberId, addedAt: since }) =>
      isOf([subjectOf({ personId, accountId: '' })]) && isOfFamily(dayVault, { memberId, since }, scan),
  );
}

/** The scan of an id, when it is the caller's own or a member's; anybody else's is as unknown as one of a day that nobody can open. */
export async function ownScan(
  { store, vault }: Needs,
  caller: RiderCaller,
  scanId: string,
): Promise<OwnScan | undefined> {
  const civil = dayOf(idTime(scanId));
  const found = await Promise.all([civil, addDays(civil, -1)].map((day) => store.get(scans, scanKey(day, scanId))));
  const scan = found.find((each) => each !== undefined);
  if (!scan || scan.corrects) return undefined;
  const dayVault = await vault.day(scan.city, scan.day);
  if (!dayVault) return undefined;
  return (await isOwnScan(store, caller, dayVault, scan)) ? { scan, dayVault } : undefined;
}

import type { StaffCaller } from '@tongcheng/shared/caller';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { returnTry, takeTry } from './take-attempt';

/** What counting takes: the vault gives the fingerprints under which tries are kept. */
export interface EntryTriesNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Entries that came to nothing, a day: enough for a tired typist, too few to search for strangers (safety: unlimited tries). */
const triesADay = { staff: 60, ofOne: 20 };

/** One entry by staff, counted before it is made; only those that came to nothing stay counted. */
export interface EntryTry {
  /** False when the day's tries of the member of staff, or about this document or card, are used up. */
  take(): Promise<boolean>;
  giveBack(): Promise<void>;
}

/** Limits for what staff type: by who types, and by what is typed, blind. */
export async function entryTry(needs: EntryTriesNeeds, { staffId }: StaffCaller, typed: string): Promise<EntryTry> {
  const about = await needs.vault.blindIndex('try-entry', typed);
  const counted = [
    { what: `entry-staff.${staffId}`, max: triesADay.staff },
    { what: `entry.${about}`, max: triesADay.ofOne },
  ];
  return {
    take: async () => {
      for (const { what, max } of counted) if (!(await takeTry(needs, what, max))) return false;
      return true;
    },
    giveBack: async () => {
      for (const { what } of counted) await returnTry(needs, what);
    },
  };
}

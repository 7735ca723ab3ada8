import type { StaffRole } from '@tongcheng/shared/access';
import type { StaffCaller } from '@tongcheng/shared/caller';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { returnAttempt, takeAttempt } from './take-attempt';

/** What counting takes: the vault gives the fingerprints under which attempts are kept. */
export interface AssistedAttemptNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Registrations by staff that came to nothing, or that no register confirmed, a day: enough for a tired typist, too few to search for strangers (safety: unlimited attempts). */
const attemptsADay = { staff: 60, communityWorker: 20, ofOne: 20 };

/** W-19: a community worker knows whom they help and has the document at hand. */
const attemptsOf = (role: StaffRole): number =>
  role === 'community-worker' ? attemptsADay.communityWorker : attemptsADay.staff;

/** One registration by staff, counted before it is made; one that a register or a bound card confirms is given back. */
export interface AssistedAttempt {
  /** False when the day's attempts of the member of staff, or about this document or card, are used up. */
  take(): Promise<boolean>;
  giveBack(): Promise<void>;
}

/** Limits for what staff type: by who types, and by what is typed, blind. */
export async function assistedAttempt(
  needs: AssistedAttemptNeeds,
  { staffId, role }: StaffCaller,
  typed: string,
): Promise<AssistedAttempt> {
  const about = await needs.vault.blindIndex('try-entry', typed);
  const counted = [
    { what: `entry-staff.${staffId}`, max: attemptsOf(role) },
    { what: `entry.${about}`, max: attemptsADay.ofOne },
  ];
  return {
    take: async () => {
      for (const { what, max } of counted) if (!(await takeAttempt(needs, what, max))) return false;
      return true;
    },
    giveBack: async () => {
      for (const { what } of counted) await returnAttempt(needs, what);
    },
  };
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { Day, Instant } from '@tongcheng/shared/time';

/** A scan that a phone keeps until it has network. */
export interface KeptScan {
  readonly scan: Omit<ScanInput, 'sentAt'>;
  /** Not delivered before. */
  readonly deliverAt: Instant;
}

/** What a rider's phone remembers. */
export interface RiderState {
  accessToken?: string;
  accessExpiresAt?: Instant;
  refreshToken?: string;
  refreshExpiresAt?: Instant;
  /** With this the phone signs what it keeps. */
  signing?: { readonly keyId: string; readonly key: string };
  /** Authentication and cards were tried, whatever came of it. */
  enrolled?: boolean;
  /** When the health status that the phone knows of ends. */
  statusExpiresAt?: Instant;
  /** What the phone adds to its clock since a `clock-wrong` answer. */
  clockOffsetMs?: number;
  /** Taking the member of the family in was tried, whatever came of it. */
  memberAsked?: boolean;
  /** The member of the family in the account, by the account's own id. */
  memberId?: string;
  kept: KeptScan[];
}

/** What staff of a post remember of their shift. */
interface StaffState {
  readonly shift: number;
  readonly refreshToken: string;
}

/** What the simulated city remembers from one start to the next. */
export interface CityState {
  /** The last day that was lived to its end. */
  livedDay?: Day;
  /** How many guests were handed out. */
  guestsGiven: number;
  /** By person index. */
  readonly riders: Record<string, RiderState>;
  /** By post; absent in a city of before there were any. */
  staff?: Readonly<Record<string, StaffState>>;
}

/** A city in which nobody has done anything yet. */
export const newState = (): CityState => ({ guestsGiven: 0, riders: {} });

/** Reads the state file; without one, or with one that a power cut left half written, the city begins anew. */
export const openState = (file: string): CityState => {
  if (!existsSync(file)) return newState();
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isState(read) ? read : newState();
  } catch {
    return newState();
  }
};

/**
 * What is kept of a day that is not lived to its end. It is lived anew from its beginning, and its scans are the same again
 * only if phones correct their clocks by the same amount; sessions and kept scans come about anew.
 */
export const unfinished = ({ guestsGiven, riders, staff }: CityState): CityState => ({
  guestsGiven,
  // The same staff go on: what they decided is theirs.
  ...(staff && { staff }),
  riders: Object.fromEntries(
    Object.entries(riders).flatMap(([index, { clockOffsetMs }]) =>
      clockOffsetMs === undefined ? [] : [[index, { clockOffsetMs, kept: [] }]],
    ),
  ),
});

/** Writes the state so that either the old or the new one is there. It holds sessions of demonstration people: owner only. */
export const saveState = (file: string, state: CityState): void => {
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

function isState(read: unknown): read is CityState {
  return typeof read === 'object' && read !== null && 'riders' in read && 'guestsGiven' in read;
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Instant } from '@tongcheng/shared/time';
import type { CityState } from '../state';

/** With what the demonstration clerk signs in to the console; of a simulated province alone, kept for its own use. */
interface ClerkCredentials {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** What the simulated province remembers from one start to the next. It holds sessions of demonstration people. */
export interface CoachState {
  /** Departures that begin before this are not followed. */
  since?: Instant;
  /** Nor are those that begin between yesterday and this. */
  resumedAt?: Instant;
  /** Everything planned before this was done. */
  livedUntil?: Instant;
  clerk?: ClerkCredentials;
  clerkRefreshToken?: string;
  /** The simulated ticketing system: its registration, and the private half of its key. */
  network?: { readonly partnerId: string; readonly privateKey: string };
  /** By post. */
  staff?: NonNullable<CityState['staff']>;
}

/** Reads the state file; without one, or with one that was left half written, the province begins anew. */
export function openCoachState(file: string): CoachState {
  if (!existsSync(file)) return {};
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** Writes the state so that either the old or the new one is there, for its owner only. */
export function saveCoachState(file: string, state: CoachState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

import type { Client } from '@tongcheng/shared/client';
import type { AccountView } from '@tongcheng/shared/identity/wire';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import { type CityCache, cityRecord } from './city-cache';
import type { CorrectedClock } from './clock';
import type { CrewClient } from './crew-client';
import type { LaunchLinks } from './launch-links';
import type { PhonePosition } from './phone-position';
import type { PhoneRecord, Records } from './records';
import type { RiderClient } from './rider-client';
import { sessionRecord } from './session-record';

/** What the screens may ask of this phone; made once by the app's wiring. */
export interface Phone {
  readonly rider: RiderClient;
  /** For staff of coaches, whose session stands beside the rider's. */
  readonly crew: CrewClient;
  /** For endpoints that anyone may call, without waiting for a session. */
  readonly publicClient: Client;
  readonly city: CityCache;
  readonly records: Records;
  /** What lasts until the app is closed and is never written to the phone's storage. */
  readonly memory: Records;
  readonly launchLinks: LaunchLinks;
  readonly clock: CorrectedClock;
  readonly position: PhonePosition;
  readonly randomBytes: (size: number) => Promise<Uint8Array>;
  readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

const PhoneContext = createContext<Phone | undefined>(undefined);

/** Gives the phone to the screens below. */
export const PhoneProvider = PhoneContext.Provider;

/** The phone; a screen outside the app is a bug. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('a screen stands outside the app');
  return phone;
}

/** What the phone keeps, drawn anew when it changes. */
export const useRecord = <T,>(kept: PhoneRecord<T>): T => useOneOf(usePhone().records, kept);

/** Whether what the phone keeps there outlives the app; drawn anew when that changes. */
export function useLasts<T>(kept: PhoneRecord<T>): boolean {
  const { records } = usePhone();
  const read = useCallback(() => records.lasts(kept), [records, kept]);
  return useSyncExternalStore(records.watch, read, read);
}

/** The same of {@link Phone.memory}. */
export const useMemory = <T,>(kept: PhoneRecord<T>): T => useOneOf(usePhone().memory, kept);

function useOneOf<T>(records: Records, kept: PhoneRecord<T>): T {
  const read = useCallback(() => records.read(kept), [records, kept]);
  return useSyncExternalStore(records.watch, read, read);
}

/** The rider's account as the service last described it; undefined before the first sign-in. */
export function useAccount(): AccountView | undefined {
  const state = useRecord(sessionRecord);
  return state.is === 'held' ? state.session.account : undefined;
}

/** Whether this account has yet to prove whose it is (decision 149): cards, family, export and corrections come after. */
export function useMustProve(): boolean {
  const unproven = useAccount()?.unproven;
  return unproven !== undefined && unproven !== 'past';
}

/** A scan that opened the app goes first; the city is asked for again once it is calm. */
const refreshAfterMs = 3_000;

/** The city that the link of an account menu names (W-01); any other link leaves the city as it is. */
export function useChosenCity(code: string | undefined): void {
  const { city } = usePhone();
  useEffect(() => {
    if (code !== undefined && /^\d{6}$/.test(code)) city.choose(code);
  }, [city, code]);
}

/** The city, asked for when it is needed; undefined until it is known. */
export function useCity(): CityView | undefined {
  const { city } = usePhone();
  useEffect(() => {
    city.ensure().catch(() => undefined);
    const timer = setTimeout(() => city.refresh().catch(() => undefined), refreshAfterMs);
    return () => clearTimeout(timer);
  }, [city]);
  return useRecord(cityRecord).city ?? undefined;
}

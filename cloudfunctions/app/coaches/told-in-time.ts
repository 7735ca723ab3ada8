import { idTime } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DayVault, Vault } from '../../vault/vault';
import { departureDay } from './departure-event-record';

/** Phones without network deliver within this; later a ledger is imported. */
const deliveredWithinDays = 14;
/** Departures are made, and tickets handed in, so long ahead at most. */
export const aheadDays = 31;
const clockToleranceMs = 10 * minuteMs;

/** The day's vault of a departure that may still be told of; refused when its day is past, or far ahead. */
export async function openDay(
  vault: Vault,
  city: string,
  departureId: string,
  now: Instant,
): Promise<Result<DayVault, 'departure-too-old'>> {
  const leaves = idTime(departureId);
  if (leaves < now - deliveredWithinDays * dayMs || leaves > now + aheadDays * dayMs) return fail('departure-too-old');
  const day = await vault.day(city, departureDay(departureId), 'coach');
  return day ? ok(day) : fail('departure-too-old');
}

/** Whether a phone tells of what has not happened yet: its clock is wrong. */
export const isAhead = (at: Instant, now: Instant): boolean => at > now + clockToleranceMs;

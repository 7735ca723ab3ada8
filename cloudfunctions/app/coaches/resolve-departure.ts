import type { DepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { dayMs } from '@tongcheng/shared/time';
import type { DayVault } from '../../vault/vault';
import type { SigningKeys } from '../sessions/signing-keys';
import { type CoachCity, coachCity } from './coach-city';
import type { CoachNeeds } from './deliver-events';
import { departsAtOf } from './departure-view';
import { type ReadDeparture, readDeparture } from './read-departure';
import { markOfPlate } from './record-event';
import { openDay } from './told-in-time';
import { isSessionOpen, verifyDepartureCode } from './verify-departure-code';

/** What resolving a scanned code takes. */
export interface ResolveNeeds extends CoachNeeds {
  readonly signingKeys: SigningKeys;
}

/** The departure behind a code that still holds. */
export interface ResolvedDeparture {
  readonly code: DepartureCode;
  readonly read: ReadDeparture;
  readonly day: DayVault;
  readonly place: CoachCity;
}

/** Why a code is dead. */
type Ended = 'departure-code-replaced' | 'departure-past' | 'departure-cancelled' | 'departure-arrived';

type Refused =
  | 'departure-code-unknown'
  | 'departure-code-forged'
  | 'departure-code-ended'
  | Ended
  | 'city-unknown'
  | 'capability-absent';

/** Passengers may come so long after the time at which a coach was to leave, and no later. */
const goodAfterMs = dayMs;

/** The departure of a scanned code: each code that no longer holds has its own answer. */
export async function resolveDeparture(needs: ResolveNeeds, text: string): Promise<Result<ResolvedDeparture, Refused>> {
  const found = await departureOfCode(needs, text);
  return found.ok && found.value.ended ? fail(found.value.ended) : found;
}

/** A departure whose code may be dead, and why it is. */
export interface DepartureOfCode extends ResolvedDeparture {
  readonly ended?: Ended;
}

/** The same where the code is dead too: whoever registered by it still has something there. */
export async function departureOfCode(needs: ResolveNeeds, text: string): Promise<Result<DepartureOfCode, Refused>> {
  const verified = verifyDepartureCode(needs.signingKeys, text);
  if (!verified.ok) return verified;
  const { fields: code } = verified.value;
  const place = await coachCity(needs, code.city);
  if (!place.ok) return place;
  const now = needs.clock.now();
  const day = await openDay(needs.vault, code.city, code.departureId, now);
  if (!day.ok) return fail('departure-past');
  const read = await readDeparture(needs.store, code.city, code.departureId);
  const ended = endOf(day.value, code, read, now);
  if (!ended && !read.opened && !(await isSessionOpen(needs, code.sessionId))) return fail('departure-code-ended');
  return ok({ code, read, day: day.value, place: place.value, ...(ended && { ended }) });
}

/** Why a code is dead, if it is. */
function endOf(day: DayVault, code: DepartureCode, read: ReadDeparture, now: number): Ended | undefined {
  const { departure, coaches } = read.manifest;
  if (departure.phase === 'cancelled') return 'departure-cancelled';
  if (departure.phase === 'arrived' || departure.phase === 'closed') return 'departure-arrived';
  if (now > departsAtOf(read) + goodAfterMs) return 'departure-past';
  const present = coaches[coaches.length - 1];
  return present !== undefined && present !== markOfPlate(day, code.plate) ? 'departure-code-replaced' : undefined;
}

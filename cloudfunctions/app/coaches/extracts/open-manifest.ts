import type { openManifest as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { KeyService } from '../../../ports/key-service';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { departureDay } from '../departure-event-record';
import { readDeparture } from '../read-departure';
import { passengersInto, reaches } from './arriving-departures';
import { clearPassengers } from './clear-passengers';

/** L-11: the manifest of one departure in the clear, for a purpose that is on record before anything leaves (safety rule 9). */
export const openManifest: UseCase<typeof endpoint, CoachNeeds & { readonly keys: KeyService }> = async (
  needs,
  caller,
  { city, departureId, leaves = city, purpose, exported = false },
) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const read = await readDeparture(needs.store, leaves, departureId);
  if (read.records.length === 0 || (leaves !== city && !reaches(read, city))) return fail('departure-unknown');
  const vault = await needs.vault.day(leaves, departureDay(departureId), 'coach');
  if (!vault) return fail('departure-too-old');
  const told = passengersInto(read, city);
  const counts = { riders: told.length };
  const access = { who: caller.officialId, city, what: departureId, reason: exported ? 'export' : purpose, counts };
  await recordAccess(needs, { purpose: 'coach-manifest', ...access });
  const watermark = { officialId: caller.officialId, at: needs.clock.now(), under: departureId };
  return ok({ passengers: [...clearPassengers(vault, read, told)], watermark });
};

import { idTime } from '@tongcheng/shared/ids';
import { fail } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { UseCase } from '../use-case';
import { staffVenue } from '../venues/staff-venue';
import { isRefused, recordDecision, scanToDecide } from './corrections/staff-decision';
import type { RefusalNeeds } from './record-refusal';
import { scanKey } from './scan-record';

/**
 * Records that staff let somebody on who had been refused, and why (W-32): from then on the boarding is a ride, and says so wherever it is
 * shown. The same exception again is the same record.
 */
export const recordException: UseCase<typeof api.recordException, RefusalNeeds> = async (needs, caller, input) => {
  const here = await staffVenue(needs, caller, input.venueId);
  if (!here.ok) return here;
  const { venue, settings } = here.value;
  const { exceptionId, scanId, reason, note } = input;
  const key = scanKey(serviceDay(settings, idTime(scanId)), scanId);
  const found = await scanToDecide(needs, { city: venue.city, venueId: venue._id }, key);
  if (!found) return fail('scan-unknown');
  const isAgain = found.records.some(({ _id }) => _id === scanKey(found.scan.day, exceptionId));
  if (!isAgain && !isRefused(found)) return fail('not-refused');
  const boarding = { outcome: 'let-on', reason, ...(note !== undefined && { note }), by: caller.staffId } as const;
  return recordDecision(needs, found, settings, { decisionId: exceptionId, boarding, now: needs.clock.now() });
};

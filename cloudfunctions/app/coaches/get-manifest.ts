import type * as api from '@tongcheng/shared/coaches/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import type { CoachNeeds } from './deliver-events';
import { departureView } from './departure-view';
import { staffDeparture } from './staff-departure';
import { ticketFigures } from './ticketing/tickets-for';

/** L-10: how far the registration of a departure is, for whoever has to do with it. Numbers only (L-11). */
export const getManifest: UseCase<typeof api.getManifest, CoachNeeds> = async (needs, caller, input) => {
  const found = await staffDeparture(needs, caller, input);
  if (!found.ok) return found;
  const { read, day, place } = found.value;
  const tickets = await ticketFigures(needs.store, read);
  const judging = { rules: place.rules, now: needs.clock.now(), tickets };
  return ok({ departure: departureView(day, read, judging) });
};

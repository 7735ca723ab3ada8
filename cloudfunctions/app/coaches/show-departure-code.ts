import type * as api from '@tongcheng/shared/coaches/api';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { asksAddresses } from './coach-city';
import { plateOf } from './crew-facts';
import type { ResolveNeeds } from './resolve-departure';
import { staffDeparture } from './staff-departure';
import { departureKeyOf } from './verify-departure-code';

/**
 * The code of a departure that its crew confirmed, for the station's printer or a colleague's phone, under the asking session's key. It is as good as
 * the crew's own: it names the same departure and the coach that runs it now, and is dead when that one is.
 */
export const showDepartureCode: UseCase<
  typeof api.showDepartureCode,
  ResolveNeeds & { readonly publicUrl: string }
> = async (needs, caller, named) => {
  const found = await staffDeparture(needs, caller, named);
  if (!found.ok) return found;
  const { read, day, place } = found.value;
  const { phase } = read.manifest.departure;
  if (phase === 'cancelled') return fail('departure-cancelled');
  if (phase === 'arrived' || phase === 'closed') return fail('departure-arrived');
  const plate = plateOf(day, read);
  if (plate === undefined) return fail('departure-unknown');
  const { sessionId } = caller;
  const asked = asksAddresses(place.rules, read.opened?.destinationCity);
  const code = signDepartureCode(departureKeyOf(needs.signingKeys, sessionId), {
    ...{ demonstration: false, asksAddresses: asked, sessionId, plate },
    ...{ city: read.city, departureId: read.departureId },
  });
  return ok({ code, publicUrl: needs.publicUrl, asksAddresses: asked });
};

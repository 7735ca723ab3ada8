import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { crewNow, type HeldDeparture } from './crew-book';
import { signedCode } from './make-departure';

/** Who takes a departure over. */
export interface Replacement {
  /** Plain form. */
  readonly plate: string;
  readonly driver: { readonly name: string; readonly phone: string };
}

/**
 * A departure with another coach or driver and the code that holds from now on: the manifest moves by itself, being the departure's. Undefined where
 * the session has no key to sign with.
 */
export function replaceCrew(
  held: HeldDeparture,
  { plate, driver }: Replacement,
  session: StaffSession,
  places: OutputOf<typeof listPlaces>,
): HeldDeparture | undefined {
  const { departureId, city, opened } = held;
  const code = signedCode(session, places, {
    ...{ departureId, city, plate, destinationCity: opened.destination.city },
  });
  if (code === undefined) return undefined;
  return { ...held, code, crew: { ...crewNow(held), plate, driver: { ...driver } } };
}

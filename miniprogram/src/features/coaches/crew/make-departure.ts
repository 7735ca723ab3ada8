import type { listPlaces } from '@tongcheng/shared/coaches/api';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { newId } from '@tongcheng/shared/ids';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { provinceOf } from '@tongcheng/shared/scope';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import { plainDigits, plainText } from '@tongcheng/shared/typed-text';
import { plainPlate } from '@tongcheng/shared/venues/plates';
import type { HeldDeparture } from './crew-book';
import { type DepartureForm, instantOfTime, statedPlace } from './departure-form';

/**
 * A departure out of a form that is whole, with its code: made and signed on this phone, without a network. Undefined where the session has no key
 * to sign with.
 */
export function makeDeparture(
  form: DepartureForm,
  session: StaffSession,
  places: OutputOf<typeof listPlaces>,
  now: Instant,
  bytes: Uint8Array,
): HeldDeparture | undefined {
  if (!session.signing) return undefined;
  const departsAt = instantOfTime(form.time, dayOf(now), now);
  const departureId = newId(departsAt, () => bytes);
  const origin = statedPlace(form.origin, places, session.city);
  const destination = statedPlace(form.destination, places, undefined);
  const city = origin.city ?? session.city;
  const crew = crewOf(form);
  const code = signDepartureCode(bytesOf(session.signing.key), {
    demonstration: false,
    asksAddresses: asks(places, destination.city),
    ...{ city, departureId, sessionId: session.signing.keyId, plate: crew.plate },
  });
  const opened: HeldDeparture['opened'] = {
    ...{ kind: 'opened', eventId: departureId, at: now, crew, aboard: Number(plainDigits(form.aboard)) },
    ...{
      service: form.service,
      serviceNumber: plainText(form.serviceNumber),
      departsAt,
      origin,
      destination,
      stops: [],
    },
  };
  return { departureId, city, code, opened };
}

function crewOf(form: DepartureForm): HeldDeparture['opened']['crew'] {
  const attendant = { name: plainText(form.attendantName), phone: plainText(form.attendantPhone) };
  return {
    plate: plainPlate(form.plate),
    driver: { name: plainText(form.driverName), phone: plainText(form.driverPhone) },
    ...(attendant.name !== '' && { attendant }),
  };
}

const asks = ({ asksAddressesTo }: OutputOf<typeof listPlaces>, city: string | undefined): boolean =>
  city !== undefined && (asksAddressesTo.includes(city) || asksAddressesTo.includes(provinceOf(city)));

const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
};

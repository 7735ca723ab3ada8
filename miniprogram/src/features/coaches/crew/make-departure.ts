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
import type { DepartureForm } from './departure-form';
import { instantOfTime } from './departure-times';
import { statedPlace } from './stated-place';

type Places = OutputOf<typeof listPlaces>;

/**
 * A departure out of a form that is whole, with its code: made and signed on this phone, without a network. Undefined where the session has no key
 * to sign with.
 */
export function makeDeparture(
  form: DepartureForm,
  session: StaffSession,
  places: Places,
  now: Instant,
  bytes: Uint8Array,
): HeldDeparture | undefined {
  const departsAt = instantOfTime(form.time, dayOf(now), now);
  const departureId = newId(departsAt, () => bytes);
  const origin = statedPlace(form.origin, places, session.city);
  const destination = statedPlace(form.destination, places, undefined);
  const stops = form.stops.map((stop) => statedPlace(stop, places, undefined));
  const city = origin.city ?? session.city;
  const crew = crewOf(form);
  const named = { departureId, city, plate: crew.plate, destinationCity: destination.city };
  const code = signedCode(session, places, named);
  const opened: HeldDeparture['opened'] = {
    ...{ kind: 'opened', eventId: departureId, at: now, crew, aboard: Number(plainDigits(form.aboard)) },
    ...{ service: form.service, serviceNumber: plainText(form.serviceNumber) },
    ...{ departsAt, origin, destination, stops },
    ...(form.coachFrom === 'elsewhere' && { outside: true }),
  };
  return code === undefined ? undefined : { departureId, city, code, opened };
}

interface Coded {
  readonly departureId: string;
  readonly city: string;
  readonly plate: string;
  readonly destinationCity: string | undefined;
}

/** The code of a departure under the key of this session; undefined where it has none. */
export const signedCode = (
  { signing }: StaffSession,
  places: Places,
  { departureId, city, plate, destinationCity }: Coded,
): string | undefined =>
  signing &&
  signDepartureCode(bytesOf(signing.key), {
    demonstration: false,
    asksAddresses: asks(places, destinationCity),
    ...{ city, departureId, sessionId: signing.keyId, plate },
  });

/** Coach and crew out of a form. */
function crewOf(form: DepartureForm): HeldDeparture['opened']['crew'] {
  const member = (name: string, phone: string) => ({ name: plainText(name), phone: plainText(phone) });
  const { attendantKind: documentKind, attendantNumber } = form;
  return {
    plate: plainPlate(form.plate),
    driver: member(form.driverName, form.driverPhone),
    ...(form.registrar === 'other' && { registrant: member(form.registrantName, form.registrantPhone) }),
    ...(form.attendant === 'aboard' && {
      attendant: {
        ...member(form.attendantName, form.attendantPhone),
        ...{ documentKind, documentNumber: plainText(attendantNumber) },
      },
    }),
  };
}

const asks = ({ asksAddressesTo }: Places, city: string | undefined): boolean =>
  city !== undefined && (asksAddressesTo.includes(city) || asksAddressesTo.includes(provinceOf(city)));

const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
};

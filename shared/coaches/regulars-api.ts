import * as z from 'zod';
import { rider, staff } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { CityCode, FreeText, Id, Nothing, WireDay, WireInstant } from '../wire';
import { addresses } from './passenger-wire';
import { DepartureView, ManifestRow, PlaceOrder } from './wire';

/** That a rider agreed to be on the list of a service's regulars, as they see it. */
const OwnRegular = z.strictObject({
  regularId: Id,
  city: CityCode,
  serviceNumber: z.string(),
  agreedOn: WireDay,
  /** The last day on which it holds: then they are asked anew. */
  untilDay: WireDay,
});
export type OwnRegular = z.output<typeof OwnRegular>;
const OwnRegulars = z.strictObject({ regulars: z.array(OwnRegular) });

export const joinRegulars = endpoint({
  name: 'coaches.join-regulars',
  summary: {
    zh: '登记后同意列入这条班线的常客，以后司乘可一键代为登记',
    en: 'After registering: agree to be among this service’s regulars, whom its crews register by one tap',
  },
  access: rider,
  input: z.strictObject({ code: z.string().min(1).max(500) }),
  output: OwnRegulars,
  failures: [
    'departure-code-unknown',
    'departure-code-forged',
    'departure-code-ended',
    'departure-code-replaced',
    'departure-past',
    'departure-cancelled',
    'departure-arrived',
    'departure-unknown',
    'city-unknown',
    'capability-absent',
    'not-authenticated',
    'registration-unknown',
  ],
});

export const ownRegulars = endpoint({
  name: 'coaches.own-regulars',
  summary: { zh: '本人同意列入的班线常客', en: 'Services among whose regulars one agreed to be' },
  access: rider,
  input: Nothing,
  output: OwnRegulars,
  failures: ['not-authenticated'],
});

export const leaveRegulars = endpoint({
  name: 'coaches.leave-regulars',
  summary: { zh: '撤回常客同意，立即生效', en: 'No longer be among the regulars of a service, at once' },
  access: rider,
  input: z.strictObject({ regularId: Id }),
  output: OwnRegulars,
  failures: ['not-authenticated', 'regular-unknown'],
});

const regularFailures = ['departure-left', 'too-many-tries'] as const;

export const listRegulars = endpoint({
  name: 'coaches.list-regulars',
  summary: {
    zh: '本班线同意列入、还没有登记的常客（打码）',
    en: 'The regulars of this service who agreed and are not registered yet, masked',
  },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller'),
  input: z.strictObject({ city: CityCode, departureId: Id }),
  output: z.strictObject({
    regulars: z.array(
      z.strictObject({
        regularId: Id,
        maskedName: z.string(),
        documentKind: z.enum(documentKinds),
        maskedDocument: z.string(),
      }),
    ),
  }),
  failures: [
    ...([
      'city-unknown',
      'capability-absent',
      'departure-unknown',
      'departure-not-yours',
      'departure-too-old',
    ] as const),
    ...regularFailures,
  ],
});

export const registerRegular = endpoint({
  name: 'coaches.register-regular',
  summary: { zh: '一键登记一位常客', en: 'Register a regular by one tap' },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller'),
  input: z.strictObject({
    registrationId: Id,
    city: CityCode,
    departureId: Id,
    at: WireInstant,
    regularId: Id,
    ...addresses,
    boardsAt: PlaceOrder.exactOptional(),
    alightsAt: PlaceOrder.exactOptional(),
    seat: FreeText(10).exactOptional(),
  }),
  output: z.strictObject({ row: ManifestRow, departure: DepartureView }),
  failures: [
    ...([
      'city-unknown',
      'capability-absent',
      'departure-unknown',
      'departure-not-yours',
      'departure-too-old',
    ] as const),
    ...(['clock-wrong', 'event-conflict', 'addresses-missing', 'regular-unknown'] as const),
    ...regularFailures,
  ],
});

import * as z from 'zod';
import { rider, staff } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Cursor, Id, Nothing, WireDay } from '../wire';
import { ArrivalDelivery, ArrivalManifest, ArrivalSought } from './arrival-wire';
import { AssistedRegistrationInput, RegistrationInput, ScannedDeparture } from './passenger-wire';
import { CrewDelivery, DepartureView, KnownPlace, ManifestRow } from './wire';

const code = z.string().min(1).max(500);

const codeFailures = [
  'departure-code-unknown',
  'departure-code-forged',
  'departure-code-ended',
  'departure-code-replaced',
  'departure-past',
  'departure-cancelled',
  'departure-arrived',
  'city-unknown',
  'capability-absent',
] as const;

const deliveryFailures = [
  'city-unknown',
  'capability-absent',
  'departure-unknown',
  'departure-not-yours',
  'departure-too-old',
  'departure-day-differs',
  'clock-wrong',
  'event-conflict',
  'name-refused',
  'document-refused',
  'phone-refused',
] as const;
/** Why one event of a batch was refused. */
export type DeliveryFailure = (typeof deliveryFailures)[number];

/** In the order given, each answered for itself; a refused one tells why in both languages. */
const Delivered = z.strictObject({
  items: z.array(
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), eventId: Id }),
      z.strictObject({
        ok: z.literal(false),
        eventId: Id,
        failure: z.strictObject({ code: z.enum(deliveryFailures), zh: z.string(), en: z.string() }),
      }),
    ]),
  ),
});

export const deliverEvents = endpoint({
  name: 'coaches.deliver-events',
  summary: {
    zh: '司乘上报发车登记及其变化，可离线后补传，逐条答复',
    en: 'Crews tell of their departures, also later from offline phones; each event is answered for itself',
  },
  access: staff('driver', 'attendant'),
  input: z.strictObject({ deliveries: z.array(CrewDelivery).min(1).max(50) }),
  output: Delivered,
  failures: [],
});

export const getManifest = endpoint({
  name: 'coaches.get-manifest',
  summary: { zh: '一班车的登记进度，不含姓名', en: 'How far the registration of a departure is; no names' },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller', 'arrival-officer'),
  input: z.strictObject({ city: CityCode, departureId: Id }),
  output: z.strictObject({ departure: DepartureView }),
  failures: ['city-unknown', 'capability-absent', 'departure-unknown', 'departure-not-yours', 'departure-too-old'],
});

export const listDepartures = endpoint({
  name: 'coaches.list-departures',
  summary: {
    zh: '本车站的发车、本单位的发车或将到达的班次及其登记进度',
    en: 'Departures of one’s station or operator, or those that are to arrive, with how far their registration is',
  },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller', 'arrival-officer'),
  input: z.strictObject({
    day: WireDay.exactOptional(),
    limit: z.number().int().min(1).max(50),
    after: Cursor.exactOptional(),
  }),
  output: z.strictObject({ departures: z.array(DepartureView), next: Cursor.exactOptional() }),
  failures: ['city-unknown', 'capability-absent'],
});

export const listPlaces = endpoint({
  name: 'coaches.list-places',
  summary: {
    zh: '可选的始发地、目的地，以及离线登记发车所需的设置',
    en: 'Places to choose from, and what a phone needs to register departures without a network',
  },
  access: staff('driver', 'attendant'),
  input: Nothing,
  output: z.strictObject({
    places: z.array(KnownPlace),
    /** L-03: cities and provinces towards which passengers state two addresses; the code says so. */
    asksAddressesTo: z.array(CityCode),
    remindMinutesBefore: z.array(z.number().int()),
    /** Where links inside codes lead. */
    publicUrl: z.string(),
  }),
  failures: ['city-unknown', 'capability-absent'],
});

export const lookAtDeparture = endpoint({
  name: 'coaches.look-at-departure',
  summary: {
    zh: '扫发车码：这是哪一班车，我登记了谁',
    en: 'After scanning a departure code: which coach it is, and whom I registered',
  },
  access: rider,
  input: z.strictObject({ code }),
  output: ScannedDeparture,
  failures: [...codeFailures],
});

export const registerPassenger = endpoint({
  name: 'coaches.register-passenger',
  summary: { zh: '登记一名乘客乘坐这班车', en: 'Register a passenger for this departure' },
  access: rider,
  input: RegistrationInput,
  output: ScannedDeparture,
  failures: [
    ...codeFailures,
    'not-authenticated',
    'member-unknown',
    'name-refused',
    'document-refused',
    'phone-refused',
    'addresses-missing',
    'departure-left',
    'registration-unknown',
    'event-conflict',
    'too-many-statements',
    'ticket-unknown',
    'too-many-ticket-tries',
  ],
});

export const withdrawPassenger = endpoint({
  name: 'coaches.withdraw-passenger',
  summary: { zh: '发车前撤回一条登记', en: 'Withdraw a registration before the coach leaves' },
  access: rider,
  input: z.strictObject({ withdrawalId: Id, code, registrationId: Id }),
  output: ScannedDeparture,
  failures: [...codeFailures, 'departure-left', 'registration-unknown', 'event-conflict'],
});

export const registerForPassenger = endpoint({
  name: 'coaches.register-for-passenger',
  summary: { zh: '司乘或车站代没有手机的乘客登记', en: 'Crew or station staff register a passenger without a phone' },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller'),
  input: AssistedRegistrationInput,
  output: z.strictObject({ row: ManifestRow, departure: DepartureView }),
  failures: [...deliveryFailures, 'addresses-missing'],
});

export const showDepartureCode = endpoint({
  name: 'coaches.show-departure-code',
  summary: {
    zh: '车站或同单位司乘取一班车的发车码，用于出示、打印',
    en: 'The code of a departure for its station or colleagues of its crew, to show or print',
  },
  access: staff('driver', 'attendant', 'desk', 'ticket-seller'),
  input: z.strictObject({ city: CityCode, departureId: Id }),
  output: z.strictObject({
    code: z.string(),
    /** Where links inside codes lead. */
    publicUrl: z.string(),
    asksAddresses: z.boolean(),
  }),
  failures: [
    'city-unknown',
    'capability-absent',
    'departure-unknown',
    'departure-not-yours',
    'departure-too-old',
    'departure-cancelled',
    'departure-arrived',
  ],
});

export const openArrival = endpoint({
  name: 'coaches.open-arrival',
  summary: {
    zh: '到站核验：按码、车牌或班次打开乘客清单（脱敏）',
    en: 'Verification on arrival: the manifest, masked, by code, plate or departure',
  },
  access: staff('arrival-officer'),
  input: z.strictObject({ sought: ArrivalSought }),
  output: ArrivalManifest,
  failures: [
    'city-unknown',
    'capability-absent',
    'departure-unknown',
    'departure-not-yours',
    'departure-too-old',
    'departure-code-unknown',
    'departure-code-forged',
  ],
});

export const deliverArrival = endpoint({
  name: 'coaches.deliver-arrival',
  summary: {
    zh: '到站核验的逐条记录：到站、在车、未乘、补录、核验完成，可离线后补传',
    en: 'What was verified on arrival: arrived, present, absent, added, closed; also later from offline phones',
  },
  access: staff('arrival-officer'),
  input: z.strictObject({ deliveries: z.array(ArrivalDelivery).min(1).max(100) }),
  output: Delivered,
  failures: [],
});

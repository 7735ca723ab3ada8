import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Id, WireDay, WireInstant } from '../wire';
import { offRouteBands, registrationSources } from './events';
import { DepartureView } from './wire';

/** A departure as officials see it: the plate masked, no passenger's name. */
export const OfficialDeparture = DepartureView.extend({
  /** So many were registered by a phone far from the way of the coach: its code may be shown elsewhere. Absent where none was. */
  offRoute: z.number().int().min(1).exactOptional(),
});
export type OfficialDeparture = z.output<typeof OfficialDeparture>;

/** The same with who confirmed it. */
const DayDeparture = OfficialDeparture.extend({
  /** Who confirmed it; absent while no crew has. */
  confirmed: z
    .strictObject({
      /** After the time at which it was to leave. */
      late: z.boolean(),
      operatorId: z.string().exactOptional(),
      /** Its name, where one is listed. */
      operator: z.string().exactOptional(),
      staffId: z.string().exactOptional(),
      /** The name that the member of staff goes by. */
      staff: z.string().exactOptional(),
    })
    .exactOptional(),
});
export type DayDeparture = z.output<typeof DayDeparture>;

export const listDayDepartures = endpoint({
  name: 'coaches.list-day-departures',
  summary: {
    zh: '一个城市一天发出的客运班次及其登记情况',
    en: 'The departures that leave a city on a day, with how complete their registration is',
  },
  access: official('bureau'),
  input: z.strictObject({
    city: CityCode,
    day: WireDay,
    limit: z.number().int().min(1).max(200),
    /** The last departure of the page before. */
    after: Id.exactOptional(),
  }),
  output: z.strictObject({
    /** In the order of their ids, which begin with the time. */
    departures: z.array(DayDeparture),
    /** Where the next page goes on; absent on the last. */
    next: Id.exactOptional(),
    /** The key of the day was destroyed: nothing of it can be told any more. */
    forgotten: z.boolean(),
    /** The last day of departure whose ledgers on paper have to be in (L-09). */
    ledgersDue: WireDay,
  }),
  failures: ['city-unknown', 'capability-absent'],
});

/** One thing that happened to a departure, without whom it is about. */
const StoryEvent = z.strictObject({
  kind: z.string(),
  at: WireInstant,
  recordedAt: WireInstant,
  /** Who told it: crew, other staff, a ledger, or somebody who scanned. */
  teller: z.enum(['crew', 'staff', 'ledger', 'account']),
  source: z.enum(registrationSources).exactOptional(),
  seat: z.string().exactOptional(),
  /** The phone that registered was so far from the way of the coach. */
  offRoute: z.enum(offRouteBands).exactOptional(),
  aboard: z.number().exactOptional(),
  departsAt: WireInstant.exactOptional(),
  reason: z.string().exactOptional(),
  /** It came in a state that it does not fit, and has no effect. */
  unfitting: z.boolean(),
});

export const tellDeparture = endpoint({
  name: 'coaches.tell-departure',
  summary: {
    zh: '一班车的全过程：何时、由谁登记，改过什么；不含姓名',
    en: 'Everything that happened to a departure: when and by whom people were registered, what was changed; no names',
  },
  access: official('bureau'),
  input: z.strictObject({ city: CityCode, departureId: Id }),
  output: z.strictObject({ departure: OfficialDeparture, events: z.array(StoryEvent) }),
  failures: ['city-unknown', 'capability-absent', 'departure-unknown', 'departure-too-old'],
});

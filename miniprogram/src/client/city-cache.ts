import type { Client } from '@tongcheng/shared/client';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { hasFields, type PhoneRecord, type Records } from './records';

/** The city as the service last described it, and when it was asked. */
export interface StoredCity {
  readonly city: CityView | null;
  readonly askedAt: Instant;
}

/** Where the city is kept, so that the next start needs not wait for it. */
export const cityRecord: PhoneRecord<StoredCity> = {
  key: 'tc.city',
  replaceable: true,
  added: { 'city.capabilities': ['city'], 'city.entrances': [] },
  empty: { city: null, askedAt: 0 },
  is: (value): value is StoredCity =>
    hasFields(value, 'city', 'askedAt') &&
    (value.city === null || hasFields(value.city, 'city', 'name', 'notices', 'admissionRules')),
};

/** The city that a link named; without one the installation's own. */
const chosenRecord: PhoneRecord<{ readonly city: string | null }> = {
  key: 'tc.chosen-city',
  empty: { city: null },
  is: (value): value is { readonly city: string | null } =>
    hasFields(value, 'city') && (value.city === null || typeof value.city === 'string'),
};

/** The public settings of the rider's city. */
export interface CityCache {
  /** From now on the city that a link named (W-01); what is kept of another one is let go. */
  choose(code: string): void;
  /** The city as held, however old: whoever stands at a door does not wait for it. Asked for when there is none. */
  ensure(): Promise<CityView | undefined>;
  /** Asks again when the last answer is older than five minutes; an older one serves while the service is away. */
  refresh(): Promise<CityView | undefined>;
}

const freshMs = 5 * minuteMs;

/** A book that asks once however many want to know. */
export function createCityCache(needs: { client: Client; records: Records; phoneNow: () => Instant }): CityCache {
  let underway: Promise<CityView | undefined> | undefined;
  const ask = async (): Promise<CityView | undefined> => {
    const { city: chosen } = needs.records.read(chosenRecord);
    const answer = await needs.client.call('venues.get-city', chosen === null ? {} : { city: chosen });
    if (!answer.ok && answer.failure.code === 'city-unknown' && chosen !== null) {
      needs.records.write(chosenRecord, chosenRecord.empty);
      return ask();
    }
    // A link named another city while this one was asked for.
    if (needs.records.read(chosenRecord).city !== chosen) return ask();
    if (!answer.ok) return needs.records.read(cityRecord).city ?? undefined;
    needs.records.write(cityRecord, { city: answer.value, askedAt: needs.phoneNow() });
    return answer.value;
  };
  const once = () => {
    underway ??= ask().finally(() => {
      underway = undefined;
    });
    return underway;
  };
  return {
    choose: (code) => {
      if (needs.records.read(chosenRecord).city === code) return;
      needs.records.write(chosenRecord, { city: code });
      if (needs.records.read(cityRecord).city?.city !== code) needs.records.write(cityRecord, cityRecord.empty);
      underway = undefined;
    },
    ensure: async () => needs.records.read(cityRecord).city ?? once(),
    refresh: async () => {
      const { city, askedAt } = needs.records.read(cityRecord);
      const age = needs.phoneNow() - askedAt;
      return city && age >= 0 && age < freshMs ? city : once();
    },
  };
}

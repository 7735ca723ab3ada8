import type { OwnRegular } from '@tongcheng/shared/coaches/regulars-api';
import { addDays, type DayInstant, dayOf, type Instant } from '@tongcheng/shared/time';
import * as z from 'zod';
import { collection, type DocumentStore, type Stored } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { ReadDeparture } from '../read-departure';

/** That a person agreed to be registered by the crews of a service (L-07). Which service is sealed for them and found by a blind mark. */
interface RegularRecord {
  /** Begins with the day of the agreement (`newDayId`). */
  readonly _id: string;
  readonly personId: string;
  /** A keyed mark of operator, city and service number. */
  readonly service: string;
  /** A {@link KeptService} under the person's key. */
  readonly sealed: string;
  readonly agreedOn: DayInstant;
}

/** After a year they are asked anew. */
const keptDays = 365;

/** All agreements to be a regular. */
export const coachRegulars = collection<RegularRecord>()({
  name: 'coachRegulars',
  keep: { until: 'age', days: keptDays },
  belongs: { to: 'person', by: 'personId', erased: 'at-once', exported: 'regulars' },
  // Crews ask for a service at every coach; a person asks for their own a few times in a year.
  distributeBy: 'service',
  indexes: [['personId'], ['service']],
});

const KeptService = z.strictObject({ city: z.string(), serviceNumber: z.string() });
type KeptService = z.output<typeof KeptService>;

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** The service that a departure is of: whoever answers for it, the city that it leaves and its number. Undefined until its crew confirmed it. */
export async function serviceOf(
  vault: Vault,
  { opened, city }: ReadDeparture,
): Promise<(KeptService & { readonly mark: string }) | undefined> {
  if (!opened?.details) return undefined;
  const { serviceNumber } = opened.details;
  const mark = await vault.blindIndex('coach-regulars', JSON.stringify([opened.by, city, serviceNumber]));
  return { city, serviceNumber, mark };
}

const isKept = ({ agreedOn }: RegularRecord, now: Instant): boolean => addDays(dayOf(agreedOn), keptDays) > dayOf(now);

/** Agreements of a service that hold, of each person the first; at most so many as a list shows. */
export async function regularsOf(
  store: DocumentStore,
  service: string,
  now: Instant,
): Promise<readonly RegularRecord[]> {
  const { items } = await store.find(coachRegulars, { where: { service }, limit: mostListed });
  const byPerson = new Map(items.filter((each) => isKept(each, now)).map((each) => [each.personId, each]));
  return [...byPerson.values()];
}
const mostListed = 200;

/** Agreements of a person that hold, opened. */
export async function regularsOfPerson(
  { store, vault }: Needs,
  personId: string,
  now: Instant,
): Promise<readonly (OwnRegular & { readonly mark: string })[]> {
  const held: Stored<RegularRecord>[] = [];
  for await (const batch of store.stream(coachRegulars, { where: { personId } })) held.push(...batch);
  return Promise.all(
    held
      .filter((each) => isKept(each, now))
      .map(async ({ _id, sealed, agreedOn, service }) => ({
        ...{
          regularId: _id,
          mark: service,
          agreedOn: dayOf(agreedOn),
          untilDay: addDays(dayOf(agreedOn), keptDays - 1),
        },
        ...KeptService.parse(JSON.parse(await vault.openFor(personId, _id, sealed))),
      })),
  );
}

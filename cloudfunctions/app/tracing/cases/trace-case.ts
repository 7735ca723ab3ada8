import { accountsOfPerson } from '../../identity/account/accounts-of';
import { subjectOf } from '../../rides/scanning/scan-subject';
import { manifestRides } from '../reading/manifest-rides';
import type { RideSource } from '../reading/ride-source';
import { scannedRides } from '../reading/scanned-rides';
import { type Trace, trace } from '../trace';
import type { OpenCase } from './case-of';
import type { IndexRider } from './index-rider-record';
import { infectiousPeriod, isExposedWithin, ridesWithin } from './infectious-period';
import type { TracingNeeds } from './tracing-needs';

/** Whom the index rider of a case exposed, found anew: in the city's transport by their scans, in coaches that left it by the manifests. */
export async function traceCase(needs: TracingNeeds, { record, settings, rider }: OpenCase): Promise<Trace> {
  const period = infectiousPeriod(record, settings);
  const { within } = period;
  const sources = sourcesOf(needs, rider);
  const asked = within ? sources.map((source) => ridesWithin(source, within)) : sources;
  const question = {
    ...{ city: record.city, settings, asOf: needs.clock.now() },
    ...{
      subjects: rider.personId === undefined ? [] : await subjectsOfRider(needs, rider.personId),
      documentSubject: rider.documentSubject,
    },
    ...{ from: period.from, to: period.to },
  };
  const found = await trace(asked, question, needs.vehicleLocator);
  return within ? { ...found, exposures: found.exposures.filter((each) => isExposedWithin(each, within)) } : found;
}

/** Whoever is not enrolled scanned nothing. */
const sourcesOf = (needs: TracingNeeds, { personId }: IndexRider): readonly RideSource[] =>
  personId === undefined ? [manifestRides(needs)] : [scannedRides(needs), manifestRides(needs)];

/** Accounts too: what they scanned before they were authenticated was ridden by the same person. */
export async function subjectsOfRider({ store }: TracingNeeds, personId: string): Promise<readonly string[]> {
  const accounts = await accountsOfPerson(store, personId);
  return [subjectOf({ personId, accountId: '' }), ...accounts.map(({ _id }) => subjectOf({ accountId: _id }))];
}

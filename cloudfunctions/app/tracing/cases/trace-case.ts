import { accountsOfPerson } from '../../identity/account/accounts-of';
import { subjectOf } from '../../rides/scanning/scan-subject';
import { scannedRides } from '../reading/scanned-rides';
import { type Trace, trace } from '../trace';
import type { OpenCase } from './case-of';
import type { TracingNeeds } from './tracing-needs';

/** Whom the index rider of a case exposed, found anew. */
export async function traceCase(needs: TracingNeeds, { record, settings, personId }: OpenCase): Promise<Trace> {
  const accounts = await accountsOfPerson(needs.store, personId);
  return trace([scannedRides(needs)], {
    ...{ city: record.city, settings, asOf: needs.clock.now() },
    // Accounts too: what they scanned before they were authenticated was ridden by the same person.
    subjects: [subjectOf({ personId, accountId: '' }), ...accounts.map(({ _id }) => subjectOf({ accountId: _id }))],
    ...{ from: record.infectiousFrom, to: record.infectiousTo },
  });
}

import { alerts } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import { appeals } from '@tongcheng/cloudfunctions/app/appeals/appeal-record';
import { accessAbout, accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { cardClaims, cardHolders } from '@tongcheng/cloudfunctions/app/cards/card-record';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { attemptCounts } from '@tongcheng/cloudfunctions/app/identity/attempt-record';
import { closings, endedAccounts } from '@tongcheng/cloudfunctions/app/identity/closing-record';
import { families, memberships } from '@tongcheng/cloudfunctions/app/identity/family-record';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { signInAttempts } from '@tongcheng/cloudfunctions/app/oversight/sign-in-attempt-record';
import { invitations, staffMembers } from '@tongcheng/cloudfunctions/app/oversight/staff-record';
import {
  beginnings,
  deliveries,
  passwords,
  plans,
  recipients,
  reports,
} from '@tongcheng/cloudfunctions/app/reports/records';
import { refusals } from '@tongcheng/cloudfunctions/app/rides/refusal-record';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { revocations } from '@tongcheng/cloudfunctions/app/sessions/revocation-record';
import { sessions } from '@tongcheng/cloudfunctions/app/sessions/session-record';
import { cities, venueSerials, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { Collection, Doc } from '@tongcheng/cloudfunctions/ports/document-store';
import { dayKeys, masterChecks, people, personIndex, personKeys } from '@tongcheng/cloudfunctions/vault/records';

/** Something that is done with a collection of whatever documents. */
export interface CollectionVisit<T> {
  readonly of: <D extends Doc>(collection: Collection<D>) => Promise<T>;
}

/** A collection, its documents' type put away. */
export interface AnyCollection {
  readonly name: string;
  readonly visit: <T>(visit: CollectionVisit<T>) => Promise<T>;
}

const any = <D extends Doc>(collection: Collection<D>): AnyCollection => ({
  name: collection.name,
  visit: (visit) => visit.of(collection),
});

/** What a backup of the data holds: everything but wrapped keys and what only lives for seconds (leases, pulses). */
export const documentCollections: readonly AnyCollection[] = [
  any(appeals),
  any(cardHolders),
  any(cardClaims),
  any(accounts),
  any(closings),
  any(endedAccounts),
  any(families),
  any(memberships),
  any(revocations),
  any(sessions),
  any(attemptCounts),
  any(alerts),
  any(accessLog),
  any(accessAbout),
  any(officials),
  any(signInAttempts),
  any(invitations),
  any(staffMembers),
  any(plans),
  any(reports),
  any(deliveries),
  any(recipients),
  any(beginnings),
  any(passwords),
  any(refusals),
  any(scans),
  any(cities),
  any(venues),
  any(venueSerials),
  any(people),
  any(personIndex),
  any(masterChecks),
];

/** Wrapped keys of days and persons: a backup of their own, kept elsewhere. */
export const keyCollections: readonly AnyCollection[] = [any(dayKeys), any(personKeys)];

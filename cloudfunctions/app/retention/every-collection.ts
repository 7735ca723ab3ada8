// Made by `npm run generate` out of every `collection<…>()({ … })` in app and vault.

import { type AnyCollection, anyCollection } from '../../ports/any-collection';
import {
  caseKeys,
  dayKeys,
  documentPairs,
  epochKeys,
  keyPairs,
  masterChecks,
  people,
  personIndex,
  personKeys,
} from '../../vault/records';
import { alerts } from '../alerts/alert-record';
import { appeals } from '../appeals/appeal-record';
import { accessAnchors } from '../audit/access-anchor';
import { accessArchives } from '../audit/access-archive';
import { accessAbout, accessLog } from '../audit/access-entry';
import { cardClaims, cardHolders } from '../cards/card-record';
import { cardMarks, cardTokens } from '../cards/card-token-record';
import { cardLinkings } from '../cards/linking-record';
import { cardListRows, cardLists } from '../cards/lists/list-record';
import { statedCards } from '../cards/stated/stated-record';
import { departureEvents } from '../coaches/departure-event-record';
import { departureStops } from '../coaches/departure-stop-record';
import { coachExtracts, soughtDocuments } from '../coaches/extracts/extract-record';
import { coachVehicles, operatorLines } from '../coaches/fleet/fleet-record';
import { coachRegulars } from '../coaches/regulars/regular-record';
import { tickets } from '../coaches/ticketing/ticket-record';
import { deviceKeyClaims } from '../devices/claim-key';
import { deviceInvitations } from '../devices/device-invitation';
import { devices, usedChallenges } from '../devices/device-record';
import { deviceStates } from '../devices/device-state';
import { gateDeliveries, unlinkedTaps } from '../gates/delivery-record';
import { cardSets } from '../gates/set-record';
import { statusTurns } from '../gates/status-turn-record';
import { accounts } from '../identity/account-record';
import { attemptCounts } from '../identity/attempt-record';
import { closings, endedAccounts } from '../identity/closing-record';
import { families, memberships } from '../identity/family-record';
import { officialChanges } from '../oversight/appointments/official-change-record';
import { officials } from '../oversight/official-record';
import { serviceStates, timerParts } from '../oversight/operation/operation-record';
import { signInAttempts } from '../oversight/sign-in-attempt-record';
import { invitations, staffMembers } from '../oversight/staff-record';
import { partners } from '../partners/partner-record';
import { monthIssues } from '../passes/month-issues';
import { passes } from '../passes/pass-record';
import { passedChecks } from '../passes/passed-check';
import { deletionCertificates } from '../publications/certificates/deletion-certificate-record';
import { ridershipFigures, ridershipWalks } from '../publications/ridership/ridership-record';
import { beginnings, deliveries, passwords, plans, recipients, reports } from '../reports/records';
import { qualityDays, qualityWalks } from '../rides/quality/quality-record';
import { refusals } from '../rides/refusal-record';
import { scans } from '../rides/scan-record';
import { usualDurations } from '../rides/usual/usual-durations-record';
import { revocations } from '../sessions/revocation-record';
import { sessions } from '../sessions/session-record';
import { tracingCases } from '../tracing/cases/case-record';
import { heldPages } from '../tracing/cases/held-copy';
import { indexRiders } from '../tracing/cases/index-rider-record';
import { traceRequests } from '../tracing/cases/request-record';
import { tracingMeasures } from '../tracing/measures/measure-record';
import { tracingNotices } from '../tracing/notices/notice-record';
import { lineStops } from '../venues/line-stops-record';
import { operators } from '../venues/operator-record';
import { cities, cityTerms, provinces, venueSerials, venues } from '../venues/records';
import { ruleVersions } from '../venues/rule-version-record';

/** Every collection of the product. The sweeper, the erasure of a person, backup and deployment read it. */
export const everyCollection: readonly AnyCollection[] = [
  anyCollection(accessAbout),
  anyCollection(accessAnchors),
  anyCollection(accessArchives),
  anyCollection(accessLog),
  anyCollection(accounts),
  anyCollection(alerts),
  anyCollection(appeals),
  anyCollection(attemptCounts),
  anyCollection(beginnings),
  anyCollection(cardClaims),
  anyCollection(cardHolders),
  anyCollection(cardLinkings),
  anyCollection(cardListRows),
  anyCollection(cardLists),
  anyCollection(cardMarks),
  anyCollection(cardSets),
  anyCollection(cardTokens),
  anyCollection(caseKeys),
  anyCollection(cities),
  anyCollection(cityTerms),
  anyCollection(closings),
  anyCollection(coachExtracts),
  anyCollection(coachRegulars),
  anyCollection(coachVehicles),
  anyCollection(dayKeys),
  anyCollection(deletionCertificates),
  anyCollection(deliveries),
  anyCollection(departureEvents),
  anyCollection(departureStops),
  anyCollection(deviceInvitations),
  anyCollection(deviceKeyClaims),
  anyCollection(deviceStates),
  anyCollection(devices),
  anyCollection(documentPairs),
  anyCollection(endedAccounts),
  anyCollection(epochKeys),
  anyCollection(families),
  anyCollection(gateDeliveries),
  anyCollection(heldPages),
  anyCollection(indexRiders),
  anyCollection(invitations),
  anyCollection(keyPairs),
  anyCollection(lineStops),
  anyCollection(masterChecks),
  anyCollection(memberships),
  anyCollection(monthIssues),
  anyCollection(officialChanges),
  anyCollection(officials),
  anyCollection(operatorLines),
  anyCollection(operators),
  anyCollection(partners),
  anyCollection(passedChecks),
  anyCollection(passes),
  anyCollection(passwords),
  anyCollection(people),
  anyCollection(personIndex),
  anyCollection(personKeys),
  anyCollection(plans),
  anyCollection(provinces),
  anyCollection(qualityDays),
  anyCollection(qualityWalks),
  anyCollection(recipients),
  anyCollection(refusals),
  anyCollection(reports),
  anyCollection(revocations),
  anyCollection(ridershipFigures),
  anyCollection(ridershipWalks),
  anyCollection(ruleVersions),
  anyCollection(scans),
  anyCollection(serviceStates),
  anyCollection(sessions),
  anyCollection(signInAttempts),
  anyCollection(soughtDocuments),
  anyCollection(staffMembers),
  anyCollection(statedCards),
  anyCollection(statusTurns),
  anyCollection(tickets),
  anyCollection(timerParts),
  anyCollection(traceRequests),
  anyCollection(tracingCases),
  anyCollection(tracingMeasures),
  anyCollection(tracingNotices),
  anyCollection(unlinkedTaps),
  anyCollection(usedChallenges),
  anyCollection(usualDurations),
  anyCollection(venueSerials),
  anyCollection(venues),
];

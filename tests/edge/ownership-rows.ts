import type { Api } from '@tongcheng/shared/api';
import { newId } from '@tongcheng/shared/ids';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { keyPair } from '../world/key-holders';
import type { Town } from '../world/town';
import { elsewhere, newScan, type Owned, ownVenue } from './owned-town';

type AskedBy<W extends string> = { [N in keyof Api]: Api[N]['access']['who'] extends W ? N : never }[keyof Api];

/** A question about what is somebody's: its owner succeeds, everybody else gets exactly this refusal. */
export interface Refused {
  readonly body: unknown;
  readonly code: string;
  /** The token of its owner, where that is another than the rest's. */
  readonly owner?: string;
  /** What its owner gets, where the thing at hand is in no state to be acted on; success otherwise. */
  readonly ownerGets?: string;
  /** Asked about what is one's own and what is not in one: officials of the second city get exactly this refusal. */
  readonly mixed?: { readonly body: unknown; readonly code: string };
}

/** What an endpoint of a rider, of staff or of an official has that is somebody's. */
export type Row =
  | Refused
  /** All succeed with the same body, and only the owner's answer holds this text. */
  | { readonly separate: { readonly body: unknown; readonly shows: string } }
  /** Its body names nothing that anybody owns: it is about the caller's own session, account or claim. */
  | { readonly ofCaller: string }
  /** Owned by an operator, a station or an account of a day, which this town has not: a file of tests of its own meets this refusal. */
  | { readonly provedIn: string; readonly refusal: string };

/** Every endpoint of officials, asked about the first city by officials of others. */
export const officialRows = (town: Town, owned: Owned): Readonly<Record<AskedBy<'official'>, Row>> => {
  const { reportId, deliveryId } = owned.report;
  const { appealId } = owned;
  const city = '420100';
  const yesterday = addDays(dayOf(town.needs.clock.now()), -1);
  const proposal = { city, address: 'another@bureau.example', form: 'masked', reason: '试 trial' };
  const first = { level: 'city', code: city };
  const newDevice = { kind: 'reader', name: '演示', publicKey: keyPair().publicKey };
  const newKey = { keyId: 'k2', publicKey: keyPair().publicKey };
  const newPartner = { kind: 'platform', name: '演示', keyId: 'k1', publicKey: keyPair().publicKey };
  const now = town.needs.clock.now();
  const announcement = {
    noticeId: 'trial',
    text: { zh: '试', en: 'Trial' },
    modes: ['bus'],
    from: now,
    to: now + 1_000,
  };
  const change = { kind: 'end', ruleId: 'wuhan-green', at: now + 86_400_000 };
  const invitation = { role: 'desk', venueIds: [ownVenue], validHours: 1 };
  return {
    'venues.list-venues': refused({ city, limit: 10 }, 'city-unknown'),
    'venues.find-places': refused({ city, search: '1' }, 'city-unknown'),
    'coaches.file-ledger': provedIn('ledger-filing', 'city-unknown'),
    'coaches.list-day-departures': provedIn('officials', 'city-unknown'),
    'coaches.tell-departure': provedIn('officials', 'city-unknown'),
    'oversight.post-visitor-code': provedIn('visitors', 'city-unknown'),
    'coaches.count-tickets': provedIn('ticketing', 'city-unknown'),
    'coaches.list-fleet': provedIn('fleet', 'city-unknown'),
    'coaches.set-vehicle': provedIn('fleet', 'city-unknown'),
    'coaches.end-vehicle': provedIn('fleet', 'city-unknown'),
    'coaches.set-line': provedIn('fleet', 'city-unknown'),
    'coaches.end-line': provedIn('fleet', 'city-unknown'),
    'coaches.open-manifest': provedIn('extracts', 'city-unknown'),
    'coaches.find-departures': provedIn('extracts', 'city-unknown'),
    'coaches.request-extract': provedIn('extracts', 'city-unknown'),
    'coaches.list-extracts': provedIn('extracts', 'city-unknown'),
    'coaches.decide-extract': provedIn('extracts', 'extract-unknown'),
    'coaches.open-extract': provedIn('extracts', 'extract-unknown'),
    'coaches.end-extract': provedIn('extracts', 'extract-unknown'),
    'venues.import-venues': refused(
      { city, csv: 'id,mode,kind,name_zh,name_en\nbus-e9-01,bus,vehicle,车,Bus' },
      'city-unknown',
    ),
    'venues.preview-import': refused(
      { city, csv: 'id,mode,kind,name_zh,name_en\nbus-e9-02,bus,vehicle,车,Bus' },
      'city-unknown',
    ),
    'venues.replace-code': refused({ venueId: ownVenue }, 'venue-unknown'),
    'venues.print-stickers': {
      ...{ body: { venueIds: [ownVenue] }, code: 'venue-unknown' },
      mixed: { body: { venueIds: [elsewhere, ownVenue] }, code: 'venue-unknown' },
    },
    'venues.revoke-code': refused({ venueId: '420100-bus-e1-06', reason: 'x' }, 'venue-unknown'),
    'rides.live-figures': refused({ city }, 'city-unknown'),
    'cards.linking-progress': refused({ city, from: yesterday, to: yesterday }, 'city-unknown'),
    'rides.registration-quality': refused({ city, from: yesterday, to: yesterday }, 'city-unknown'),
    'rides.list-refusals': refused({ city }, 'city-unknown'),
    'rides.line-load': refused({ city }, 'city-unknown'),
    'reports.list-reports': refused({ city, from: yesterday, to: yesterday }, 'city-unknown'),
    'reports.download-report': refused({ reportId, purpose: 'epidemic-control' }, 'report-not-yours'),
    'reports.show-password': refused({ reportId, purpose: 'epidemic-control' }, 'report-not-yours'),
    // Reports of rides go out at once, so there is nothing to release: their owner is told so.
    'reports.release-report': { body: { reportId }, code: 'report-not-yours', ownerGets: 'nothing-to-release' },
    'reports.send-again': refused({ deliveryId }, 'delivery-unknown'),
    'reports.list-recipients': refused({ city }, 'city-unknown'),
    'reports.propose-recipient': refused(proposal, 'city-unknown'),
    'reports.decide-recipient': refused(
      { recipientId: owned.recipients.proposed, approve: true, proposal: owned.recipients.proposal },
      'recipient-unknown',
    ),
    'reports.propose-removal': refused({ recipientId: owned.recipients.kept, reason: 'x' }, 'recipient-unknown'),
    'oversight.create-invitation': {
      ...{ body: { city, ...invitation }, code: 'city-unknown' },
      mixed: { body: { city: '420200', ...invitation }, code: 'venue-unknown' },
    },
    'appeals.list-appeals': refused({ city, state: 'waiting', limit: 10 }, 'city-unknown'),
    'appeals.open-appeal': refused({ appealId, purpose: 'decide' }, 'appeal-unknown'),
    'appeals.answer-appeal': refused({ appealId, outcome: 'stands' }, 'appeal-unknown'),
    'venues.add-operator': refused({ city, name: '演示公司二' }, 'city-unknown'),
    'venues.list-operators': refused({ city }, 'city-unknown'),
    'devices.register-device': {
      ...{ body: { city, ...newDevice }, code: 'city-unknown' },
      mixed: { body: { city: '420200', ...newDevice, venueId: ownVenue }, code: 'venue-unknown' },
    },
    'devices.invite-device': {
      ...{ body: { city, kind: 'gate', name: '演示' }, code: 'city-unknown' },
      mixed: { body: { city: '420200', kind: 'gate', name: '演示', venueId: ownVenue }, code: 'venue-unknown' },
    },
    'devices.move-device': refused({ deviceId: owned.device.deviceId, venueId: ownVenue }, 'device-not-registered'),
    'devices.list-devices': refused({ city }, 'city-unknown'),
    'devices.revoke-device': refused({ deviceId: owned.oldDevice.deviceId, reason: 'x' }, 'device-not-registered'),
    'partners.register-partner': {
      ...{ body: { ...newPartner, scopes: [first] }, code: 'city-unknown' },
      mixed: { body: { ...newPartner, scopes: [{ level: 'city', code: '420200' }, first] }, code: 'city-unknown' },
    },
    'partners.list-partners': refused(first, 'city-unknown'),
    'partners.add-partner-key': refused({ partnerId: owned.partner.partnerId, ...newKey }, 'partner-unknown'),
    'partners.revoke-partner-key': refused(
      { partnerId: owned.partner.partnerId, keyId: 'k1', reason: 'x' },
      'partner-unknown',
    ),
    'partners.revoke-partner': refused({ partnerId: owned.oldPartner.partnerId, reason: 'x' }, 'partner-unknown'),
    'oversight.list-staff': refused({ city, limit: 10 }, 'city-unknown'),
    'oversight.revoke-staff': refused({ staffId: owned.guard.staffId, reason: 'x' }, 'staff-not-yours'),
    'oversight.list-invitations': refused({ city, limit: 10 }, 'city-unknown'),
    'oversight.revoke-invitation': refused(
      { invitationId: owned.guard.invitationId, reason: 'x' },
      'invitation-unknown',
    ),
    'oversight.list-officials': refused({ city }, 'city-unknown'),
    'oversight.revoke-official': refused({ officialId: owned.colleague, reason: 'x' }, 'official-unknown'),
    'oversight.list-official-changes': refused({ city }, 'city-unknown'),
    'oversight.propose-official-change': refused(
      { change: { kind: 'credentials', officialId: owned.colleague }, reason: 'x' },
      'official-unknown',
    ),
    'oversight.decide-official-change': refused({ ...owned.officialChange, approve: true }, 'nothing-to-decide'),
    'oversight.list-accesses': refused({ city, from: yesterday, to: yesterday, limit: 10 }, 'city-unknown'),
    'oversight.check-accesses': refused({ city, from: yesterday, to: yesterday }, 'city-unknown'),
    'oversight.list-official-names': refused({ city }, 'city-unknown'),
    'oversight.list-sign-ins': refused({ city }, 'city-unknown'),
    'oversight.end-sign-in': refused({ sessionId: owned.officialSession, reason: 'x' }, 'session-not-yours'),
    'oversight.get-operation': { ofCaller: 'of the installation: services and timers are no city’s' },
    'oversight.get-settings': refused({ city }, 'city-unknown'),
    'oversight.set-own-name': { ofCaller: 'the caller’s own name' },
    'oversight.list-announcements': refused({ city }, 'city-unknown'),
    'oversight.save-announcement': refused({ city, announcement }, 'city-unknown'),
    'oversight.remove-announcement': refused({ city, noticeId: 'mask' }, 'city-unknown'),
    'oversight.list-rules': refused({ city }, 'city-unknown'),
    'oversight.propose-rule': refused({ city, change, reason: 'x' }, 'city-unknown'),
    // Nothing waits there: its owner is told so, and nobody else learns that much.
    'oversight.decide-rule': {
      body: { city, proposalId: owned.colleague, approve: false },
      ...{ code: 'city-unknown', ownerGets: 'nothing-to-decide' },
    },
    'oversight.sign-out-official': { ofCaller: 'ends the caller’s own session' },
    'tracing.open-case': refused(owned.opened, 'city-unknown'),
    'tracing.list-cases': refused({ city, state: 'open', limit: 10 }, 'city-unknown'),
    'tracing.count-exposed': refused({ caseId: owned.caseId }, 'case-unknown'),
    // One waits already, of the same official: it is told so, and may neither approve it nor open its names.
    'tracing.request-names': {
      ...{ body: { caseId: owned.caseId }, code: 'case-unknown' },
      ownerGets: 'trace-request-open',
    },
    'tracing.decide-request': {
      ...{ body: { ...owned.asked, approve: true }, code: 'trace-request-unknown' },
      ownerGets: 'trace-second-person-needed',
    },
    'tracing.open-names': {
      ...{ body: { requestId: owned.asked.requestId, limit: 10 }, code: 'trace-request-unknown' },
      ownerGets: 'names-not-open',
    },
    'tracing.end-request': refused({ requestId: owned.asked.requestId, reason: 'x' }, 'trace-request-unknown'),
    'tracing.list-measures': refused({ caseId: owned.caseId }, 'case-unknown'),
    // One of this kind waits already, of the same official, who may neither approve it nor see whom it is to tell.
    'tracing.ask-measure': {
      ...{ body: { caseId: owned.caseId, measure: owned.measure }, code: 'case-unknown' },
      ownerGets: 'measure-open',
    },
    'tracing.decide-measure': {
      ...{ body: { ...owned.notice, approve: true }, code: 'measure-unknown' },
      ownerGets: 'trace-second-person-needed',
    },
    'tracing.list-calls': {
      ...{ body: { measureId: owned.notice.measureId, limit: 10 }, code: 'measure-unknown' },
      ownerGets: 'measure-not-open',
    },
    'tracing.record-call': {
      body: { measureId: owned.notice.measureId, noticeId: 'x', outcome: 'reached' },
      ...{ code: 'measure-unknown', ownerGets: 'measure-not-open' },
    },
    'tracing.open-measure': {
      ...{ body: { measureId: owned.notice.measureId, limit: 10 }, code: 'measure-unknown' },
      ownerGets: 'measure-not-open',
    },
    'tracing.end-measure': refused({ measureId: owned.notice.measureId, reason: 'x' }, 'measure-unknown'),
    'tracing.close-case': refused({ caseId: owned.caseId }, 'case-unknown'),
  };
};

/** Every endpoint of staff, asked about a venue by staff of others. */
export const staffRows = (town: Town, { rider }: Owned): Readonly<Record<AskedBy<'staff'>, Row>> => {
  const { clock, chance } = town.needs;
  const at = clock.now();
  const venueId = ownVenue;
  const whom = { by: 'card', number: rider.number.number };
  const entry = { scanId: newId(at, chance.bytes), venueId, enteredAt: at, sentAt: at, whom };
  const refusal = { refusalId: newId(at, chance.bytes), venueId, reason: 'other' };
  const scanId = newId(at, chance.bytes);
  const exception = { exceptionId: newId(at, chance.bytes), venueId, scanId, reason: 'by-order' };
  return {
    'coaches.deliver-events': provedIn('crew', 'departure-not-yours'),
    'coaches.get-manifest': provedIn('crew', 'departure-not-yours'),
    'coaches.show-departure-code': provedIn('station', 'departure-not-yours'),
    'coaches.register-for-passenger': provedIn('crew', 'departure-not-yours'),
    'coaches.list-regulars': provedIn('regulars', 'departure-not-yours'),
    'coaches.register-regular': provedIn('regulars', 'departure-not-yours'),
    'coaches.list-departures': { ofCaller: 'departures of the caller’s own operator, station or city' },
    'coaches.list-known-runs': { ofCaller: 'vehicles and lines of the caller’s own operator' },
    'coaches.list-places': { ofCaller: 'nothing of anybody: stations and cities to choose from' },
    'coaches.open-arrival': provedIn('arrival', 'departure-not-yours'),
    'coaches.deliver-arrival': provedIn('arrival', 'departure-not-yours'),
    'rides.venue-feed': refused({ venueId, limit: 5 }, 'venue-not-yours'),
    'rides.check-live-code': refused({ venueId, code: '000000' }, 'venue-not-yours'),
    'rides.register-for': refused(entry, 'venue-not-yours'),
    'rides.record-refusal': refused(refusal, 'venue-not-yours'),
    'cards.unlink-at-desk': { ofCaller: 'a card at hand at any desk, by its number; whose it is, is not said' },
    'identity.confirm-rider': { ofCaller: 'a rider who shows document and phone at any desk' },
    // Nobody was refused here, so there is no exception to record: whose venue it is, is told so.
    'rides.record-exception': { body: exception, code: 'venue-not-yours', ownerGets: 'scan-unknown' },
    'oversight.get-own-staff': { ofCaller: 'the caller’s own membership' },
    'oversight.sign-out-staff': { ofCaller: 'ends the caller’s own session' },
  };
};

/** Every endpoint of devices: each names nothing but the device that asks. */
export const deviceRows: Readonly<Record<AskedBy<'device'>, Row>> = {
  'devices.get-own-device': { ofCaller: 'the device’s own registration' },
  'gates.get-keys': { ofCaller: 'the keys of the device’s own city' },
  'gates.get-set': { ofCaller: 'the set of the device’s own city' },
  'gates.report-state': { ofCaller: 'the device’s own state' },
  'gates.deliver-taps': { provedIn: 'tests/gates/taps.test.ts', refusal: 'taps-refused' },
};

/** Every endpoint of partner systems: each names nothing but the system that signed. */
export const partnerRows: Readonly<Record<AskedBy<'partner'>, Row>> = {
  'cards.link-by-partner': { provedIn: 'tests/cards/stated-cards.test.ts', refusal: 'card-kind-refused' },
  'cards.hand-in-top-ups': { provedIn: 'tests/cards/stated-cards.test.ts', refusal: 'card-kind-refused' },
  'cards.hand-in-list': { provedIn: 'tests/cards/issuers-lists.test.ts', refusal: 'card-kind-refused' },
  'cards.get-list': { provedIn: 'tests/cards/issuers-lists.test.ts', refusal: 'list-unknown' },
  'cards.put-list-in-force': { provedIn: 'tests/cards/issuers-lists.test.ts', refusal: 'list-unknown' },
  'coaches.hand-in-tickets': { provedIn: 'tests/coaches/ticketing.test.ts', refusal: 'city-unknown' },
  'partners.get-own-partner': { ofCaller: 'the partner system’s own registration' },
};

/** Every endpoint of riders, asked about what is another rider's. */
export const riderRows = (town: Town, owned: Owned): Readonly<Record<AskedBy<'rider'>, Row>> => {
  const { rider, guest, refusedScanId } = owned;
  const { cardId, memberId, claimId, deviceId, scan, documentNumber } = rider;
  const ofMember = () => ({ ...newScan(town, '420100-bus-e1-03'), memberId });
  const correction = { city: '420100', scanId: scan.scanId, meaning: 'board' };
  const correctionId = newId(town.needs.clock.now(), town.needs.chance.bytes);
  return {
    'appeals.look-at-verdict': refused({ scanId: refusedScanId }, 'scan-unknown', guest),
    'appeals.make-appeal': refused({ scanId: refusedScanId, text: '请核对' }, 'scan-unknown', guest),
    'appeals.own-appeals': { separate: { body: {}, shows: 'appealId' } },
    'coaches.look-at-departure': { ofCaller: 'what the caller’s own account registered for a departure' },
    'coaches.join-regulars': provedIn('regulars', 'registration-unknown'),
    'coaches.own-regulars': { ofCaller: 'what the caller’s own person agreed to' },
    'coaches.leave-regulars': provedIn('regulars', 'regular-unknown'),
    'coaches.register-passenger': provedIn('passengers', 'registration-unknown'),
    'coaches.withdraw-passenger': provedIn('passengers', 'registration-unknown'),
    'cards.bind-card': refused(rider.number, 'card-bound-elsewhere'),
    'cards.list-cards': { separate: { body: {}, shows: cardId } },
    'identity.list-family': { separate: { body: {}, shows: memberId } },
    'identity.list-own-accounts': { separate: { body: {}, shows: claimId } },
    'identity.decide-account': refused({ accountId: claimId, agree: false }, 'account-unknown'),
    'identity.begin-face-check': { ofCaller: 'the person as whom the caller’s own account rides' },
    'identity.finish-face-check': { ofCaller: 'the check that the caller’s own account began' },
    'identity.agree-as-guardian': { ofCaller: 'a child whose document and phone are at hand' },
    'identity.list-own-devices': { separate: { body: {}, shows: deviceId } },
    'rides.record-scan': refused(scan, 'scan-conflict'),
    'rides.record-batch': refused({ scans: [ofMember()] }, 'member-unknown'),
    'rides.correct-meaning': refused({ ...correction, correctionId }, 'scan-unknown'),
    'rides.history': refused({ city: '420100', days: 1, memberId }, 'member-unknown'),
    'rights.own-accesses': { separate: { body: {}, shows: '"accesses":[{' } },
    'rights.export-own': refused({ form: 'json', documentNumber }, 'document-refused'),
    // Found, so that the card stays as it is for the rest.
    'cards.report-lost': refused({ cardId, lost: false }, 'card-unknown'),
    'cards.unbind-card': refused({ cardId }, 'card-unknown'),
    'identity.remove-member': refused({ memberId }, 'member-unknown'),
    'identity.end-device': refused({ deviceId }, 'device-unknown'),
    'identity.sign-out': { ofCaller: 'ends the caller’s own sessions' },
    'identity.consent': { ofCaller: 'the caller’s own word' },
    'identity.withdraw-consent': { ofCaller: 'the caller’s own word' },
    'identity.verify-identity': { ofCaller: 'a claim that the registers decide' },
    'identity.verify-identity-by-platform': { ofCaller: 'the platform says who its user is' },
    'identity.begin-health-code-handover': { ofCaller: 'a consent that the caller’s own account asks for' },
    'identity.finish-health-code-handover': { ofCaller: 'the consent that the caller’s own account asked for' },
    'identity.ask-phone': { ofCaller: 'the platform says whose phone it is' },
    'identity.get-message-choice': { ofCaller: 'of the account of the session' },
    'identity.choose-messages': { ofCaller: 'of the account of the session, as its platform says anew' },
    'identity.update-eligibility': { ofCaller: 'the caller’s own status' },
    'identity.add-member': { ofCaller: 'a claim that the registers decide' },
    'passes.begin-check': { ofCaller: 'whoever the camera then sees' },
    'passes.finish-check': { provedIn: 'tests/passes/issuing.test.ts', refusal: 'pass-check-over' },
    'passes.list-passes': { provedIn: 'tests/passes/records.test.ts', refusal: 'not-authenticated' },
    'passes.revoke-pass': { provedIn: 'tests/passes/records.test.ts', refusal: 'pass-unknown' },
    'identity.delete-account': { ofCaller: 'the caller’s own account' },
    'venues.line-book': { ofCaller: 'nothing of anybody: the venues of a line' },
  };
};

const refused = (body: unknown, code: string, owner?: string): Row => ({
  ...{ body, code },
  ...(owner === undefined ? {} : { owner }),
});

const provedIn = (test: string, refusal: string): Row => ({ provedIn: `tests/coaches/${test}.test.ts`, refusal });

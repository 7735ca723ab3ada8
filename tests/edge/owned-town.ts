import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import { deliveries, recipients, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { officialRoles } from '@tongcheng/shared/access';
import { dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { documentsOf } from '../../host/backup/back-up';
import { documentCollections } from '../../host/backup/every-collection';
import { timerFunctions } from '../../host/functions';
import { openDevice, openPartner } from '../world/key-holders';
import { people } from '../world/people';
import { scanInput } from '../world/scan-input';
import type { Town } from '../world/town';
import { enrolled, officialToken, signIn, staffToken } from '../world/town-sessions';

/** The venue of the first city that its staff are at. */
export const ownVenue = '420100-bus-e1-01';

/** A venue of the second city. */
export const elsewhere = '420200-taxi-0001';

/** A scan that has just been made at a venue. */
export const newScan = ({ needs, posters }: Town, venueId = ownVenue) =>
  scanInput(posters.codeOf(venueId) ?? '', needs.clock.now(), needs.chance.bytes);

/** A text in an answer that must have been given: the value of the first field of that name. */
function fieldIn(told: unknown, field: string): string {
  const found = JSON.stringify(told).match(new RegExp(`"${field}":"([^"]+)"`))?.[1];
  if (found === undefined) throw new Error(`no ${field} in ${JSON.stringify(told)}`);
  return found;
}

/** One real thing of every kind that a city, a venue or a rider can own, made as it is made in operation. */
export async function ownedIn(town: Town) {
  const day = dayOf(town.needs.clock.now());
  const traveller = (await enrolled(town, 14)).accessToken;
  await must(town, 'rides.record-scan', newScan(town), traveller);
  const report = await formReport(town, day);
  const addressees = await recipientsIn(town);
  const rider = await riderIn(town, 10);
  const other = (await enrolled(town, 11)).accessToken;
  const guest = (await signIn(town, 12)).accessToken;
  const [appealed, refused] = [newScan(town), newScan(town, '420100-bus-e1-02')];
  await must(town, 'rides.record-scan', appealed, guest);
  await must(town, 'rides.record-scan', refused, guest);
  const appeal = await must(town, 'appeals.make-appeal', { scanId: appealed.scanId, text: '请人工核对' }, guest);
  const appealId = fieldIn(appeal, 'appealId');
  const official = byOfficial(town, 'official-1');
  await must(town, 'appeals.open-appeal', { appealId, purpose: 'call-back' }, official);
  return {
    ...{ day, report, rider, other, guest },
    recipients: addressees,
    refusedScanId: refused.scanId,
    appealId,
    ...(await callersIn(town, official)),
    ...(await workersIn(town, official)),
    ...(await caseIn(town, 10, official)),
    staff: staffToken(town, 'desk', [ownVenue]),
    official,
  };
}

/** An operator, two devices and two partner systems of the first city: of each pair one is there to be revoked. */
async function callersIn(town: Town, official: string) {
  const operator = await must(town, 'venues.add-operator', { city: '420100', name: '演示公司' }, official);
  const [device, oldDevice] = [await openDevice(town), await openDevice(town)];
  const [partner, oldPartner] = [await openPartner(town, 'platform'), await openPartner(town, 'platform')];
  return { operatorId: fieldIn(operator, 'operatorId'), device, oldDevice, partner, oldPartner };
}

/** A member of staff, an invitation that is open, and an official of the first city. */
async function workersIn(town: Town, official: string) {
  const wanted = { city: '420100', role: 'inspector', venueIds: [ownVenue], validHours: 100 };
  const invited = await must(town, 'oversight.create-invitation', wanted, official);
  const accepted = { invitation: fieldIn(invited, 'invitation'), displayName: '演示安检员' };
  const staffId = fieldIn(await must(town, 'oversight.accept-invitation', accepted, undefined), 'staffId');
  await must(town, 'oversight.create-invitation', wanted, official);
  const open = await must(town, 'oversight.list-invitations', { city: '420100', limit: 1 }, official);
  await createFirstOfficials(town.needs, ['420100'], async () => undefined);
  const [chief, held] = await Promise.all(['chief', 'deputy'].map((login) => town.needs.store.get(officials, login)));
  if (!chief || !held) throw new Error('no officials');
  const guard = { staffId, invitationId: fieldIn(open, 'invitationId') };
  const { sessionId: officialSession } = await openSession(town.needs, 'official', chief.officialId);
  return { guard, officialSession, colleague: held.officialId, officialChange: await changeBy(town, chief.officialId) };
}

/** Somebody whom an official of the first city proposes as one more. */
async function changeBy(town: Town, officialId: string) {
  const appointment = { roles: ['bureau'], cities: ['420100'], provinces: [] };
  const change = { kind: 'add', login: 'newcomer', name: '演示新人', appointment };
  const asked = { change, reason: '试 trial' };
  const proposed = await must(town, 'oversight.propose-official-change', asked, byOfficial(town, officialId));
  return { changeId: fieldIn(proposed, 'changeId'), proposal: fieldIn(proposed, 'proposal') };
}

/** A case about a rider, with a request for its names that waits. */
async function caseIn(town: Town, index: number, official: string) {
  const person = people[index];
  if (!person) throw new Error('no such person');
  const { documentKind, documentNumber } = person;
  const day = dayOf(town.needs.clock.now());
  const opened = {
    ...{ city: '420100', number: 'TRIAL-1', legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
    ...{ infectiousFrom: day, infectiousTo: day, documentKind, documentNumber },
  };
  const caseId = fieldIn(await must(town, 'tracing.open-case', opened, official), 'caseId');
  const request = await must(town, 'tracing.request-names', { caseId }, official);
  const measure = { kind: 'notify', atLeast: 'likely' };
  const asks = await must(town, 'tracing.ask-measure', { caseId, measure }, official);
  const notice = { measureId: fieldIn(asks, 'measureId'), digest: fieldIn(asks, 'digest') };
  return {
    opened,
    caseId,
    measure,
    notice,
    asked: { requestId: fieldIn(request, 'requestId'), digest: fieldIn(request, 'digest') },
  };
}

/** What the first city, its venue and its rider own. */
export type Owned = Awaited<ReturnType<typeof ownedIn>>;

/** An answer that must be a success. */
async function must(town: Town, name: string, body: unknown, token: string | undefined): Promise<unknown> {
  const told = await town.ask(name, body, token);
  if (!told.ok) throw new Error(`${name}: ${JSON.stringify(told)}`);
  return told.value;
}

/** A locked report of a past day, and a delivery of it that was given up: its recipient was removed before it got through. */
async function formReport(town: Town, day: string) {
  const run = timerFunctions['daily-report'];
  if (!run) throw new Error('no such timer');
  await seedRecipient(town.needs, '420100', 'bureau@bureau.example', 'full');
  town.pass(dayMs + hourMs);
  await run(town.needs);
  const [one, two] = ['official-1', 'official-2'].map((official) => byOfficial(town, official));
  const { items } = await town.needs.store.find(recipients, { where: { city: '420100' }, limit: 1 });
  const recipientId = items[0]?._id;
  const removal = await must(town, 'reports.propose-removal', { recipientId, reason: '试 trial' }, one);
  const approval = { recipientId, approve: true, proposal: fieldIn(removal, 'proposal') };
  await must(town, 'reports.decide-recipient', approval, two);
  town.pass(hourMs);
  await run(town.needs);
  const [delivery] = (await town.needs.store.find(deliveries, { where: { state: 'failed' }, limit: 1 })).items;
  const [report] = (await town.needs.store.find(reports, { where: { city: '420100', day }, limit: 1 })).items;
  if (!delivery || !report?.passwordProtected) throw new Error('no locked report, or no delivery that was given up');
  return { reportId: report._id, deliveryId: delivery._id };
}

const byOfficial = (town: Town, official: string) =>
  officialToken(town, officialRoles, ['420100'], 600_000, undefined, official);

/** One that is proposed, and one that may be removed. */
async function recipientsIn(town: Town) {
  const proposal = { city: '420100', address: 'someone@bureau.example', form: 'masked', reason: '试 trial' };
  const by = byOfficial(town, 'official-2');
  const row = await must(town, 'reports.propose-recipient', proposal, by);
  await seedRecipient(town.needs, '420100', 'kept@bureau.example', 'masked');
  const all = z
    .object({ recipients: z.array(z.object({ recipientId: z.string(), address: z.string() })) })
    .parse(await must(town, 'reports.list-recipients', { city: '420100' }, by));
  const kept = all.recipients.find(({ address }) => address === 'kept@bureau.example')?.recipientId;
  return { proposed: fieldIn(row, 'recipientId'), proposal: fieldIn(row, 'proposal'), kept };
}

/** A rider with a card, a member of the family, a device, a scan and another account that claims to be them. */
async function riderIn(town: Town, index: number) {
  const { refreshToken } = await enrolled(town, index);
  await enrolled(town, index, `another phone of ${index}`);
  // The claim of the other phone made the first token stale.
  const token = fieldIn(await must(town, 'identity.refresh', { refreshToken }, undefined), 'accessToken');
  const card = people[index]?.cards.find(({ known }) => known);
  const member = people[20];
  if (!card || !member) throw new Error('no such person');
  const number = { kind: card.kind, number: card.number };
  const { name, documentKind, documentNumber, phone } = member;
  const claim = { name, documentKind, documentNumber, phone, relation: 'parent', consent: true };
  const scan = newScan(town, '420100-bus-e1-03');
  await must(town, 'rides.record-scan', scan, token);
  return {
    token,
    number,
    scan,
    documentNumber: people[index]?.documentNumber ?? '',
    cardId: fieldIn(await must(town, 'cards.bind-card', number, token), 'cardId'),
    memberId: fieldIn(await must(town, 'identity.add-member', claim, token), 'memberId'),
    claimId: fieldIn(await must(town, 'identity.list-own-accounts', {}, token), 'accountId'),
    deviceId: fieldIn(await must(town, 'identity.list-own-devices', {}, token), 'deviceId'),
  };
}

/** Everything that the installation holds, as text: what a refused question left unchanged is the same text. */
export async function everythingIn({ needs: { store } }: Town): Promise<string> {
  const texts: string[] = [];
  for (const each of documentCollections)
    await each.visit<void>({
      of: async (collection) => {
        for await (const batch of documentsOf(store, collection, expectWhole))
          texts.push(...batch.map((document) => `${each.name} ${JSON.stringify(document)}`));
      },
    });
  return texts.sort().join('\n');
}

/** Nothing of this installation is damaged. */
const expectWhole = (reason: string): void => {
  throw new Error(reason);
};

import { randomBytes } from 'node:crypto';
import { newId } from '@tongcheng/shared/ids';
import { addDays, dayMs, dayOf, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { MailServer } from '../../world/mail-server';
import { type Asker, fieldIn, given } from './asking';
import type { CanaryPerson } from './canary-people';
import { busCodes, city, type Life, type LivingRider } from './life';

const factsOf = ({ name, documentKind, documentNumber, phone }: CanaryPerson) => ({
  ...{ name, documentKind, documentNumber, phone },
});

/** Staff, by an invitation as an office gives it. */
async function staffOf(life: Life, role: string, scope: object): Promise<Asker> {
  const bureau = life.official('bureau', 'bureau', 'administrator');
  const invited = await life.ask(bureau, 'oversight.create-invitation', { city, role, validHours: 100, ...scope });
  const invitation = fieldIn(given(invited, 'create-invitation'), 'invitation');
  const who = { name: `staff-${role}`, address: '192.0.2.2' };
  const told = await life.ask(who, 'oversight.accept-invitation', { invitation, displayName: '演示职员' });
  const token = fieldIn(given(told, 'accept-invitation'), 'accessToken');
  life.learned.push({ of: `official-bureau ${who.name}`, kind: 'credential', text: invitation });
  return { ...who, token };
}

/** Staff at a stop register somebody without a phone, by their document. */
export async function deskRegisters(life: Life, person: CanaryPerson): Promise<void> {
  const [venue] = await busCodes(life);
  const venueIds = [venue?.venueId ?? ''];
  const desk = await staffOf(life, 'desk', { venueIds });
  const enteredAt = life.host.now();
  const whom = { by: 'document', ...factsOf(person) };
  const scan = { scanId: newId(enteredAt, randomBytes), venueId: venueIds[0], enteredAt, sentAt: enteredAt, whom };
  given(await life.ask(desk, 'rides.register-for', scan), 'register-for');
  await life.ask(desk, 'rides.venue-feed', { venueIds });
}

/** A coach: a rider registers by its code, the crew somebody without a phone, a ledger the others; the bureau opens a manifest. */
export async function coachLeaves(life: Life, rider: LivingRider): Promise<void> {
  const { ask, host, official, passengers } = life;
  const bureau = official('bureau', 'bureau', 'administrator');
  const added = await ask(bureau, 'venues.add-operator', { city, name: '演示客运' });
  const operator = {
    venueIds: [],
    operatorId: fieldIn(given(added, 'add-operator'), 'operatorId'),
    scope: { kind: 'operator' },
  };
  const driver = await staffOf(life, 'driver', operator);
  const [crew, typed, ...ledger] = passengers;
  if (!crew || !typed) throw new Error('too few passengers');
  const departsAt = host.now() + hourMs;
  const departureId = newId(departsAt, randomBytes);
  const event = {
    ...{
      kind: 'opened',
      eventId: departureId,
      at: host.now(),
      aboard: 3,
      service: 'line',
      serviceNumber: 'C123',
      departsAt,
    },
    crew: { plate: '鄂A46172', driver: { name: crew.name, phone: crew.phone } },
    ...{ origin: { name: '演示客运站', city }, destination: { name: '演示到达站', city }, stops: [] },
  };
  const told = await ask(driver, 'coaches.deliver-events', { deliveries: [{ city, departureId, event }] });
  if (!JSON.stringify(told.value).includes('"ok":true')) throw new Error(JSON.stringify(told));
  const shown = await ask(driver, 'coaches.show-departure-code', { city, departureId });
  const code = fieldIn(given(shown, 'show-departure-code'), 'code');
  const registration = () => ({ registrationId: newId(host.now(), randomBytes), code });
  for (const whom of [{ by: 'self' }, { by: 'typed', ...factsOf(typed) }])
    given(await ask(rider, 'coaches.register-passenger', { ...registration(), whom }), 'register-passenger');
  const departures = [
    {
      departure: {
        departsAt: Math.floor((host.now() - hourMs) / 60_000) * 60_000,
        plate: '鄂A46173',
        service: 'line',
        serviceNumber: 'K7',
        destination: '武汉',
      },
      aboard: Math.min(150, ledger.length),
      passengers: ledger.slice(0, 150).map((each, at) => ({ ...factsOf(each), seat: `${at + 1}` })),
    },
  ];
  const filed = given(await ask(bureau, 'coaches.file-ledger', { city, departures }), 'file-ledger');
  const opened = { city, departureId: fieldIn(filed, 'departureId'), purpose: 'inspection' };
  given(await ask(bureau, 'coaches.open-manifest', opened), 'open-manifest');
}

/** A recipient of the full report: proposed, approved by another, confirmed by the link in the mail. */
export async function recipientAgrees(life: Life, mails: MailServer): Promise<void> {
  const { ask, official, host } = life;
  const asked = { city, address: 'bureau@canary.example', form: 'full', reason: '演示' };
  const row = given(await ask(official('bureau', 'bureau'), 'reports.propose-recipient', asked), 'propose-recipient');
  const decision = { recipientId: fieldIn(row, 'recipientId'), proposal: fieldIn(row, 'proposal'), approve: true };
  given(await ask(official('second', 'bureau'), 'reports.decide-recipient', decision), 'decide-recipient');
  await host.timers();
  const token = mails.received.map(({ mail }) => /#\/confirm\/([^\s"<]+)/.exec(mail.text ?? '')?.[1]).find(Boolean);
  const nobody = { name: 'recipient', address: '192.0.2.3' };
  given(await ask(nobody, 'reports.confirm-recipient', { token }), 'confirm-recipient');
}

const Reports = z.object({ reports: z.array(z.looseObject({ reportId: z.string(), form: z.string() })) });

/** The full report of a day as it left the host, and what opens it. */
export async function openReport({ ask, official, host }: Life, day: string) {
  const health = official('health', 'health');
  const told = await ask(health, 'reports.list-reports', { city, from: addDays(day, -1), to: day });
  const report = Reports.parse(given(told, 'list-reports')).reports.find(({ form }) => form === 'full');
  if (!report) throw new Error('no full report');
  const asked = { reportId: report.reportId, purpose: 'epidemic-control' };
  const url = fieldIn(given(await ask(health, 'reports.download-report', asked), 'download-report'), 'url');
  const file = Buffer.from(await (await fetch(new URL(url, host.url))).arrayBuffer());
  const password = fieldIn(given(await ask(health, 'reports.show-password', asked), 'show-password'), 'password');
  return { file, password };
}

/** A case: the index rider by document, names under two keys, an extract, a held copy, those exposed told or phoned. */
export async function traceCase({ ask, official, host }: Life, { person }: LivingRider): Promise<void> {
  const [asker, second] = [official('asker', 'health'), official('second', 'health-supervisor')];
  const { documentKind, documentNumber } = person;
  const today = dayOf(host.now());
  const opened = {
    ...{ city, number: 'CANARY-1', legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
    ...{ infectiousFrom: addDays(today, -2), infectiousTo: today, documentKind, documentNumber },
  };
  const caseId = fieldIn(given(await ask(asker, 'tracing.open-case', opened), 'open-case'), 'caseId');
  given(await ask(asker, 'tracing.count-exposed', { caseId }), 'count-exposed');
  const asked = given(await ask(asker, 'tracing.request-names', { caseId }), 'request-names');
  const request = { requestId: fieldIn(asked, 'requestId'), digest: fieldIn(asked, 'digest') };
  given(await ask(second, 'tracing.decide-request', { ...request, approve: true }), 'decide-request');
  given(await ask(asker, 'tracing.open-names', { requestId: request.requestId, limit: 100 }), 'open-names');
  const grounds = { legalBasis: 'infectious-disease-law', reason: '演示' };
  const extract = {
    kind: 'extract',
    recipient: 'disease-control',
    receiver: '演示疾控',
    purpose: 'contact-management',
  };
  const measures = [
    { ...extract, legalBasis: grounds.legalBasis },
    { kind: 'hold', until: dayOf(host.now() + 5 * dayMs), ...grounds },
    { kind: 'notify', atLeast: 'possible' },
  ];
  for (const measure of measures) {
    const told = given(await ask(asker, 'tracing.ask-measure', { caseId, measure }), measure.kind);
    const measureId = fieldIn(told, 'measureId');
    const decision = { measureId, digest: fieldIn(told, 'digest'), approve: true };
    given(await ask(second, 'tracing.decide-measure', decision), 'decide-measure');
    await host.timers();
    if (measure.kind !== 'notify') {
      given(await ask(asker, 'tracing.open-measure', { measureId, limit: 100 }), `open ${measure.kind}`);
      continue;
    }
    const calls = given(await ask(asker, 'tracing.list-calls', { measureId, limit: 100 }), 'list-calls');
    const call = { measureId, noticeId: fieldIn(calls, 'noticeId'), outcome: 'no-answer' };
    given(await ask(asker, 'tracing.record-call', call), 'record-call');
  }
}

/** The office answers appeals, and opens the first of them. */
export async function openAppeals({ ask, official }: Life): Promise<void> {
  const bureau = official('bureau', 'bureau');
  const queue = given(await ask(bureau, 'appeals.list-appeals', { city, state: 'waiting', limit: 50 }), 'list-appeals');
  const opened = { appealId: fieldIn(queue, 'appealId'), purpose: 'call-back' };
  given(await ask(bureau, 'appeals.open-appeal', opened), 'open-appeal');
}

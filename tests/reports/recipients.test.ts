import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { downloadReport } from '@tongcheng/cloudfunctions/app/reports/download-report';
import { listReports } from '@tongcheng/cloudfunctions/app/reports/list-reports';
import { confirmRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/confirm-recipient';
import { decideRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/decide-recipient';
import { listRecipients } from '@tongcheng/cloudfunctions/app/reports/recipients/list-recipients';
import { proposeRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-recipient';
import { proposeRemoval } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-removal';
import { deliveries, recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import { showPassword } from '@tongcheng/cloudfunctions/app/reports/show-password';
import { approvalOf } from '../world/approval';
import { anOfficial } from '../world/callers';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { readWorkbook } from './read-workbook';

jest.setTimeout(90_000);

let house: ReportInstallation;
afterEach(() => house.close());

const first = anOfficial({ officialId: 'o1', roles: ['bureau'] });
const second = anOfficial({ officialId: 'o2', roles: ['administrator'] });
const address = 'new@wuhan.example';
const minute = 60_000;
const hour = 60 * minute;

const needs = () => ({ ...house.needs, recipientDelayHours: 24, recipientMedia: ['mail'] as const });

async function proposed(form: 'full' | 'masked' = 'masked') {
  const answer = await proposeRecipient(needs(), first, { city, address, form, reason: '疾控新设邮箱' });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.recipientId;
}

const tokenInMail = () => house.server.received.at(-1)?.mail.text?.match(/#\/confirm\/(\S+)/)?.[1] ?? '';

test('a recipient needs two officials, their own word and a day before the first report', async () => {
  house = await openReportInstallation();
  house.clock.set(nextMorning);
  const recipientId = await proposed();
  expect(await decideRecipient(needs(), first, { recipientId, approve: true })).toMatchObject({
    failure: { code: 'second-person-needed' },
  });
  expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
    value: { state: 'approved' },
  });
  expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
    failure: { code: 'nothing-to-decide' },
  });
  await house.run(nextMorning);
  expect(house.server.received.map(({ to, mail }) => [to, mail.attachments.length])).toEqual([[[address], 0]]);
  const token = tokenInMail();
  const confirmed = await confirmRecipient(needs(), first, { token });
  expect(confirmed).toEqual({ ok: true, value: { address, city } });
  expect(await confirmRecipient(needs(), first, { token })).toEqual(confirmed);
  await house.run(nextMorning + 23 * hour);
  expect(house.server.received).toHaveLength(1);
  await house.run(nextMorning + 48 * hour);
  const subjects = house.server.received.slice(1).map(({ mail }) => mail.subject);
  expect(subjects).toEqual([expect.stringContaining('2022-06-03'), expect.stringContaining('2022-06-04')]);
});

test('a confirmation that is forged, of another approval, or too late is refused', async () => {
  house = await openReportInstallation();
  house.clock.set(nextMorning);
  const recipientId = await proposed();
  const refused = { failure: { code: 'confirmation-refused' } };
  expect(await confirmRecipient(needs(), first, { token: `${recipientId}.${'A'.repeat(43)}` })).toMatchObject(refused);
  await decideRecipient(needs(), second, await approvalOf(house.store, recipientId));
  await house.run(nextMorning);
  const token = tokenInMail();
  expect(await confirmRecipient(needs(), first, { token: `${token.slice(0, -1)}_` })).toMatchObject(refused);
  house.clock.set(nextMorning + 8 * 24 * hour);
  expect(await confirmRecipient(needs(), first, { token })).toMatchObject(refused);
});

/** The needs of somebody whom another act overtakes just before their change is written. */
const overtakenBy = (act: () => Promise<unknown>) => {
  const { store } = house.needs;
  let isOvertaken = false;
  const update: typeof store.update = async (into, document, version) => {
    if (into.name === recipients.name && !isOvertaken) {
      isOvertaken = true;
      await act();
    }
    return store.update(into, document, version);
  };
  return { ...needs(), store: { ...store, update } };
};

test('a confirmation clicked twice at the same time shows the same to both; one overtaken by a removal is refused', async () => {
  house = await openReportInstallation();
  house.clock.set(nextMorning);
  const recipientId = await proposed();
  await decideRecipient(needs(), second, await approvalOf(house.store, recipientId));
  await house.run(nextMorning);
  const token = tokenInMail();
  const confirmed = { ok: true, value: { address, city } };
  const removing = overtakenBy(async () => {
    const { _v, ...found } = await recipientOf(recipientId);
    await house.store.update(recipients, { ...found, state: 'removed' as const }, _v);
  });
  expect(await confirmRecipient(removing, first, { token })).toMatchObject({
    failure: { code: 'confirmation-refused' },
  });
  const { _v, ...removed } = await recipientOf(recipientId);
  await house.store.update(recipients, { ...removed, state: 'approved' as const }, _v);
  const clickedTwice = overtakenBy(async () =>
    expect(await confirmRecipient(needs(), first, { token })).toEqual(confirmed),
  );
  expect(await confirmRecipient(clickedTwice, first, { token })).toEqual(confirmed);
  expect((await recipientOf(recipientId)).state).toBe('confirmed');
});

const recipientOf = async (recipientId: string) => {
  const found = await house.store.get(recipients, recipientId);
  if (!found) throw new Error('there is no such recipient');
  return found;
};

test('the mail that asks for confirmation is tried again like any other, and the same', async () => {
  house = await openReportInstallation();
  house.clock.set(nextMorning);
  const recipientId = await proposed();
  await decideRecipient(needs(), second, await approvalOf(house.store, recipientId));
  house.server.next.push('drop-after-data');
  await house.run(nextMorning);
  await house.run(nextMorning + 2 * minute);
  await house.run(nextMorning + 30 * minute);
  const [one, two, ...more] = house.server.received;
  expect(more).toEqual([]);
  expect(two?.raw.equals(one?.raw ?? Buffer.alloc(0))).toBe(true);
});

test('R-01 whoever proposed withdraws it, on record as such; a recipient whose removal is withdrawn stays', async () => {
  house = await openReportInstallation();
  await house.recipient(address, 'masked');
  house.clock.set(nextMorning);
  const [kept] = (await house.store.find(recipients, { where: { city }, limit: 1 })).items;
  const recipientId = kept?._id ?? '';
  await proposeRemoval(needs(), first, { recipientId, reason: '弄错了' });
  expect(await decideRecipient(needs(), first, { recipientId, approve: false })).toMatchObject({
    value: { state: 'confirmed' },
  });
  expect(await recipientOf(recipientId)).toMatchObject({ state: 'confirmed', activeFrom: kept?.activeFrom });
  const entries: { readonly reason?: string }[] = [];
  for await (const batch of house.store.stream(accessLog, { where: {} }))
    entries.push(...batch.map(({ access }) => ({ ...(access.reason !== undefined && { reason: access.reason }) })));
  expect(entries.at(-1)).toEqual({ reason: 'withdraw' });
});

test('removal takes two officials as well, and then nothing more is sent', async () => {
  house = await openReportInstallation();
  await house.recipient(address, 'masked');
  const listed = await listRecipients(needs(), first, { city });
  const recipientId = listed.ok ? (listed.value.recipients[0]?.recipientId ?? '') : '';
  expect(await proposeRemoval(needs(), first, { recipientId, reason: '离职' })).toMatchObject({ ok: true });
  expect(await decideRecipient(needs(), first, { recipientId, approve: true })).toMatchObject({
    failure: { code: 'second-person-needed' },
  });
  await house.run(nextMorning);
  expect(house.server.received).toHaveLength(1);
  expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
    value: { state: 'removed' },
  });
  await house.run(nextMorning + 24 * hour);
  expect(house.server.received).toHaveLength(1);
  expect(await proposed()).toBe(recipientId);
});

test('a report that waits for its next attempt is not sent to a recipient removed meanwhile', async () => {
  house = await openReportInstallation();
  await house.recipient(address, 'masked');
  house.server.next.push('drop-after-data');
  await house.run(nextMorning);
  const [recipient] = (await house.store.find(recipients, { where: { city }, limit: 1 })).items;
  const recipientId = recipient?._id ?? '';
  const sentBefore = house.server.received.length;
  await proposeRemoval(needs(), first, { recipientId, reason: '离职' });
  await decideRecipient(needs(), second, await approvalOf(house.store, recipientId));
  await house.run(nextMorning + 2 * hour);
  expect(house.server.received).toHaveLength(sentBefore);
  const { items } = await house.store.find(deliveries, { where: {}, limit: 10 });
  expect(items).toMatchObject([{ state: 'failed', lastAnswer: expect.stringContaining('the recipient was removed') }]);
});

test('the same address is on the list once, however it is written, and only addresses are', async () => {
  house = await openReportInstallation();
  await proposed();
  const again = { city, address: 'NEW@Wuhan.Example', form: 'full', reason: 'x' } as const;
  expect(await proposeRecipient(needs(), second, again)).toMatchObject({ failure: { code: 'recipient-exists' } });
  for (const bad of ['a@b.example\r\nBcc: c@d.example', 'a@b.example,c@d.example', 'no address', '<a@b.example>']) {
    const answer = await proposeRecipient(needs(), first, { ...again, address: bad });
    expect(answer).toMatchObject({ failure: { code: 'address-refused' } });
  }
  for (const [address, character] of [
    ['bureau@wuhаn.example', 'U+0430'],
    ['x@ｙ.example', 'U+FF59'],
  ] as const)
    expect(await proposeRecipient(needs(), first, { ...again, address })).toMatchObject({
      failure: { code: 'address-lookalike', details: { character } },
    });
  expect(
    await proposeRecipient(needs(), first, { ...again, address: '\u202Dother@wuhan.example\u202C' }),
  ).toMatchObject({
    value: { address: 'other@wuhan.example' },
  });
});

test('an official of another city sees nothing and changes nothing', async () => {
  house = await openReportInstallation();
  const recipientId = await proposed();
  await house.run(nextMorning);
  const other = { ...second, cities: ['210100'] };
  const [report] = await house.reports();
  const unknown = { failure: { code: 'city-unknown' } };
  expect(await listReports(needs(), other, { city, from: day, to: day })).toMatchObject(unknown);
  expect(await listRecipients(needs(), other, { city })).toMatchObject(unknown);
  expect(await proposeRecipient(needs(), other, { city, address, form: 'full', reason: 'x' })).toMatchObject(unknown);
  const recipientUnknown = { failure: { code: 'recipient-unknown' } };
  expect(await decideRecipient(needs(), other, { recipientId, approve: true })).toMatchObject(recipientUnknown);
  expect(await proposeRemoval(needs(), other, { recipientId, reason: 'x' })).toMatchObject(recipientUnknown);
  const opened = await downloadReport(
    needs(),
    { ...other, roles: ['health'] },
    { reportId: report?._id ?? '', purpose: 'oversight' },
  );
  expect(opened).toMatchObject({ failure: { code: 'report-not-yours' } });
});

test('R-02 the bureau sees reports and deliveries of its days, newest first, at most 92 days', async () => {
  house = await openReportInstallation();
  await house.recipient(address, 'masked');
  await house.run(nextMorning);
  await house.run(nextMorning + 24 * hour);
  const listed = await listReports(needs(), first, { city, from: '2022-06-01', to: '2022-06-30' });
  expect(listed.ok && listed.value.reports.map((report) => report.day)).toEqual(['2022-06-03', day]);
  expect(listed.ok && listed.value.deliveries.map(({ day: of, state, recipient }) => [of, state, recipient])).toEqual([
    ['2022-06-03', 'sent', address],
    [day, 'sent', address],
  ]);
  const long = await listReports(needs(), first, { city, from: '2022-03-01', to: '2022-06-02' });
  expect(long).toMatchObject({ failure: { code: 'range-too-long' } });
});

test('R-01 R-04 a report is opened for a purpose, by whom it is for, through a link, and that is on record first', async () => {
  house = await openReportInstallation('password');
  await house.recipient(address, 'full');
  const { caller, facts } = await house.person(1);
  await house.ride(caller, clock('12:00:00'), ['bus1', clock('08:00:00')]);
  await house.run(nextMorning);
  const reportId = `${city}.${day}.v1.full`;
  const health = anOfficial({ officialId: 'h1', roles: ['health'] });
  const notYours = { failure: { code: 'report-not-yours' } };
  expect(await downloadReport(needs(), health, { reportId, purpose: 'oversight' })).toMatchObject(notYours);
  expect(await downloadReport(needs(), second, { reportId, purpose: 'epidemic-control' })).toMatchObject(notYours);
  const opened = await downloadReport(needs(), health, { reportId, purpose: 'epidemic-control' });
  const shown = await showPassword(needs(), health, { reportId, purpose: 'epidemic-control' });
  if (!opened.ok || !shown.ok) throw new Error('it was not opened');
  const link = house.objects.openLink(opened.value.file.url.slice('https://tongcheng.example'.length));
  const sheets = await readWorkbook(await house.file(link?.key ?? ''), shown.value.password);
  expect(sheets.find(({ name }) => name.startsWith('乘客行程'))?.rows[1]?.[1]).toBe(facts.name);
  const { items } = await house.store.find(accessLog, { where: {}, order: { by: '_id', direction: 'desc' }, limit: 2 });
  expect(items.map(({ access }) => [access.purpose, access.who, access.reason, access.what])).toEqual([
    ['report-password', 'h1', 'epidemic-control', reportId],
    ['report-download', 'h1', 'epidemic-control', reportId],
  ]);
});

test('R-04 of a report that nobody formed there is no link, of one without a password no password', async () => {
  house = await openReportInstallation();
  await house.recipient(address, 'masked');
  await house.run(nextMorning);
  const asked = { reportId: `${city}.${day}.v1.masked`, purpose: 'oversight' } as const;
  const never = { ...asked, reportId: `${city}.${day}.v9.masked` };
  const unknown = { failure: { code: 'report-unknown' } };
  expect(await downloadReport(needs(), first, never)).toMatchObject(unknown);
  expect(await showPassword(needs(), first, never)).toMatchObject(unknown);
  expect(await showPassword(needs(), first, asked)).toMatchObject({ failure: { code: 'report-unlocked' } });
  expect(await downloadReport(needs(), first, asked)).toMatchObject({ ok: true });
});

describe('an approval', () => {
  const changed = { failure: { code: 'proposal-changed' } };

  test('R-01 holds for what was looked at: proposed anew with other content, it is refused', async () => {
    house = await openReportInstallation();
    house.clock.set(nextMorning);
    const recipientId = await proposed('masked');
    const looked = await approvalOf(house.store, recipientId);
    await decideRecipient(needs(), second, { recipientId, approve: false });
    await proposed('full');
    expect(await decideRecipient(needs(), second, looked)).toMatchObject(changed);
    expect(await decideRecipient(needs(), second, { recipientId, approve: true })).toMatchObject(changed);
    expect(await recipientOf(recipientId)).toMatchObject({ state: 'proposed', form: 'full' });
    const listed = await listRecipients(needs(), second, { city });
    const proposal = listed.ok ? (listed.value.recipients[0]?.proposal ?? '') : '';
    expect(await decideRecipient(needs(), second, { recipientId, approve: true, proposal })).toMatchObject({
      ok: true,
    });
  });

  test('ends with the proposal after a week; then it is proposed again, or rejected', async () => {
    house = await openReportInstallation();
    house.clock.set(nextMorning);
    const recipientId = await proposed();
    house.clock.set(nextMorning + 7 * 24 * hour + 1);
    expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
      failure: { code: 'proposal-expired' },
    });
    await proposed('full');
    expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
      value: { form: 'full', state: 'approved' },
    });
  });

  test('of a removal is bound and ends alike', async () => {
    house = await openReportInstallation();
    await house.recipient(address, 'masked');
    const [recipient] = (await house.store.find(recipients, { where: { city }, limit: 1 })).items;
    const recipientId = recipient?._id ?? '';
    house.clock.set(nextMorning);
    await proposeRemoval(needs(), first, { recipientId, reason: '离职' });
    const looked = await approvalOf(house.store, recipientId);
    house.clock.set(nextMorning + 7 * 24 * hour + 1);
    expect(await decideRecipient(needs(), second, looked)).toMatchObject({ failure: { code: 'proposal-expired' } });
    expect(await proposeRemoval(needs(), first, { recipientId, reason: '离职，再提' })).toMatchObject({ ok: true });
    expect(await decideRecipient(needs(), second, looked)).toMatchObject(changed);
    expect(await decideRecipient(needs(), second, await approvalOf(house.store, recipientId))).toMatchObject({
      value: { state: 'removed' },
    });
  });

  test('of a removal tells who proposed it and why, not who once proposed the recipient', async () => {
    house = await openReportInstallation();
    await house.recipient(address, 'masked');
    const [recipient] = (await house.store.find(recipients, { where: { city }, limit: 1 })).items;
    const recipientId = recipient?._id ?? '';
    house.clock.set(nextMorning);
    await proposeRemoval(needs(), first, { recipientId, reason: '离职' });
    const waits = { by: first.officialId, reason: '离职', until: nextMorning + 7 * 24 * hour };
    expect(await listRecipients(needs(), second, { city })).toMatchObject({ value: { recipients: [{ waits }] } });
    expect(recipient?.proposedBy).not.toBe(first.officialId);
  });
});

import { confirmRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/confirm-recipient';
import { decideRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/decide-recipient';
import { proposeRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-recipient';
import { proposeRemoval } from '@tongcheng/cloudfunctions/app/reports/recipients/propose-removal';
import { deliveries, recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import { sendAgain } from '@tongcheng/cloudfunctions/app/reports/send-again';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { approvalOf } from '../world/approval';
import { anOfficial } from '../world/callers';
import { city, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(30_000);

let house: ReportInstallation;
beforeEach(async () => {
  house = await openReportInstallation();
  house.clock.set(nextMorning);
});
afterEach(() => house.close());

const first = anOfficial({ officialId: 'o1', roles: ['bureau'] });
const second = anOfficial({ officialId: 'o2', roles: ['administrator'] });
const third = anOfficial({ officialId: 'o3', roles: ['bureau'] });
const address = 'new@wuhan.example';

/** The needs where somebody else acts between the first reading and what follows. */
function needs(meanwhile: () => Promise<unknown> = async () => undefined) {
  let acted = false;
  const get: DocumentStore['get'] = async (from, id) => {
    const found = await house.store.get(from, id);
    if (!acted) {
      acted = true;
      await meanwhile();
    }
    return found;
  };
  return { ...house.needs, store: { ...house.store, get }, recipientDelayHours: 24, recipientMedia: ['mail'] as const };
}

const proposed = async () =>
  answered(await proposeRecipient(needs(), first, { city, address, form: 'masked', reason: '新设邮箱' })).recipientId;
const decide = async (recipientId: string, approve: boolean, by = second) =>
  answered(await decideRecipient(needs(), by, { ...(await approvalOf(house.store, recipientId)), approve }));
const stateOf = async (recipientId: string) => (await house.store.get(recipients, recipientId))?.state;

test('R-02 of two officials who decide at once the first one decides', async () => {
  const recipientId = await proposed();
  const meanwhile = needs(() => decide(recipientId, false, third));
  const late = await decideRecipient(meanwhile, second, await approvalOf(house.store, recipientId));
  expect(refusalOf(late)).toBe('nothing-to-decide');
  expect(await stateOf(recipientId)).toBe('removed');
  await proposed();
  expect((await decide(recipientId, true)).state).toBe('approved');
});

test('R-02 a removal is proposed of a recipient that was approved, once, and of no other', async () => {
  const recipientId = await proposed();
  const remove = (asked = needs()) => proposeRemoval(asked, first, { recipientId, reason: '离职' });
  expect(refusalOf(await remove())).toBe('nothing-to-decide');
  expect(await stateOf(recipientId)).toBe('proposed');
  await decide(recipientId, true);
  expect(answered(await remove()).state).toBe('removal-proposed');
  expect(refusalOf(await remove())).toBe('nothing-to-decide');
});

test('R-02 who confirms while a removal is proposed is not confirmed; once the removal is rejected the same link confirms', async () => {
  const recipientId = await proposed();
  await decide(recipientId, true);
  await house.run(nextMorning);
  const token = house.server.received.at(-1)?.mail.text?.match(/#\/confirm\/(\S+)/)?.[1] ?? '';
  const removed = needs(() => proposeRemoval(needs(), first, { recipientId, reason: '离职' }));
  expect(refusalOf(await confirmRecipient(removed, first, { token }))).toBe('confirmation-refused');
  expect(await stateOf(recipientId)).toBe('removal-proposed');
  await decide(recipientId, false);
  expect(answered(await confirmRecipient(needs(), first, { token }))).toEqual({ address, city });
});

test('R-02 two officials who send a report again at once queue it once', async () => {
  await house.recipient(address, 'masked');
  await house.run(nextMorning);
  const { items } = await house.store.find(deliveries, { where: { state: 'sent' }, limit: 9 });
  const deliveryId = items[0]?._id ?? '';
  const late = await sendAgain(
    needs(() => sendAgain(needs(), second, { deliveryId })),
    first,
    { deliveryId },
  );
  expect(refusalOf(late)).toBe('delivery-under-way');
  expect((await house.store.get(deliveries, deliveryId))?.repeats).toBe(1);
  await house.run(nextMorning + 60_000);
  expect(house.server.received).toHaveLength(2);
  expect(answered(await sendAgain(needs(), first, { deliveryId })).state).toBe('queued');
});

import { newId } from '@tongcheng/shared/ids';
import { familyRecord } from '../../miniprogram/src/client/family-record';
import { queueRecord } from '../../miniprogram/src/features/rides/queue';
import { submitFamilyScans } from '../../miniprogram/src/features/rides/submit-family-scans';
import { queuedScan } from '../world/scan-input';
import { aPhone, bad, good, type Service, serverStart, sessionOf } from './a-phone';

let made = 0;
const randomBytes = async (size: number) => {
  made += 1;
  return Uint8Array.from({ length: size }, (_unused, at) => (at === 0 ? made : 0));
};
const scanId = newId(serverStart, () => new Uint8Array(10));
const own = queuedScan(serverStart, { scanId });
const member = (turn: number) => newId(serverStart, () => Uint8Array.from({ length: 10 }, () => turn));

const scansOf = (body: unknown): readonly { readonly scanId: string; readonly memberId?: string }[] =>
  JSON.parse(JSON.stringify(body)).scans;

/** A service that registers what it is sent, as the test says. */
const service =
  (batch: (body: unknown) => unknown): Service =>
  ({ name, body }) => {
    if (name === 'identity.sign-in') return good(sessionOf('one', serverStart), serverStart);
    return name === 'rides.record-batch' ? batch(body) : undefined;
  };

const registered = (body: unknown) =>
  good({ items: scansOf(body).map((scan) => ({ ok: true, value: { scanId: scan.scanId } })) }, serverStart);

const familyOf = (answers: Service, withoutMe = false) => {
  const phone = aPhone(answers);
  const members = [1, 2].map((turn) => ({ memberId: member(turn), maskedName: '演**' }));
  phone.records.write(familyRecord, { members, chosen: members.map(({ memberId }) => memberId), withoutMe });
  return { ...phone, randomBytes };
};

test('X-09 the rider and those who ride along go in one request, each with an id of their own', async () => {
  const sent: unknown[] = [];
  const phone = familyOf(
    service((body) => {
      sent.push(body);
      return registered(body);
    }),
  );
  const outcome = await submitFamilyScans(phone, own);
  expect(sent).toHaveLength(1);
  const scans = scansOf(sent[0]);
  expect(scans.map(({ memberId }) => memberId)).toEqual([undefined, member(1), member(2)]);
  expect(new Set(scans.map((scan) => scan.scanId)).size).toBe(3);
  expect(outcome).toMatchObject({ is: 'recorded', reply: { scanId }, family: [{}, {}] });
});

test('X-09 a rider who sends the family alone is not registered', async () => {
  const sent: unknown[] = [];
  const phone = familyOf(
    service((body) => {
      sent.push(body);
      return registered(body);
    }),
    true,
  );
  await submitFamilyScans(phone, own);
  expect(scansOf(sent[0]).map(({ memberId }) => memberId)).toEqual([member(1), member(2)]);
});

test('X-09 X-01 without the service all of them are kept, each for itself', async () => {
  const phone = familyOf(service(() => undefined));
  expect(await submitFamilyScans(phone, own)).toMatchObject({ is: 'kept', scan: { scanId } });
  const { waiting } = phone.records.read(queueRecord);
  expect(waiting.map(({ memberId }) => memberId)).toEqual([undefined, member(1), member(2)]);
});

test('X-09 a member who has left is told apart from those who ride; refused altogether it is a refusal', async () => {
  const gone = { ok: false, scanId, failure: { code: 'member-unknown', zh: '不在', en: 'Gone' } };
  const one = familyOf(
    service((body) =>
      good({ items: [{ ok: true, value: { scanId: scansOf(body)[0]?.scanId } }, gone, gone] }, serverStart),
    ),
  );
  const outcome = await submitFamilyScans(one, own);
  expect(outcome).toMatchObject({ is: 'recorded', reply: { scanId } });
  expect(outcome).not.toHaveProperty('family');
  const none = familyOf(service(() => good({ items: [gone, gone, gone] }, serverStart)));
  expect(await submitFamilyScans(none, own)).toMatchObject({ is: 'refused', code: 'member-unknown' });
  const whole = familyOf(service(() => bad('invalid-input', 'never', serverStart)));
  expect(await submitFamilyScans(whole, own)).toMatchObject({ is: 'refused', code: 'invalid-input' });
});

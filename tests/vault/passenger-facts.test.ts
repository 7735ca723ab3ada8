import { people, personIndex } from '@tongcheng/cloudfunctions/vault/records';
import { type PassengerFacts, SealBroken } from '@tongcheng/cloudfunctions/vault/vault';
import { dayOf } from '@tongcheng/shared/time';
import { standingClock } from '../world/clock';
import { countingStore } from '../world/counting-store';
import { instanceOver, ownStore } from '../world/instance';
import { personFacts } from '../world/records';

const place = ownStore();
afterAll(place.close);
const clock = standingClock();
const city = '210100';
const facts: PassengerFacts = {
  ...personFacts('E87654321', { name: '演示旅客', phone: '' }),
  addressBefore: '演示路1号',
  addressThere: '演示街2号',
};

let opened = 0;
const open = async (store = place.store) => {
  opened += 1;
  const { vault } = await instanceOver(store, clock, `passengers ${opened}`);
  const day = await vault.day(city, dayOf(clock.now()), 'coach');
  if (!day) throw new Error('no key of the day');
  return { vault, day };
};

test('facts of a passenger open where they were sealed, masked for whoever needs no more', async () => {
  const { day } = await open();
  const sealed = day.sealFacts('record-1', facts);
  expect(day.openFacts('record-1', sealed)).toEqual(facts);
  expect(day.maskedFacts('record-1', sealed)).toEqual({
    maskedName: '演**',
    documentKind: 'passport',
    maskedDocument: 'E******21',
    maskedPhone: '',
  });
  expect(() => day.openFacts('record-2', sealed)).toThrow(SealBroken);
  expect(() => day.openText('record-1', sealed)).toThrow(SealBroken);
  expect(day.openText('record-1', day.sealText('record-1', '辽A12345'))).toBe('辽A12345');
});

test('X-22 the subject of a document is told without a reading, and nobody is enrolled by it', async () => {
  const counting = countingStore(place.store);
  const { vault } = await open(counting.store);
  counting.calls.length = 0;
  const subject = vault.subjectOf('passport', 'E87654321');
  expect(vault.subjectOf('passport', 'E87654321')).toBe(subject);
  expect(vault.subjectOf('passport', 'E87654322')).not.toBe(subject);
  expect(counting.calls).toEqual([]);
  expect(await place.store.count(people, {})).toBe(0);
  expect(await place.store.count(personIndex, {})).toBe(0);
});

test('a known person has the subject of their document, and their facts are copied without leaving the vault', async () => {
  const { vault, day } = await open();
  const known = personFacts('E11112222', { name: '演示乘客' });
  const { personId } = await vault.enrol(known);
  const copied = await vault.copyFacts(personId, day, 'record-3', { addressBefore: '演示路1号' });
  expect(copied?.subject).toBe(vault.subjectOf('passport', 'E11112222'));
  expect(day.openFacts('record-3', copied?.sealed ?? '')).toEqual({ ...known, addressBefore: '演示路1号' });
  await vault.forget(personId);
  expect(await vault.copyFacts(personId, day, 'record-4')).toBeUndefined();
  expect(day.openFacts('record-3', copied?.sealed ?? '').name).toBe('演示乘客');
});

test('X-03 once the coach’s day is destroyed nothing of its manifest opens, though the city’s day of the same date lives', async () => {
  const { vault, day } = await open();
  const sealed = day.sealFacts('record-5', facts);
  const date = dayOf(clock.now());
  const cityDay = await vault.day(city, date);
  expect(cityDay?.pseudonym('somebody')).not.toBe(day.pseudonym('somebody'));
  expect(() => cityDay?.openFacts('record-5', sealed)).toThrow(SealBroken);
  await vault.destroyDay(city, date, 'coach');
  expect(await vault.day(city, date, 'coach')).toBeUndefined();
  expect(await vault.day(city, date)).toBeDefined();
});

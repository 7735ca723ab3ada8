import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { readDeparture } from '@tongcheng/cloudfunctions/app/coaches/read-departure';
import { eventRecord, type NewEvent, recordEvents } from '@tongcheng/cloudfunctions/app/coaches/record-event';
import { figuresOf } from '@tongcheng/shared/coaches/manifest-figures';
import { newId } from '@tongcheng/shared/ids';
import { dayOf } from '@tongcheng/shared/time';
import { seededChance } from '../world/chance';
import { noon, standingClock } from '../world/clock';
import { instanceOver, ownStore } from '../world/instance';

const place = ownStore();
afterAll(place.close);
const { bytes } = seededChance('coach records');
const city = '210100';

/** The events of one departure with five passengers, as phones deliver them. */
async function departure() {
  const { vault, store } = await instanceOver(place.store, standingClock(noon));
  const departureId = newId(noon, bytes);
  const day = await vault.day(city, dayOf(noon), 'coach');
  if (!day) throw new Error('no key of the day');
  const told = (event: NewEvent['event'], more: Partial<NewEvent> = {}) =>
    eventRecord(day, { city, departureId, recordedAt: noon, event, sent: event, ...more });
  const base = { eventId: departureId, at: noon - 1_000, by: 'o:crew' };
  const opened = told({ kind: 'opened', ...base, departsAt: noon, aboard: 5, coach: day.pseudonym('辽A12345') });
  const passengers = Array.from({ length: 5 }, (_, order) => {
    const eventId = newId(noon, bytes);
    const passenger = day.pseudonym(vault.subjectOf('passport', `E1234567${order}`));
    return told({ kind: 'registered', eventId, at: noon + order, by: 'account', passenger, source: 'typed' });
  });
  return { store, departureId, told, opened, passengers };
}

test('events kept in any order and again have one effect; another body under an id changes nothing', async () => {
  const { store, departureId, told, opened, passengers } = await departure();
  expect(await recordEvents(store, [...passengers.slice(2), opened])).toEqual(Array(4).fill('recorded'));
  expect(await recordEvents(store, [opened, ...passengers])).toEqual([
    ...['same', 'recorded', 'recorded', 'same', 'same', 'same'],
  ]);
  const other = told({ ...opened.event, at: noon - 500 }, { sent: 'something else' });
  expect(await recordEvents(store, [other])).toEqual(['conflict']);
  const read = await readDeparture(store, city, departureId);
  expect(figuresOf(read.manifest)).toMatchObject({ aboard: 5, registered: 5, missing: 0 });
  expect(read.opened?.event.at).toBe(noon - 1_000);
  expect(read.manifest.passengers).toHaveLength(5);
});

test('a departure that nobody told of is planned and has nobody', async () => {
  const { store } = await departure();
  const { opened, manifest } = await readDeparture(store, city, newId(noon, bytes));
  expect(opened).toBeUndefined();
  expect(manifest).toMatchObject({ departure: { phase: 'planned' }, passengers: [], unfitting: [] });
});

test('a departure lies in the civil day of Shanghai on which it leaves, and is asked for with its city', async () => {
  const { store, departureId, passengers } = await departure();
  await recordEvents(store, passengers);
  const days = await store.days(departureEvents);
  expect(days).toContain('2026-11-20');
  expect((await readDeparture(store, '210200', departureId)).records).toHaveLength(0);
});

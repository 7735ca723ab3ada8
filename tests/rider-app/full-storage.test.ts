import { cityRecord } from '../../miniprogram/src/client/city-cache';
import { createRecords, type PhoneStorage } from '../../miniprogram/src/client/records';
import { queueRecord, queueScan } from '../../miniprogram/src/features/rides/queue';
import { queueAbandoned, sendingRecord, whileSending } from '../../miniprogram/src/features/rides/sending';
import { venueCacheRecord } from '../../miniprogram/src/features/rides/venue-cache';
import { queuedScan } from '../world/scan-input';

const at = 1_764_000_000_000;
const scan = queuedScan(at, { scanId: '01JDMJ4Y00ABCDEFGHJKMNPQRS', code: 'A1B2C3' });

/** A storage that holds so many characters. */
const small = (room: number) => {
  const texts = new Map<string, string>();
  let size = room;
  const used = () => [...texts.values()].join('').length;
  const storage: PhoneStorage = {
    read: (key) => texts.get(key),
    write: (key, text) => {
      if (used() - (texts.get(key)?.length ?? 0) + text.length > size) return false;
      texts.set(key, text);
      return true;
    },
    remove: (key) => texts.delete(key),
  };
  return { storage, texts, grow: (to: number) => (size = to) };
};

test('X-01 where the storage is full, what can be had again makes room for a scan', () => {
  const { storage, texts } = small(400);
  texts.set('tc.venues', JSON.stringify({ seen: [], lines: ['x'.repeat(300)] }));
  const records = createRecords(storage);
  records.read(venueCacheRecord);
  records.read(cityRecord);
  queueScan(records, scan);
  expect(records.lasts(queueRecord)).toBe(true);
  expect(texts.has('tc.venues')).toBe(false);
  expect(createRecords(storage).read(queueRecord).waiting).toEqual([scan]);
});

test('X-01 a scan that no room could be made for is known not to last, and is stored as soon as there is room', () => {
  const { storage, grow } = small(20);
  const records = createRecords(storage);
  let told = 0;
  records.watch(() => (told += 1));
  queueScan(records, scan);
  expect([records.lasts(queueRecord), records.read(queueRecord).waiting]).toEqual([false, [scan]]);
  expect(createRecords(storage).read(queueRecord).waiting).toEqual([]);
  records.storeHeld();
  expect([records.lasts(queueRecord), told]).toEqual([false, 1]);
  grow(1_000);
  records.storeHeld();
  expect([records.lasts(queueRecord), told]).toEqual([true, 2]);
  expect(createRecords(storage).read(queueRecord).waiting).toEqual([scan]);
});

test('what can be had again gives nothing else up for itself', () => {
  const { storage, texts } = small(100);
  const records = createRecords(storage);
  records.write(queueRecord, { waiting: [], refused: [] });
  records.write(venueCacheRecord, { seen: [], lines: [] });
  const before = texts.get('tc.scans');
  records.write(cityRecord, { city: null, askedAt: 1_234_567_890_123_456 });
  expect(texts.get('tc.scans')).toBe(before);
});

test('X-01 a scan stands among those on their way until it is answered', async () => {
  const records = createRecords(small(10_000).storage);
  const clock = { now: () => at };
  const answer = await whileSending({ records, clock }, [scan], async () => {
    expect(records.read(sendingRecord).scans).toEqual([{ scan, sentAt: at }]);
    return 'answered';
  });
  expect([answer, records.read(sendingRecord).scans]).toEqual(['answered', []]);
});

test('X-01 a scan whose app was closed before the answer is delivered later, once, and no sooner than an answer can come', () => {
  const records = createRecords(small(10_000).storage);
  records.write(sendingRecord, { scans: [{ scan, sentAt: at }] });
  queueAbandoned(records, at + 59_999);
  expect(records.read(queueRecord).waiting).toEqual([]);
  queueAbandoned(records, at + 60_000);
  queueAbandoned(records, at + 90_000);
  expect([records.read(queueRecord).waiting, records.read(sendingRecord).scans]).toEqual([[scan], []]);
});

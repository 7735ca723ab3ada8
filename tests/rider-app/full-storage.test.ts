import { cityRecord } from '../../miniprogram/src/client/city-cache';
import { eraseAccount } from '../../miniprogram/src/client/erase-account';
import type { PhoneStorage } from '../../miniprogram/src/client/overflow';
import { createRecords } from '../../miniprogram/src/client/records';
import { createSecondPlace, type TextFiles } from '../../miniprogram/src/client/second-place';
import { queueRecord, queueScan, removeScans } from '../../miniprogram/src/features/rides/queue';
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
    keys: () => [...texts.keys()],
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
  const { storage, texts } = small(150);
  const records = createRecords(storage);
  queueScan(records, scan);
  records.write(venueCacheRecord, { seen: [], lines: [] });
  const before = texts.get('tc.scans');
  records.write(cityRecord, { city: null, askedAt: 1_234_567_890_123_456 });
  expect(before).toContain(scan.code);
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

/** Files in memory; `closed` refuses to write. */
const someFiles = (closed = false) => {
  const held = new Map<string, string>();
  const files: TextFiles = {
    names: async () => [...held.keys()],
    read: async (name) => held.get(name),
    write: async (name, text) => {
      if (!closed) held.set(name, text);
      return !closed;
    },
    remove: async (name) => held.delete(name),
  };
  return { files, held };
};

let copies = 0;
/** The app opened once more on the same phone. */
const openedOn = (storage: PhoneStorage, files: TextFiles) => {
  copies += 1;
  const copy = copies;
  return createRecords(
    storage,
    createSecondPlace(files, async (size) => new Uint8Array(size).fill(copy)),
  );
};

const other = { ...scan, scanId: '01JDMJ4Y00ZZZZZZZZZZZZZZZZ', code: 'D4E5F6' };

test('X-01 with the storage full a scan lasts in the second place, is read back at the next start and goes once delivered', async () => {
  const { storage, texts } = small(20);
  const { files, held } = someFiles();
  const records = openedOn(storage, files);
  queueScan(records, scan);
  expect(records.lasts(queueRecord)).toBe(false);
  await records.settled(queueRecord);
  expect(records.lasts(queueRecord)).toBe(true);
  expect([...texts.values()].join()).not.toContain(scan.code);
  const next = openedOn(storage, files);
  await next.recover(queueRecord);
  expect([next.read(queueRecord).waiting, next.lasts(queueRecord), held.size]).toEqual([[scan], true, 1]);
  removeScans(next, new Set([scan.scanId]));
  await next.settled(queueRecord);
  expect([next.read(queueRecord), [...held]]).toEqual([queueRecord.empty, []]);
});

test('X-01 what the second place kept goes into the storage as soon as there is room, and out of the second place', async () => {
  const { storage, texts, grow } = small(20);
  const { files, held } = someFiles();
  const records = openedOn(storage, files);
  queueScan(records, scan);
  queueScan(records, other);
  await records.settled(queueRecord);
  expect(held.size).toBe(1);
  grow(1_000);
  records.storeHeld();
  await records.settled(queueRecord);
  expect([texts.get(queueRecord.key)?.includes(other.code), [...held]]).toEqual([true, []]);
});

test('X-01 two tabs on a full storage lose nothing to each other; the next start has the scans of both, each once', async () => {
  const { storage } = small(20);
  const { files, held } = someFiles();
  const tabs = [openedOn(storage, files), openedOn(storage, files)] as const;
  queueScan(tabs[0], scan);
  queueScan(tabs[1], other);
  await Promise.all(tabs.map((tab) => tab.settled(queueRecord)));
  const next = openedOn(storage, files);
  await next.recover(queueRecord);
  expect(new Set(next.read(queueRecord).waiting)).toEqual(new Set([scan, other]));
  expect(held.size).toBe(1);
});

test('X-01 where both places are full it is said at once that the scan does not last', async () => {
  const { files, held } = someFiles(true);
  const records = openedOn(small(20).storage, files);
  queueScan(records, scan);
  await records.settled(queueRecord);
  expect([records.lasts(queueRecord), held.size]).toEqual([false, 0]);
});

test('X-01 a file that never answers counts as refused', async () => {
  jest.useFakeTimers();
  const silent: TextFiles = { ...someFiles().files, write: () => new Promise(() => undefined) };
  const records = openedOn(small(20).storage, silent);
  queueScan(records, scan);
  await jest.advanceTimersByTimeAsync(2_000);
  await records.settled(queueRecord);
  expect(records.lasts(queueRecord)).toBe(false);
  jest.useRealTimers();
});

test('X-14 after the account ended a search of both places finds neither scan nor code, of another copy of the app either', async () => {
  const { storage, texts } = small(400);
  const { files, held } = someFiles();
  texts.set('tc.preferences', '{"language":"en"}');
  texts.set('tongcheng.language', 'en');
  texts.set('tc.shown-scan', JSON.stringify({ is: 'kept', scan }));
  texts.set('rest', 'x'.repeat(400 - [...texts.values()].join('').length));
  const tabs = [openedOn(storage, files), openedOn(storage, files)] as const;
  for (const tab of tabs) queueScan(tab, scan);
  await Promise.all(tabs.map((tab) => tab.settled(queueRecord)));
  expect(held.size).toBe(2);
  await eraseAccount(tabs[0]);
  expect([...texts.keys()].sort()).toEqual(['rest', 'tc.preferences', 'tongcheng.language']);
  expect([...held]).toEqual([]);
  expect(tabs[0].read(queueRecord)).toEqual(queueRecord.empty);
});

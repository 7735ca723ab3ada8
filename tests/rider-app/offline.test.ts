import { idTime, newId } from '@tongcheng/shared/ids';
import { deliverScans } from '../../miniprogram/src/features/rides/deliver';
import { queueRecord, queueScan } from '../../miniprogram/src/features/rides/queue';
import { restamp } from '../../miniprogram/src/features/rides/queued-scan';
import { retryInMs } from '../../miniprogram/src/features/rides/retry-time';
import { submitScan } from '../../miniprogram/src/features/rides/submit-scan';
import { queuedScan } from '../world/scan-input';
import { aPhone, bad, good, memoryStorage, type Service, serverStart, sessionOf } from './a-phone';

const chance = (size: number) => Uint8Array.from({ length: size }, (_unused, place) => (place * 37 + 11) % 256);

const scanAt = (at: number, code = 'BUS1', clockOffsetMs = 0) =>
  queuedScan(at, { scanId: newId(at, (size) => chance(size).map((byte) => byte ^ (at & 255))), code, clockOffsetMs });

interface SentScan {
  readonly scanId: string;
  readonly scannedAt: number;
  readonly sentAt: number;
  readonly clockOffsetMs?: number;
  readonly code: string;
}

/** A service that keeps scans as the real one does: once by id, and refuses a wrong clock without storing anything. */
function aService(clock: () => number) {
  const stored = new Map<string, SentScan>();
  let reachable = true;
  let losesAnswers = false;
  const one = (scan: SentScan) => {
    const wrong = Math.abs(scan.sentAt - clock()) > 300_000 || idTime(scan.scanId) !== scan.scannedAt;
    if (wrong) return { ok: false, scanId: scan.scanId, failure: { code: 'clock-wrong', zh: '时间', en: 'clock' } };
    if (scan.code === 'REVOKED')
      return { ok: false, scanId: scan.scanId, failure: { code: 'code-revoked', zh: '停用', en: 'revoked' } };
    stored.set(scan.scanId, scan);
    return { ok: true, value: { scanId: scan.scanId } };
  };
  const answer = (name: string, body: unknown): unknown => {
    if (name === 'identity.sign-in') return good(sessionOf('1', clock()), clock());
    const scans: readonly SentScan[] = name === 'rides.record-scan' ? [body] : Object(body).scans;
    const items = scans.map(one);
    if (name === 'rides.record-batch') return good({ items }, clock());
    const [item] = items;
    return item?.ok ? good(item.value, clock()) : bad(item?.failure?.code ?? '', 'after-change', clock());
  };
  const service: Service = ({ name, body }) => {
    if (!reachable) return undefined;
    const answered = answer(name, body);
    return losesAnswers && name.startsWith('rides.') ? undefined : answered;
  };
  return {
    service,
    stored,
    cut: (wish: boolean) => {
      reachable = !wish;
    },
    loseAnswers: (wish: boolean) => {
      losesAnswers = wish;
    },
  };
}

const now = () => serverStart;

test('X-01 a scan without network is kept, survives a restart of the app, and is delivered once', async () => {
  const far = aService(now);
  const storage = memoryStorage();
  far.cut(true);
  const outcome = await submitScan(aPhone(far.service, { storage }), scanAt(serverStart - 5_000));
  expect(outcome.is).toBe('kept');
  far.cut(false);
  const restarted = aPhone(far.service, { storage });
  expect(restarted.records.read(queueRecord).waiting).toHaveLength(1);
  expect(await deliverScans(restarted)).toBe(0);
  expect(await deliverScans(restarted)).toBe(0);
  expect(far.stored.size).toBe(1);
});

test('X-01 an answer lost on the way makes no second scan', async () => {
  const far = aService(now);
  const phone = aPhone(far.service);
  far.loseAnswers(true);
  await submitScan(phone, scanAt(serverStart - 1_000));
  await deliverScans(phone);
  far.loseAnswers(false);
  await deliverScans(phone);
  expect(far.stored.size).toBe(1);
  expect(phone.records.read(queueRecord).waiting).toEqual([]);
});

test('X-01 two tabs that deliver at the same time leave one scan and an empty queue', async () => {
  const far = aService(now);
  const storage = memoryStorage();
  const tabs = [aPhone(far.service, { storage }), aPhone(far.service, { storage })];
  for (let place = 0; place < 5; place += 1)
    queueScan(aPhone(far.service, { storage }).records, scanAt(serverStart - place));
  await Promise.all(tabs.map(deliverScans));
  expect(far.stored.size).toBe(5);
  expect(tabs.map((tab) => tab.records.read(queueRecord).waiting.length)).toEqual([0, 0]);
});

test('a scan made while a batch is under way stays in the queue', async () => {
  const far = aService(now);
  const phone = aPhone(async (asked) => {
    if (asked.name === 'rides.record-batch' && phone.records.read(queueRecord).waiting.length === 1)
      queueScan(phone.records, scanAt(serverStart - 10));
    return far.service(asked);
  });
  queueScan(phone.records, scanAt(serverStart - 20));
  await deliverScans(phone);
  expect(far.stored.size).toBe(2);
});

test('a refused scan is listed with its reason and not sent again', async () => {
  const far = aService(now);
  const phone = aPhone(far.service);
  queueScan(phone.records, scanAt(serverStart - 20, 'REVOKED'));
  queueScan(phone.records, scanAt(serverStart - 10));
  await deliverScans(phone);
  const { waiting, refused } = phone.records.read(queueRecord);
  expect(waiting).toEqual([]);
  expect(refused.map(({ code, reason }) => [code, reason.en])).toEqual([['code-revoked', 'revoked']]);
  expect(far.stored.size).toBe(1);
});

test('more scans than a batch holds go in several batches', async () => {
  const far = aService(now);
  const phone = aPhone(far.service);
  for (let place = 0; place < 120; place += 1) queueScan(phone.records, scanAt(serverStart - place * 1_000));
  expect(await deliverScans(phone)).toBe(0);
  expect(far.stored.size).toBe(120);
  expect(phone.asked.filter((name) => name === 'rides.record-batch')).toHaveLength(3);
});

test.each([86_400_000, -86_400_000])(
  'a clock off by %i ms is corrected by the server, the scan restamped and sent again',
  async (off) => {
    const far = aService(now);
    const phone = aPhone(far.service, { phoneNow: () => serverStart + off });
    const made = scanAt(phone.clock.now());
    const outcome = await submitScan(phone, made);
    expect(outcome.is).toBe('recorded');
    const [stored] = [...far.stored.values()];
    expect(stored).toMatchObject({ scannedAt: serverStart, clockOffsetMs: -off });
    expect(stored?.scanId.slice(10)).toBe(made.scanId.slice(10));
    expect(phone.clock.now()).toBe(serverStart);
  },
);

test('kept scans of a wrong clock are restamped in the batch and keep their distance in time', async () => {
  const far = aService(now);
  const off = 7_200_000;
  const phone = aPhone(far.service, { phoneNow: () => serverStart + off });
  queueScan(phone.records, scanAt(serverStart + off - 60_000));
  queueScan(phone.records, scanAt(serverStart + off - 30_000));
  expect(await deliverScans(phone)).toBe(0);
  expect([...far.stored.values()].map(({ scannedAt }) => serverStart - scannedAt)).toEqual([60_000, 30_000]);
});

test('a full storage still keeps the scan until the app is closed', async () => {
  const far = aService(now);
  far.cut(true);
  const phone = aPhone(far.service, { storage: memoryStorage(true) });
  await submitScan(phone, scanAt(serverStart));
  expect(phone.records.read(queueRecord).waiting).toHaveLength(1);
});

test('restamping keeps the part of chance and puts in the time', () => {
  const id = newId(serverStart, chance);
  const other = restamp(id, serverStart + 12_345);
  expect(idTime(other)).toBe(serverStart + 12_345);
  expect(other.slice(10)).toBe(id.slice(10));
});

test('unreadable records read as empty, so that a broken storage never stops the app', () => {
  const storage = memoryStorage();
  storage.write(queueRecord.key, '{"waiting": 3');
  expect(aPhone(() => undefined, { storage }).records.read(queueRecord)).toEqual({ waiting: [], refused: [] });
});

describe('X-23 a service that has no room', () => {
  const full = (seconds: number) => ({
    ...bad('overloaded', 'later', serverStart),
    failure: { ...bad('overloaded', 'later', serverStart).failure, details: { retryAfterSeconds: seconds } },
  });

  test('is left alone for as long as it asked; the scan is kept meanwhile, and delivered once afterwards', async () => {
    let time = serverStart;
    const far = aService(() => time);
    let room = false;
    const phone = aPhone((asked) => (room || !asked.name.startsWith('rides.') ? far.service(asked) : full(4)), {
      phoneNow: () => time,
    });
    expect((await submitScan(phone, scanAt(time))).is).toBe('kept');
    const asked = phone.asked.length;
    room = true;
    const waits = retryInMs(phone);
    expect(waits).toBeGreaterThanOrEqual(4_000);
    expect(waits).toBeLessThanOrEqual(6_000);
    time += 3_999;
    expect(await deliverScans(phone)).toBe(1);
    expect(phone.asked).toHaveLength(asked);
    time += waits - 3_999;
    expect(retryInMs(phone)).toBe(0);
    expect(await deliverScans(phone)).toBe(0);
    expect(far.stored.size).toBe(1);
  });

  test('that refuses a delivery keeps all of it, and asks for patience anew', async () => {
    let time = serverStart;
    const phone = aPhone(({ name }) => (name === 'identity.sign-in' ? good(sessionOf('1', time), time) : full(30)), {
      phoneNow: () => time,
    });
    for (let place = 0; place < 120; place += 1) queueScan(phone.records, scanAt(serverStart - place * 1_000));
    expect(await deliverScans(phone)).toBe(120);
    expect(phone.asked.filter((name) => name === 'rides.record-batch')).toHaveLength(1);
    time += 20_000;
    expect(await deliverScans(phone)).toBe(120);
    expect(phone.asked.filter((name) => name === 'rides.record-batch')).toHaveLength(1);
    time += 25_000;
    await deliverScans(phone);
    expect(phone.asked.filter((name) => name === 'rides.record-batch')).toHaveLength(2);
  });
});

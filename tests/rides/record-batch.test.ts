import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import * as fc from 'fast-check';
import { aRider, aScan, idAt } from '../world/callers';
import { countingStore } from '../world/counting-store';
import { type Installation, openInstallation, rideInstanceOver } from '../world/installation';
import type { PlaceName } from '../world/places';
import { clock } from '../world/ride-settings';

const now = clock('12:00:00');
const names: readonly PlaceName[] = [
  'bus1',
  'bus2',
  'hankou',
  'east',
  'carriage',
  'taxi',
  'gate',
  'ship',
  'demo',
  'old',
  'north',
];

let here: Installation;
/** Where the same scans are sent alone; the same codes, an own store. Each batch is of another rider. */
let beside: Installation;
beforeAll(async () => {
  [here, beside] = await Promise.all([openInstallation(), openInstallation()]);
  here.clock.set(now);
  beside.clock.set(now);
});
afterAll(() => Promise.all([here.close(), beside.close()]));

/** Scans of the last two days, some the same again, some with another body, some that cannot be registered. */
const batch = (): fc.Arbitrary<readonly ScanInput[]> => {
  const one = fc
    .tuple(fc.constantFrom(...names), fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 130_000 })))
    .map(([place, seconds]) => aScan(here, place, now - seconds * 1_000, { sentAt: now, clockOffsetMs: 1 }));
  const wrong = one.map((scan) => ({ ...scan, scanId: idAt(scan.scannedAt + 1) }));
  const forged = one.map((scan) => ({ ...scan, code: `${scan.code.slice(0, -2)}ZZ` }));
  const several = fc.array(fc.oneof({ weight: 8, arbitrary: one }, wrong, forged), { minLength: 1, maxLength: 20 });
  return several.chain((list) =>
    fc.array(fc.tuple(fc.nat(list.length - 1), fc.boolean()), { maxLength: 5 }).chain((again) => {
      const repeats = again.flatMap(([i, other]) => {
        const scan = list[i];
        return scan ? [other ? { ...scan, clockOffsetMs: 2 } : scan] : [];
      });
      return fc.shuffledSubarray([...list, ...repeats], { minLength: list.length + repeats.length });
    }),
  );
};

test('X-01 a batch is the sequence of its scans sent alone, in any order, up to recordedAt', async () => {
  let riders = 0;
  await fc.assert(
    fc.asyncProperty(batch(), async (list) => {
      riders += 1;
      const rider = aRider(`r${riders}`);
      const together = await recordBatch(here.needs, rider, { scans: [...list] });
      const single = [];
      for (const scan of list) single.push(await recordScan(beside.needs, rider, scan));
      const items = together.ok ? together.value.items : [];
      for (const each of items) expect(each.ok && 'notices' in each.value).toBe(false);
      expect(items.map(brief)).toEqual(single.map(brief));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('each item is answered for itself, in the order given', async () => {
  const rider = aRider('mixed');
  const good = aScan(here, 'bus1', now - 3_000_000, { sentAt: now });
  const list = [
    aScan(here, 'old', now - 1_000, { sentAt: now }),
    good,
    { ...good, party: 2 },
    good,
    aScan(here, 'bus1', now - 8 * 86_400_000, { sentAt: now }),
    aScan(here, 'bus1', now - 3_600_000, { sentAt: now }),
  ];
  const answer = await recordBatch(here.needs, rider, { scans: list });
  const items = answer.ok ? answer.value.items : [];
  expect(items.map((item) => (item.ok ? item.value.meaning : item.failure.code))).toEqual([
    'code-revoked',
    'board',
    'scan-conflict',
    'board',
    'scan-too-old',
    'board',
  ]);
  expect(items[0]).toMatchObject({
    scanId: list[0]?.scanId,
    failure: { zh: expect.stringMatching(/停用/), en: expect.any(String) },
  });
});

test('X-19 a demonstration code in a batch changes the meaning of no other scan', async () => {
  const order = [
    ['hankou', '03:00:10'],
    ['demo', '03:00:20'],
    ['bus1', '02:59:30'],
    ['bus1', '03:01:00'],
  ] as const;
  const list = order.map(([place, time]) => aScan(here, place, clock(time), { sentAt: now }));
  const answer = await recordBatch(here.needs, aRider('astray'), { scans: list });
  const items = answer.ok ? answer.value.items : [];
  expect(items.map((item) => item.ok && item.value.meaning)).toEqual(['enter', 'board', 'board', 'repeat']);
});

test('fifty scans cost one read and one write, and sent again one read', async () => {
  const counting = countingStore(here.store);
  const { needs } = await rideInstanceOver(counting.store, here.clock);
  const rider = aRider('fifty');
  const list = Array.from({ length: 50 }, (_each, i) => aScan(here, 'bus1', now - i * 200_000, { sentAt: now }));
  await recordBatch(needs, rider, { scans: list.slice(0, 1) });
  counting.calls.length = 0;
  const first = await recordBatch(needs, rider, { scans: list });
  expect(counting.calls.filter((call) => call.endsWith(' scans'))).toEqual(['find scans', 'insertMany scans']);
  counting.calls.length = 0;
  expect(await recordBatch(needs, rider, { scans: list })).toEqual(first);
  expect(counting.calls).toEqual(['find scans']);
});

test('X-01 one batch delivered ten times at once has one effect and one answer', async () => {
  const rider = aRider('parallel');
  const list = Array.from({ length: 20 }, (_each, i) =>
    aScan(here, i % 2 ? 'bus1' : 'hankou', now - i * 400_000, { sentAt: now }),
  );
  const answers = await Promise.all(Array.from({ length: 10 }, () => recordBatch(here.needs, rider, { scans: list })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const ids = new Set(list.map(({ scanId }) => scanId));
  const days = await here.store.days(scans);
  const { items } = await here.store.find(scans, { where: { day: { in: days } }, limit: 1_000 });
  expect(items.filter(({ _id }) => ids.has(_id.slice(11)))).toHaveLength(20);
});

interface Answered {
  readonly ok: boolean;
  readonly value?: object;
  readonly failure?: { readonly code: string };
}

/** What an answer says, without what differs by key and by moment, the word of the minute; announcements are told to who scans now, not again with a batch. */
function brief({ ok, value, failure }: Answered) {
  return ok ? { ...value, recordedAt: 0, minuteWord: 0, liveKey: 0, notices: undefined } : failure?.code;
}

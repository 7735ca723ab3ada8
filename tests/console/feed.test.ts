import fc from 'fast-check';
import { emptyFeed, markDecided, mergeFeed, missFeed, rememberedScans } from '../../console/src/verification/feed';
import { feedAnswer, feedScan, sampleAt } from './samples';

const ids = (items: readonly { readonly scanId: string }[]) => items.map(({ scanId }) => scanId);

test('an answer brings its scans newest first, all of them fresh, and the difference of the clocks', () => {
  const [first, second] = [feedScan(sampleAt), feedScan(sampleAt + 1_000)];
  const { feed, fresh } = mergeFeed(emptyFeed, feedAnswer(sampleAt + 1_500, [first, second]), sampleAt - 3_000);
  expect(ids(feed.items)).toEqual([second.scanId, first.scanId]);
  expect(ids(fresh)).toEqual([first.scanId, second.scanId]);
  expect(feed).toMatchObject({ answeredAt: sampleAt - 3_000, offsetMs: 4_500, failures: 0 });
});

test('a scan that arrives again is no new one, and its newer form is kept', () => {
  const item = feedScan(sampleAt);
  const before = mergeFeed(emptyFeed, feedAnswer(sampleAt, [item]), sampleAt).feed;
  const told = { ...item, refusal: { reason: 'status-red', at: sampleAt + 900 } };
  const { feed, fresh } = mergeFeed(before, feedAnswer(sampleAt + 1_000, [told]), sampleAt + 1_000);
  expect(fresh).toEqual([]);
  expect(feed.items).toEqual([told]);
});

test('a refusal marked here is not lost when an older telling of the scan comes after it', () => {
  const item = feedScan(sampleAt);
  const before = markDecided(mergeFeed(emptyFeed, feedAnswer(sampleAt, [item]), sampleAt).feed, item.scanId, {
    outcome: 'refused',
    reason: 'test',
    at: sampleAt,
  });
  expect(mergeFeed(before, feedAnswer(sampleAt, [item]), sampleAt).feed.items[0]?.boarding?.reason).toBe('test');
});

test('missed answers are counted until the next one comes', () => {
  const missed = missFeed(missFeed(emptyFeed));
  expect(missed.failures).toBe(2);
  expect(mergeFeed(missed, feedAnswer(sampleAt, []), sampleAt).feed.failures).toBe(0);
});

test('however scans are split over answers and repeated, each is fresh once and the list is the same', () => {
  const scans = Array.from({ length: 40 }, (_, i) => feedScan(sampleAt + i * 700));
  const answers = fc.array(fc.uniqueArray(fc.nat(scans.length - 1), { minLength: 1, maxLength: 8 }), { minLength: 1 });
  fc.assert(
    fc.property(answers, (split) => {
      let feed = emptyFeed;
      const seen: string[] = [];
      for (const chosen of split) {
        const items = chosen.flatMap((index) => scans[index] ?? []);
        const merged = mergeFeed(feed, feedAnswer(sampleAt + 60_000, items), sampleAt);
        feed = merged.feed;
        seen.push(...ids(merged.fresh));
      }
      const all = new Set(split.flat().map((index) => scans[index]?.scanId));
      expect(new Set(seen)).toEqual(all);
      expect(seen).toHaveLength(all.size);
      expect(ids(feed.items)).toEqual(ids([...scans].reverse().filter(({ scanId }) => all.has(scanId))));
    }),
  );
});

test('the screen remembers a bounded number of scans', () => {
  const many = Array.from({ length: 3 * rememberedScans }, (_, i) => feedScan(sampleAt + i));
  expect(mergeFeed(emptyFeed, feedAnswer(sampleAt, many), sampleAt).feed.items).toHaveLength(rememberedScans);
});

import { emptyFeed, mergeFeed, missFeed } from '../../console/src/verification/feed';
import { freshnessOf, nextPollMs, staleAfterMs } from '../../console/src/verification/freshness';
import { soundFor, sounds } from '../../console/src/verification/sounds';
import { feedAnswer, feedScan, sampleAt } from './samples';

const live = mergeFeed(emptyFeed, feedAnswer(sampleAt, []), sampleAt).feed;

test('nothing older than ten seconds is ever called live', () => {
  expect(freshnessOf(live, sampleAt)).toBe('live');
  expect(freshnessOf(live, sampleAt + staleAfterMs - 1)).toBe('live');
  expect(freshnessOf(live, sampleAt + staleAfterMs)).toBe('stale');
});

test('a failed attempt is told at once, before the picture is stale', () => {
  expect(freshnessOf(missFeed(live), sampleAt + 1_000)).toBe('retrying');
  expect(freshnessOf(missFeed(live), sampleAt + staleAfterMs)).toBe('stale');
});

test('before the first answer the screen starts; after a failure it has nothing to show', () => {
  expect(freshnessOf(emptyFeed, sampleAt)).toBe('starting');
  expect(freshnessOf(missFeed(emptyFeed), sampleAt)).toBe('stale');
});

test('a tablet clock that is set back counts as silence, not as a fresh answer', () => {
  expect(freshnessOf(live, sampleAt - 3_600_000)).toBe('stale');
});

test('attempts come each second, more slowly while they fail, never slower than five', () => {
  expect([0, 1, 2, 3, 50].map(nextPollMs)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
});

test('several scans of one answer make one sound, the gravest; a late delivery makes none', () => {
  const admit = feedScan(sampleAt);
  const refuse = feedScan(sampleAt, { decision: 'refuse' });
  const late = feedScan(sampleAt, { decision: 'refuse', flags: ['late'] });
  expect(soundFor([admit, refuse, admit])).toBe('refuse');
  expect(soundFor([admit, late])).toBe('admit');
  expect(soundFor([late])).toBeUndefined();
});

test('each verdict has a sound of its own: one high, two middle, one long and low', () => {
  expect(sounds.admit).toHaveLength(1);
  expect(sounds.refer).toHaveLength(2);
  expect(sounds.refuse).toHaveLength(1);
  const [high, middle, low] = [sounds.admit[0], sounds.refer[0], sounds.refuse[0]].map((tone) => tone?.hertz ?? 0);
  expect([high, middle, low]).toEqual([1_320, 660, 220]);
});

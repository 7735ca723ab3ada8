import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { type Focus, focusOn, holdMs, nextAfter, nobody, pick, stageOf } from '../../console/src/verification/focus';
import { pastAfterMs } from '../../console/src/verification/freshness';
import { feedScan, redReason, sampleAt } from './samples';

const green = feedScan(sampleAt);
const red = feedScan(sampleAt + 500, { decision: 'refuse', colour: 'red', reasons: [redReason] });
const later = feedScan(sampleAt + 1_000);
const all = [later, red, green];

const after = (focus: Focus, at: number, ...fresh: readonly FeedScan[]) => focusOn(focus, fresh, all, at);

test('the last scan stands large', () => {
  expect(after(after(nobody, sampleAt, green), sampleAt + 1_000, later).scanId).toBe(later.scanId);
});

test('of several at once the one that needs staff stands large, and the others are counted', () => {
  expect(after(nobody, sampleAt + 1_000, green, red, later)).toMatchObject({ scanId: red.scanId, behind: 2 });
});

test('a refusal is not covered by the next green for four seconds', () => {
  const refused = after(nobody, sampleAt + 500, red);
  expect(after(refused, sampleAt + 1_000, later)).toMatchObject({ scanId: red.scanId, behind: 1 });
  expect(after(refused, sampleAt + 500 + holdMs, later).scanId).toBe(later.scanId);
});

test('once staff acted on it, the next green comes at once', () => {
  const handled = { ...after(nobody, sampleAt + 500, red), handled: true };
  expect(after(handled, sampleAt + 1_000, later).scanId).toBe(later.scanId);
});

test('another refusal is shown even while one is held', () => {
  const other = feedScan(sampleAt + 1_000, { decision: 'refer' });
  expect(focusOn(after(nobody, sampleAt + 500, red), [other], [other, ...all], sampleAt + 1_000).scanId).toBe(
    other.scanId,
  );
});

test('what was delivered late, or happened a minute ago, is listed and never stands large by itself', () => {
  const late = feedScan(sampleAt, { flags: ['late'] });
  expect(focusOn(nobody, [late], [late], sampleAt)).toBe(nobody);
  expect(after(nobody, sampleAt + pastAfterMs, green)).toBe(nobody);
});

test('a verdict of a minute ago is no longer shown as the one who stands here', () => {
  const focus = after(nobody, sampleAt, green);
  expect(stageOf(focus, all, sampleAt + pastAfterMs - 1).kind).toBe('now');
  expect(stageOf(focus, all, sampleAt + pastAfterMs).kind).toBe('past');
  expect(stageOf(nobody, all, sampleAt).kind).toBe('waiting');
});

test('a late scan that staff touched is shown as an earlier one', () => {
  const late = feedScan(sampleAt, { flags: ['late'] });
  expect(stageOf(pick(late.scanId, sampleAt), [late], sampleAt).kind).toBe('past');
});

test('next shows who scanned behind a held verdict, else nobody', () => {
  const held = after(after(nobody, sampleAt + 500, red), sampleAt + 1_000, later);
  expect(nextAfter(held, all, sampleAt + 1_500).scanId).toBe(later.scanId);
  expect(nextAfter(held, all, sampleAt + 1_000 + pastAfterMs)).toBe(nobody);
  expect(nextAfter(after(nobody, sampleAt, green), all, sampleAt + 1_500)).toBe(nobody);
});

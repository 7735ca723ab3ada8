import { screen } from '@testing-library/react';
import type { Stage } from '../../console/src/verification/focus';
import { VerdictPanel } from '../../console/src/verification/verdict-panel';
import { bus, feedItem, greyReason, redReason, sampleAt } from './samples';
import { show } from './screens';

const panel = (stage: Stage, isStale = false) => (
  <VerdictPanel stage={stage} isStale={isStale} venue={bus} at={sampleAt + 3_000} behind={0} />
);
const part = () => document.querySelector('[data-part="verdict"]');

test('W-09 staff see shape, word, masked name, meaning, venue and time', () => {
  show(panel({ kind: 'now', item: feedItem(sampleAt) }));
  expect(part()?.className).toContain('face-admit');
  expect(document.querySelector('.shape-admit')).not.toBeNull();
  for (const words of ['可以乘车', '张**', '上车 · 2路 鄂A·12345', '08:14:06 · 3 秒前']) screen.getByText(words);
});

test('W-08 the screen says which of the two failed, and every reason has its next step', () => {
  const item = feedItem(sampleAt, { decision: 'refuse', colour: 'red', reasons: [redReason, greyReason] });
  show(panel({ kind: 'now', item }), { language: 'en' });
  for (const words of ['May not ride yet', redReason.text.en, redReason.next.text.en, greyReason.text.en])
    screen.getByText(words);
});

test('a missing status has a face of its own', () => {
  show(panel({ kind: 'now', item: feedItem(sampleAt, { decision: 'refer', colour: 'grey', reasons: [greyReason] }) }));
  screen.getByText('请补全健康信息');
  expect(document.querySelector('.shape-unknown')).not.toBeNull();
});

test('X-06 without an answer for ten seconds no verdict stands large', () => {
  show(panel({ kind: 'now', item: feedItem(sampleAt) }, true));
  screen.getByText('不是最新');
  expect(part()?.getAttribute('data-stage')).toBe('stale');
  expect(document.querySelector('.face-admit')).toBeNull();
  expect(document.querySelector('h1')?.textContent).not.toContain('可以乘车');
});

test('an earlier scan says so and loses the full colour', () => {
  show(panel({ kind: 'past', item: feedItem(sampleAt) }));
  screen.getByText('较早的扫码 · 3 秒前');
  expect(part()?.className).not.toContain('face-');
});

test('W-04 a recorded refusal stands on the scan', () => {
  const refused = feedItem(sampleAt, { decision: 'refuse', refusal: { reason: 'not-authenticated', at: sampleAt } });
  show(panel({ kind: 'now', item: refused }));
  screen.getByText('已拒乘：未实名认证');
});

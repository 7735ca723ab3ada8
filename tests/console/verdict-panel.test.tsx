import { screen } from '@testing-library/react';
import { liveCode } from '@tongcheng/shared/rides/live-code';
import { minuteBand } from '@tongcheng/shared/rides/minute-band';
import type { Stage } from '../../console/src/verification/focus';
import { VerdictPanel } from '../../console/src/verification/verdict-panel';
import { bus, feedScan, greyReason, redReason, sampleAt } from './samples';
import { show } from './screens';

const lotus = { zh: '荷塘', en: 'Lotus pond' };

const panel = (stage: Stage, isStale = false) => (
  <VerdictPanel stage={stage} isStale={isStale} venue={bus} at={sampleAt + 3_000} word={lotus} behind={0} />
);
const part = () => document.querySelector('[data-part="verdict"]');

test('W-09 staff see shape, word, masked name, meaning, venue and time', () => {
  show(panel({ kind: 'now', item: feedScan(sampleAt) }));
  expect(part()?.className).toContain('face-admit');
  expect(document.querySelector('.shape-admit')).not.toBeNull();
  for (const words of ['可以乘车', '张**', '上车 · 2路 鄂A·12345', '08:14:06 · 3 秒前']) screen.getByText(words);
});

test('X-06 the band moves as on the rider’s screen, and the digits are those of this very second', () => {
  show(panel({ kind: 'now', item: feedScan(sampleAt, { liveKey: 'of this scan' }) }));
  const { lean, run, seconds } = minuteBand(lotus.zh);
  expect(document.querySelector('[data-part="band"]')?.getAttribute('data-band')).toBe(`${lean} ${run} ${seconds}`);
  const shown = document.querySelector('[data-part="live-code"] strong')?.textContent;
  expect(shown?.replace(' ', '')).toBe(liveCode('of this scan', sampleAt + 3_000));
});

test('X-06 what is not live has neither band nor digits', () => {
  const item = feedScan(sampleAt - 57_000, { liveKey: 'of this scan' });
  show(panel({ kind: 'now', item }));
  expect(document.querySelector('[data-part="live-code"]')).toBeNull();
  show(panel({ kind: 'past', item }));
  expect(document.querySelectorAll('[data-part="verdict"]')[1]?.querySelector('[data-part="band"]')).toBeNull();
});

test('W-10 what the rider corrected is told with what was answered', () => {
  show(panel({ kind: 'now', item: feedScan(sampleAt, { meaning: 'alight', correctedFrom: 'board' }) }));
  expect(document.querySelector('.place')?.textContent).toContain('下车 (乘客更正，原为上车)');
});

test('W-08 the screen says which of the two failed, and every reason has its next step', () => {
  const item = feedScan(sampleAt, { decision: 'refuse', colour: 'red', reasons: [redReason, greyReason] });
  show(panel({ kind: 'now', item }), { language: 'en' });
  for (const words of ['May not ride yet', redReason.text.en, redReason.next.text.en, greyReason.text.en])
    screen.getByText(words);
});

test('W-04 W-32 whom staff turned away never looks like a pass, however green the verdict was', () => {
  const refused = { outcome: 'refused', reason: 'not-the-holder', at: sampleAt + 1_000 } as const;
  for (const item of [
    feedScan(sampleAt, { boarding: refused }),
    feedScan(sampleAt, { refusal: { reason: 'not-the-holder', at: sampleAt + 1_000 } }),
  ]) {
    const { unmount } = show(panel({ kind: 'now', item }));
    expect(part()?.className).toContain('face-refuse');
    expect(document.querySelector('.shape-admit')).toBeNull();
    expect(document.querySelector('h1')?.textContent).toBe('已拒乘');
    screen.getByText('核验结果：可以乘车');
    unmount();
  }
});

test('W-32 whom staff let on has their decision large, in no colour of a verdict', () => {
  const boarding = { outcome: 'let-on', reason: 'other', at: sampleAt + 1_000 } as const;
  const item = feedScan(sampleAt, { decision: 'refuse', colour: 'red', reasons: [redReason], boarding });
  show(panel({ kind: 'now', item }));
  expect(part()?.className).toContain('face-let-on');
  expect(document.querySelector('h1')?.textContent).toBe('例外放行');
  expect(document.querySelector('.reasons')).toBeNull();
});

test('a missing status has a face of its own', () => {
  show(panel({ kind: 'now', item: feedScan(sampleAt, { decision: 'refer', colour: 'grey', reasons: [greyReason] }) }));
  screen.getByText('请补全健康信息');
  expect(document.querySelector('.shape-unknown')).not.toBeNull();
});

test('X-06 without an answer for ten seconds no verdict stands large', () => {
  show(panel({ kind: 'now', item: feedScan(sampleAt) }, true));
  screen.getByText('不是最新');
  expect(part()?.getAttribute('data-stage')).toBe('stale');
  expect(document.querySelector('.face-admit')).toBeNull();
  expect(document.querySelector('h1')?.textContent).not.toContain('可以乘车');
});

test('an earlier scan says so and loses the full colour', () => {
  show(panel({ kind: 'past', item: feedScan(sampleAt) }));
  screen.getByText('较早的扫码 · 3 秒前');
  expect(part()?.className).not.toContain('face-');
  expect(document.querySelector('.shape-admit')).toBeNull();
  expect(document.querySelector('.shape-expired')).not.toBeNull();
  screen.getByText('当时：可以乘车');
});

test('W-04 a recorded refusal stands on the scan', () => {
  const refused = feedScan(sampleAt, { decision: 'refuse', refusal: { reason: 'not-authenticated', at: sampleAt } });
  show(panel({ kind: 'now', item: refused }));
  screen.getByText('已拒乘：未实名认证');
});

import { act, screen } from '@testing-library/react';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { VerificationScreen } from '../../console/src/verification/verification-screen';
import { bus, feedAnswer, feedScan, redReason, sampleAt, sampleId } from './samples';
import { show } from './screens';

const red = (at: number) => feedScan(at, { decision: 'refuse', colour: 'red', reasons: [redReason] });

/** A venue whose feed can be cut off, with the clock in the test's hand. */
const venue = () => {
  const scans: FeedScan[] = [];
  let isCut = false;
  const shown = show(
    <VerificationScreen
      venue={bus}
      staffRole="crew"
      clock={Date.now}
      makeId={() => sampleId(Date.now())}
      isLarge={false}
      onLarge={() => undefined}
      onVenue={undefined}
      onSignOut={() => undefined}
    />,
    {
      answers: {
        'rides.venue-feed': () => {
          if (isCut) throw new Error('cut off');
          return { ok: true, value: feedAnswer(Date.now(), scans) };
        },
        'rides.record-refusal': () => {
          if (isCut) throw new Error('cut off');
          return { ok: true, value: { recordedAt: Date.now() } };
        },
      },
    },
  );
  return { ...shown, scans, cut: (now: boolean) => (isCut = now) };
};

const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const press = (key: string) =>
  act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
const stage = () => document.querySelector('[data-part="verdict"]')?.getAttribute('data-stage');

beforeEach(() => {
  sessionStorage.clear();
  jest.useFakeTimers({ now: sampleAt });
});
afterEach(() => jest.useRealTimers());

test('a scan appears within a second or so, and stands large', async () => {
  const { scans } = venue();
  await pass(100);
  expect(stage()).toBe('waiting');
  scans.push(feedScan(Date.now()));
  await pass(1_600);
  expect(stage()).toBe('now');
  expect(screen.getAllByText('张**')).toHaveLength(2);
});

test('X-06 a lost connection is told at once; after ten seconds nothing is live; then it comes back by itself', async () => {
  const { scans, cut } = venue();
  scans.push(feedScan(Date.now()));
  await pass(1_600);
  cut(true);
  await pass(2_500);
  expect(document.querySelector('[data-part="status"]')?.textContent).toMatch(
    /^连接中断，正在重试 · 最后更新 08:14:0\d$/,
  );
  expect(stage()).toBe('now');
  await pass(9_000);
  expect([stage(), document.querySelector('.minute-word-text')?.textContent]).toEqual(['stale', '—']);
  cut(false);
  await pass(6_000);
  expect(stage()).toBe('now');
});

test('W-04 a refusal is recorded once however often it is tried, and shown on the scan', async () => {
  const { scans, cut, asked } = venue();
  scans.push(red(Date.now()));
  await pass(1_600);
  await press('r');
  screen.getByText('为什么不能乘车？');
  cut(true);
  await press('1');
  await pass(100);
  screen.getByText('现在没有网络。请检查网络，或稍后再试。');
  cut(false);
  await press('1');
  await pass(100);
  const tries = asked.filter(({ name }) => name === 'rides.record-refusal').map(({ input }) => input);
  expect(tries).toHaveLength(2);
  expect(tries[0]).toEqual(tries[1]);
  expect(tries[0]).toMatchObject({ reason: 'status-red', scanId: scans[0]?.scanId });
  expect(screen.getAllByText('已拒乘：红码')).toHaveLength(2);
});

test('a rider whom staff have done with is not offered again after a reload, and one who scanned meanwhile is', async () => {
  const first = venue();
  first.scans.push(feedScan(Date.now()));
  await pass(1_600);
  await press('n');
  first.unmount();
  const again = venue();
  again.scans.push(...first.scans);
  await pass(1_600);
  expect(stage()).toBe('waiting');
  again.scans.push(feedScan(Date.now(), { maskedName: '乙**' }));
  await pass(1_600);
  expect(document.querySelector('[data-part="verdict"]')?.textContent).toContain('乙**');
});

test('a scan of yesterday stands in the list with its day', async () => {
  const { scans } = venue();
  scans.push(feedScan(Date.now() - 86_400_000), feedScan(Date.now()));
  await pass(1_600);
  const times = [...document.querySelectorAll('[data-part="feed-scan"] time')].map(({ textContent }) => textContent);
  expect(times).toEqual(['08:14:06', '11-19 08:14:06']);
});

test('next clears the panel for the next rider', async () => {
  const { scans } = venue();
  scans.push(feedScan(Date.now()));
  await pass(1_600);
  await press('n');
  expect(stage()).toBe('waiting');
});

import { act, screen } from '@testing-library/react';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { useState } from 'react';
import { RecoveringPage } from '../../console/src/ui/recovering-page';
import { VerificationScreen } from '../../console/src/verification/verification-screen';
import { translatePage } from '../world/translator';
import { bus, feedAnswer, feedScan, redReason, sampleAt, sampleId } from './samples';
import { show } from './screens';

beforeEach(() => jest.useFakeTimers({ now: sampleAt }));
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const panel = () => document.querySelector('[data-part="verdict"]')?.textContent ?? 'blank';

/** The screen of a bus, whose feed can be cut off. */
const venue = () => {
  const scans: FeedScan[] = [];
  let isCut = false;
  show(
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
      },
    },
  );
  return { scans, cut: (now: boolean) => (isCut = now) };
};

test('X-06 a translated verification screen shows each rider with their own time, and lives through a lost connection', async () => {
  const { scans, cut } = venue();
  await pass(100);
  translatePage();
  scans.push(feedScan(Date.now(), { maskedName: '甲**', party: 2 }));
  await pass(1_600);
  expect(panel()).toContain('甲**');
  scans.push(
    feedScan(Date.now() + 2_000, { maskedName: '乙**', decision: 'refuse', colour: 'red', reasons: [redReason] }),
  );
  await pass(3_600);
  expect(panel()).toContain('乙**');
  expect(panel()).not.toContain('甲**');
  expect(panel()).toMatch(/08:14:09 · \d 秒前/);
  cut(true);
  await pass(12_000);
  expect(panel()).toContain('不是最新');
  expect(document.querySelector('[data-part="status"]')?.textContent).toMatch(/^«连接中断，正在重试/);
  cut(false);
  await pass(6_000);
  expect(panel()).toContain('乙**');
});

const Fragile = () => {
  const [isOn, setOn] = useState(true);
  return (
    <button type="button" onClick={() => setOn(false)}>
      {isOn && 'bare'}
      <b>rest</b>
    </button>
  );
};

test('a page whose drawing fails, because a translator took a text away, is there again by itself', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  show(
    <RecoveringPage>
      <Fragile />
    </RecoveringPage>,
  );
  translatePage();
  await act(async () => screen.getByRole('button').click());
  expect(document.querySelector('[data-part="restoring"]')?.textContent).toBe('«画面出了问题，正在自动恢复。»');
  await pass(250);
  expect(screen.getByRole('button').textContent).toContain('bare');
});

test('a page that fails each time is tried again after pauses that double, never faster than each ten seconds in the end', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const triedAt = new Set<number>();
  const Broken = () => {
    triedAt.add(Date.now());
    throw new Error('always');
  };
  show(
    <RecoveringPage>
      <Broken />
    </RecoveringPage>,
  );
  for (let quarter = 0; quarter < 240; quarter += 1) await pass(250);
  const after = [...triedAt].map((at) => (at - sampleAt) / 1_000);
  expect(after).toEqual([0, 0.25, 0.75, 1.75, 3.75, 7.75, 15.75, 25.75, 35.75, 45.75, 55.75]);
});

import { minuteBand } from '@tongcheng/shared/rides/minute-band';
import { minuteWords } from '@tongcheng/shared/rides/minute-words';
import { isAlive } from '../../miniprogram/src/features/rides/shown-scan';
import { liveFaceOf } from '../../miniprogram/src/features/rides/verdict-face';
import { venueLine } from '../../miniprogram/src/ui/venue-line';
import { aReason, aVenueView } from '../world/records';

test.each([
  ['W-06 green passes', 'admit', [], 'admit'],
  ['W-06 red does not', 'refuse', [aReason('status-red')], 'refuse'],
  ['W-06 grey: to be completed', 'refer', [aReason('status-missing')], 'grey'],
  ['an expired status is to be completed', 'refer', [aReason('status-expired')], 'grey'],
  ['a provider that is away is for staff, the rider cannot mend it', 'refer', [aReason('status-unavailable')], 'refer'],
] as const)('%s', (_why, decision, reasons, face) => {
  expect(liveFaceOf({ decision, reasons: [...reasons] })).toBe(face);
});

test('X-06 a verdict holds for a minute by the server’s clock, and not before it was given', () => {
  expect([0, 59_999, 60_000, -1, -60_000].map((age) => isAlive(1_000_000, 1_000_000 + age))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test('X-06 the band of a word is the same everywhere, and words differ in their bands', () => {
  const bands = new Set(minuteWords.flat().map(({ zh }) => JSON.stringify(minuteBand(zh))));
  expect(minuteBand('荷塘')).toEqual(minuteBand('荷塘'));
  expect(bands.size).toBe(12);
});

test('a venue is one line without saying its plate twice', () => {
  const bus = aVenueView();
  const named = {
    ...bus,
    name: { zh: '鄂A·12345', en: '鄂A·12345' },
    plate: '鄂A12345',
    lineName: { zh: '2路', en: 'Line 2' },
  };
  expect(venueLine(named)).toEqual({ zh: '2路 · 鄂A·12345', en: 'Line 2 · 鄂A·12345' });
});

import { screen, within } from '@testing-library/react';
import type { QualityCounts } from '@tongcheng/shared/rides/quality';
import { adviceFor } from '../../console/src/features/rides/quality-columns';
import { QualityScreen } from '../../console/src/features/rides/quality-screen';
import { qualityTexts } from '../../console/src/features/rides/quality-texts';
import { type Answers, show } from './screens';

const counts = (more: Partial<QualityCounts> = {}): QualityCounts => ({
  ...{ rides: 100, missingEnds: 5, missingEntries: 0, scans: 200, repeats: 2, byStaff: 3, byFamily: 4 },
  ...more,
});
const line = { mode: 'bus', lineId: 'L1', line: { zh: '1路', en: 'Route 1' } } as const;
const list: Answers = {
  'rides.registration-quality': () => ({
    ok: true,
    value: {
      days: ['2026-11-29', '2026-11-28'],
      countedAt: 0,
      lines: [{ ...line, counts: counts({ missingEnds: 40 }) }],
      places: [{ ...line, venueId: 'bus-1', kind: 'vehicle', plate: '鄂A12345D', counts: counts() }],
      staff: [{ staffId: 's_1', who: { name: '演示安全员', role: 'driver' }, scans: 12 }],
    },
    serverAt: 0,
  }),
};
const clock = () => Date.UTC(2026, 10, 30, 4);

test('X-18 lines, vehicles and staff with shares, and what the operator can do about it; a week unless others are asked for', async () => {
  const { asked } = show(<QualityScreen clock={clock} />, { answers: list });
  expect(await screen.findByText(/已统计 2 天/)).toBeTruthy();
  expect(asked[0]?.input).toEqual({ city: '420100', from: '2026-11-23', to: '2026-11-30' });
  const rowOf = (name: string) => within(screen.getByRole('rowheader', { name }).closest('tr') ?? document.body);
  expect(rowOf('1路').getByText('40 (40 %)')).toBeTruthy();
  expect(rowOf('1路').getByText(/下车口补贴乘车码/)).toBeTruthy();
  expect(rowOf('鄂A12345D').getByText('7 (4 %)')).toBeTruthy();
  expect(rowOf('演示安全员').getByText('驾驶员')).toBeTruthy();
});

test('X-18 days that are not counted yet say so', async () => {
  const nothing: Answers = {
    'rides.registration-quality': () => ({
      ok: true,
      value: { days: [], lines: [], places: [], staff: [] },
      serverAt: 0,
    }),
  };
  show(<QualityScreen clock={clock} />, { answers: nothing });
  expect(await screen.findByText(/这些日子还没有统计/)).toBeTruthy();
});

test.each([
  ['many missing ends', counts({ missingEnds: 21 }), qualityTexts.endsAdvice],
  ['many missing entries', counts({ missingEntries: 11 }), qualityTexts.entriesAdvice],
  ['many repeats', counts({ repeats: 21 }), qualityTexts.repeatsAdvice],
  ['many registered by others', counts({ byStaff: 61 }), qualityTexts.othersAdvice],
  ['what is usual', counts(), qualityTexts.fine],
  ['too few to say', counts({ rides: 19, missingEnds: 19, scans: 19, repeats: 19 }), qualityTexts.fine],
])('X-18 %s: what to do', (_what, of, advice) => {
  expect(adviceFor(of)).toBe(advice);
});

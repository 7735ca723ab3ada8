import { openSummary } from '@tongcheng/cloudfunctions/app/reports/content/summary';
import { clock } from '../world/ride-settings';

const scanAt = (line: string, lineId?: string, party = 1) => ({
  scan: { mode: 'metro', scannedAt: clock('08:10:00'), party, ...(lineId !== undefined && { lineId }) } as const,
  venue: { mode: '地铁 Metro', line, place: '' },
});

test('R-01 stations of several lines, which have no line of their own, are summed by the lines they name', () => {
  const summary = openSummary();
  summary.addRider([scanAt('1号线 / 2号线'), scanAt('3号线 / 4号线'), scanAt('2号线', 'metro-2')]);
  summary.addRider([scanAt('3号线 / 4号线')]);
  const ofLines = summary.rows().filter(([, line, hour]) => line !== '全部 All' && hour === '全天 All day');
  expect(ofLines.map(([, line, , people, scans]) => [line, people, scans])).toEqual([
    ['1号线 / 2号线', 1, 1],
    ['3号线 / 4号线', 2, 2],
    ['2号线', 1, 1],
  ]);
});

test('R-01 a rider counts once in each sum, with the largest party of theirs; scans are all counted', () => {
  const summary = openSummary();
  summary.addRider([scanAt('2号线', 'metro-2'), scanAt('2号线', 'metro-2', 3)]);
  summary.addRider([scanAt('2号线', 'metro-2')]);
  expect(summary.rows()).toEqual([
    ['全部 All', '全部 All', '全天 All day', 4, 3, 0],
    ['地铁 Metro', '全部 All', '全天 All day', 4, 3, 0],
    ['地铁 Metro', '2号线', '全天 All day', 4, 3, 0],
    ['地铁 Metro', '2号线', '08:00–09:00', 4, 3, 0],
  ]);
});

test('W-32 who was refused is in a column of their own and in no sum of people or scans', () => {
  const summary = openSummary();
  const { scan, venue } = scanAt('2号线', 'metro-2', 3);
  summary.addRefused(scan, venue, 3);
  expect(summary.rows().map((row) => row.slice(3))).toEqual(Array(4).fill([0, 0, 3]));
});

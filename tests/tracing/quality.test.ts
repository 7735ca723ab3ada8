import { knowableRecallOf, type Measured, overall, precisionOf, recallOf } from '../../bench/tracing/measure-contacts';
import { measuredWorlds, type Variation } from '../../bench/tracing/measured-worlds';

jest.setTimeout(240_000);

/** Small and always the same: the figures of docs/tracing-quality.md come from larger ones. */
const measure = measuredWorlds({ seed: 'x-08', riders: 700, learnedDays: 3 });
const modes = ['bus', 'metro', 'tram', 'brt', 'ferry', 'taxi'];

const byMode = ({ byMode: found }: Measured, of: typeof precisionOf) =>
  Object.fromEntries([...found].map(([mode, quality]) => [mode, of(quality)]));

describe('X-08 against what really happened in a world that shares no code with tracing', () => {
  it('all scans made, stops by positions: everybody is found, and hardly anybody else', () => {
    const found = measure({ secondScans: 1, locator: 'positions' });
    expect([...found.byMode.keys()].sort()).toEqual(modes.toSorted());
    for (const { contacts } of found.byMode.values()) expect(contacts).toBeGreaterThan(50);
    expect(Object.values(byMode(found, recallOf))).toEqual([1, 1, 1, 1, 1, 1]);
    for (const precision of Object.values(byMode(found, precisionOf))) expect(precision).toBeGreaterThanOrEqual(0.99);
  });

  it('all scans made, stops by a timetable that knows of no delay: somewhat less', () => {
    const found = measure({ secondScans: 1, locator: 'timetable' });
    for (const recall of Object.values(byMode(found, recallOf))) expect(recall).toBeGreaterThanOrEqual(0.97);
    for (const precision of Object.values(byMode(found, precisionOf))) expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('one second scan in ten forgotten: of whom scans can tell, 97 of 100 are found, and of those found 90 of 100 are right', () => {
    const all = overall(measure({ secondScans: 0.9, locator: 'positions' }).byMode);
    expect(knowableRecallOf(all)).toBeGreaterThanOrEqual(0.99);
    expect(precisionOf(all)).toBeGreaterThanOrEqual(0.9);
  });

  it('W-24 everybody of a sailing is found, whatever is known of ships and however few scan their leaving', () => {
    for (const locator of ['positions', 'timetable', 'none'] as const) {
      const ferry = measure({ secondScans: 0.5, locator }).byMode.get('ferry');
      expect(ferry && recallOf(ferry)).toBe(1);
    }
  });

  it('without codes in carriages nobody of the metro is matched: a station proves no carriage', () => {
    const metro = measure({ secondScans: 1, locator: 'positions', hasCarriageCodes: false }).byMode.get('metro');
    expect(metro).toMatchObject({ right: 0, wrong: 0, knowable: 0 });
  });

  it('positions, usual durations and second scans each make it more right', () => {
    const right = (variation: Variation) => precisionOf(overall(measure(variation).byMode));
    const known = { secondScans: 0.7, locator: 'positions' } as const;
    expect(right({ ...known, secondScans: 1 })).toBeGreaterThan(right(known));
    expect(right(known)).toBeGreaterThan(right({ ...known, locator: 'none' }));
    expect(right(known)).toBeGreaterThan(right({ ...known, learnsUsual: false }));
  });
});

import { join } from 'node:path';
import { readNetwork, wallOf } from '@tongcheng/city';
import { routeFinder } from '@tongcheng/city/network/find-route';
import { nextVehicle } from '@tongcheng/city/network/next-vehicle';
import { modes } from '@tongcheng/shared/venues/kinds';

const network = readNetwork(join(__dirname, '../../cities/420100'));
const page = { name: { zh: '武汉', en: 'Wuhan' }, addresses: { rider: '/app/' } };

describe('the poster wall', () => {
  const posters = { codeOf: (venueId: string) => `HTTP://TEST/R/${venueId}`, shortCodeOf: () => 'ABCD' };

  it('shows two posters of each kind of each mode first, then every other one once', () => {
    const wall = wallOf(network, posters, page);
    expect(new Set(wall.posters.slice(0, 22).map(({ mode }) => mode))).toEqual(new Set(modes));
    expect(wall.posters).toHaveLength(network.venues.length);
    expect(new Set(wall.posters.map(({ venueId }) => venueId)).size).toBe(network.venues.length);
    expect(wall).toMatchObject({ city: '420100', ...page });
  });

  it('leaves out venues that have no posted code', () => {
    const wall = wallOf(
      network,
      { ...posters, codeOf: (id) => (id.includes('taxi') ? undefined : 'HTTP://T/R/X') },
      page,
    );
    expect(wall.posters.length).toBeGreaterThan(1_000);
    expect(wall.posters.some(({ mode }) => mode === 'taxi')).toBe(false);
  });
});

describe('ways through the city', () => {
  const metro = network.lines.filter(({ mode }) => mode === 'metro');
  const route = routeFinder(metro);
  const lineIds = (from: string, to: string) => route(from, to).map(({ line }) => line.lineId);

  it('stay on one line where it goes there, change where it does not, and do not exist to nowhere', () => {
    expect(lineIds('metro-jinghe', 'metro-dongwudadao')).toEqual(['metro-1']);
    const changed = lineIds('metro-jinghe', 'metro-hongshanguangchang');
    expect(changed.length).toBeGreaterThan(1);
    expect(changed[0]).toBe('metro-1');
    expect(route('metro-jinghe', 'nowhere')).toEqual([]);
    expect(route('metro-jinghe', 'metro-jinghe')).toEqual([]);
  });

  it('join: each stretch begins where the last one ended', () => {
    const legs = route('metro-jinghe', 'metro-hongshanguangchang');
    const ends = legs.map(({ line, from, to }) => [line.stops[from]?.stopId, line.stops[to]?.stopId]);
    expect(ends.slice(1).map(([start]) => start)).toEqual(ends.slice(0, -1).map(([, end]) => end));
  });

  it('riders of one moment share a vehicle; the next one comes within the longest wait, both ways', () => {
    const [line] = network.lines.filter(({ mode }) => mode === 'bus');
    if (!line) throw new Error('no bus line');
    const at = Date.parse('2026-11-20T08:00:00+08:00');
    expect(nextVehicle(line, 1, 4, at)?.vehicle).toBe(nextVehicle(line, 1, 6, at + 1_000)?.vehicle);
    for (const [from, to] of [
      [0, 3],
      [3, 0],
    ] as const) {
      const passage = nextVehicle(line, from, to, at);
      expect(passage?.boardsAt).toBeGreaterThanOrEqual(at);
      expect(passage?.boardsAt).toBeLessThanOrEqual(at + 720_000);
      expect(passage?.alightsAt).toBeGreaterThan(passage?.boardsAt ?? 0);
    }
    expect(nextVehicle(line, 2, 2, at)).toBeUndefined();
  });
});

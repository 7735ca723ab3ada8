import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import * as fc from 'fast-check';
import { seedOfRun } from '../world/chance';
import { exposedByCounting } from './minutes';
import { smallWorld } from './small-world';

/** The full number by `TONGCHENG_TRACED_WORLDS=100000`. */
const numRuns = Number(process.env.TONGCHENG_TRACED_WORLDS ?? 1_500);

test('W-22 W-23 W-24 W-25 the rules agree with counting minutes and stretches in random small worlds', () => {
  const grounds = new Set<string>();
  fc.assert(
    fc.property(smallWorld, ({ rides, parameters }) => {
      for (const index of rides) {
        const found = exposuresOf([index], rides, () => parameters);
        const brief = found.map(({ rider, restsOn, certainty }) => `${rider} ${restsOn} ${certainty}`);
        const counted = exposedByCounting(index, rides, parameters);
        if (brief.join() !== counted.join()) expect(brief).toEqual(counted);
        for (const { restsOn, certainty, shared } of found) {
          grounds.add(`${restsOn} ${certainty}`);
          if (shared.to < shared.from) expect(shared.to).toBeGreaterThanOrEqual(shared.from);
        }
      }
    }),
    { numRuns, seed: seedOfRun() },
  );
  // A world in which nothing ever matched would agree as well.
  const each = (ground: string, certainties: readonly string[]) => certainties.map((sure) => `${ground} ${sure}`);
  const [proven, likely, possible] = ['proven', 'likely', 'possible'];
  expect([...grounds].sort()).toEqual(
    [
      ...['interval', 'stops', 'time'].flatMap((ground) => each(ground, [proven, likely, possible])),
      ...each('sailing', [proven, likely]),
      ...each('manifest', [proven]),
    ].sort(),
  );
});

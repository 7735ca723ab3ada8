import { makeShortCache } from '@tongcheng/cloudfunctions/app/venues/short-cache';
import { standingClock } from '../world/clock';

/** A cache whose answers are the numbers of the questions asked so far. */
function counting(start?: number, max?: number) {
  const clock = standingClock(start);
  const asked: string[] = [];
  const ask = makeShortCache(clock, async (key) => asked.push(key), max);
  return { clock, asked, ask };
}

describe('an answer that is remembered', () => {
  it.each([
    ['today', undefined],
    ['at the instant 0', 0],
  ])('is asked anew at five seconds, on a clock that starts %s', async (_when, start) => {
    const { clock, ask } = counting(start);
    expect([await ask('a'), await ask('a')]).toEqual([1, 1]);
    clock.pass(4_999);
    expect(await ask('a')).toBe(1);
    clock.pass(1);
    expect([await ask('a'), await ask('a')]).toEqual([2, 2]);
  });

  it('is asked anew once the clock is set back: it never lives for as long as the clock was wrong', async () => {
    const { clock, ask } = counting();
    expect(await ask('a')).toBe(1);
    clock.pass(-3_600_000);
    expect(await ask('a')).toBe(2);
    clock.pass(4_999);
    expect(await ask('a')).toBe(2);
  });

  it('is shared while it is on its way', async () => {
    const { asked, ask } = counting();
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('is one of so many: the one not asked for longest goes first', async () => {
    const { asked, ask } = counting(undefined, 2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});

describe('a question that failed', () => {
  it('is asked again', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('there')];
    const ask = makeShortCache(standingClock(), async () => answers.shift());
    await expect(ask('a')).rejects.toThrow('away');
    expect(await ask('a')).toBe('there');
  });

  it('takes no answer with it that was given to a later one', async () => {
    const clock = standingClock();
    let failFirst = () => {};
    const asked: number[] = [];
    const ask = makeShortCache(clock, (): Promise<number> => {
      const turn = asked.push(asked.length);
      if (turn > 1) return Promise.resolve(turn);
      return new Promise((_, reject) => {
        failFirst = () => reject(new Error('late'));
      });
    });
    const first = ask('a');
    clock.pass(5_000);
    expect(await ask('a')).toBe(2);
    failFirst();
    await expect(first).rejects.toThrow('late');
    expect(await ask('a')).toBe(2);
  });
});

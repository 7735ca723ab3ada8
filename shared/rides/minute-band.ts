/** How the band behind a verdict moves in one minute: which way it leans, which way it runs, how fast. */
export interface MinuteBand {
  readonly lean: 'rising' | 'falling';
  readonly run: 'forward' | 'backward';
  /** Seconds for one step of the pattern. */
  readonly seconds: 3 | 5 | 8;
}

const paces = [3, 5, 8] as const;

/** The band of a minute's word: the same word moves the same way on every screen, so that a glance is enough. */
export function minuteBand(word: string): MinuteBand {
  let number = 7;
  for (let i = 0; i < word.length; i += 1) number = (number * 31 + word.charCodeAt(i)) % 65_521;
  return {
    lean: number % 2 === 0 ? 'rising' : 'falling',
    run: Math.floor(number / 2) % 2 === 0 ? 'forward' : 'backward',
    seconds: paces[Math.floor(number / 4) % 3] ?? 5,
  };
}

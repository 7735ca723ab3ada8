import { wrongAdmissionsExpected } from '@tongcheng/shared/gates/wrong-admissions';

/** Numbers that look like chance and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A model of its own: cards tap at any time, sets are up to `longestAgeHours` old, and a card's status turns after an exponentially
 * distributed time. An admission is wrong when the status turned between the making of the set and the tap.
 */
function counted(taps: number, turningPerHour: number, ageHours: (chance: number) => number): number {
  const chance = seeded(20_261_130);
  let wrong = 0;
  for (let tap = 0; tap < taps; tap += 1) {
    const turnsAfter = -Math.log(1 - chance()) / turningPerHour;
    if (turnsAfter < ageHours(chance())) wrong += 1;
  }
  return wrong;
}

test.each([
  [400_000, 0.002, 2],
  [400_000, 0.0005, 4],
])(
  'B-11 of %d taps, %d turning an hour, sets at most %d hours old: as many are wrong as is stated',
  (taps, turningPerHour, longestAgeHours) => {
    const stated = wrongAdmissionsExpected({ taps, turningPerHour, longestAgeHours });
    const oldest = counted(taps, turningPerHour, () => longestAgeHours);
    const even = counted(taps, turningPerHour, (chance) => chance * longestAgeHours);
    const spread = 5 * Math.sqrt(stated);
    expect(oldest).toBeGreaterThan(0.98 * stated - spread);
    expect(oldest).toBeLessThan(stated + spread);
    expect(Math.abs(even - stated / 2)).toBeLessThan(0.02 * stated + spread);
  },
);

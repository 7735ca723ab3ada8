/** Says how many journeys are done, at each hundredth of the way; call it once a step. Steps are spread evenly over journeys. */
export const progressOf = (
  steps: number,
  journeys: number,
  say: ((done: number, total: number) => void) | undefined,
): (() => void) => {
  let done = 0;
  let said = -1;
  return () => {
    done += 1;
    const hundredths = Math.floor((100 * done) / steps);
    if (hundredths === said) return;
    said = hundredths;
    say?.(Math.round((journeys * done) / steps), journeys);
  };
};

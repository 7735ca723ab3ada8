/** Says how many journeys are done, at each hundredth of the way; steps are spread evenly over journeys. */
export const progressOf = (
  steps: number,
  journeys: number,
  say: ((done: number, total: number) => void) | undefined,
): ((done: number) => void) => {
  let said = -1;
  return (done) => {
    const hundredths = Math.floor((100 * done) / Math.max(1, steps));
    if (hundredths === said) return;
    said = hundredths;
    say?.(Math.round((journeys * done) / Math.max(1, steps)), journeys);
  };
};

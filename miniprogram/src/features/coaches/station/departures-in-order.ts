import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { type Day, dayOf, hourMs, type Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';

const isToLeave = ({ phase }: DepartureView): boolean => phase === 'open' || phase === 'planned';

/** Those still to leave by their time, then those that left, the latest first. */
export const inOrder = (departures: readonly DepartureView[]): readonly DepartureView[] =>
  [...departures].sort((one, other) => {
    const byPhase = Number(isToLeave(other)) - Number(isToLeave(one));
    if (byPhase !== 0) return byPhase;
    return isToLeave(one) ? one.departsAt - other.departsAt : other.departsAt - one.departsAt;
  });

/** Whether a departure is looked for by what was typed: plate, service number or destination. */
export function isSought({ plate, serviceNumber, destination }: DepartureView, typed: string): boolean {
  const wanted = plainText(typed).toUpperCase();
  return [plate, serviceNumber, destination?.name].some((each) => each?.toUpperCase().includes(wanted) === true);
}

/** The day of the moment; late in the evening the next one too, and just after midnight the one before, whose coaches may be late. */
export const daysShown = (now: Instant): readonly Day[] => [
  ...new Set([now - 2 * hourMs, now, now + 6 * hourMs].map(dayOf)),
];

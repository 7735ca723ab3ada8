import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { dayMs, hourMs, type Instant } from '@tongcheng/shared/time';
import { hasFields, type PhoneRecord } from '../../client/records';

/** A coach for which this phone registered somebody, with the code that leads back to it. Nobody's name. */
interface OwnCoach extends Pick<ScannedDeparture, 'departureId' | 'departsAt' | 'serviceNumber'> {
  readonly code: string;
  readonly to?: string;
  /** Its code is dead: it arrived, was cancelled, or runs with another coach. */
  readonly ended?: true;
}

/** Another coach of the same hours, as a passenger is told of it; `code` where this phone can lead to it. */
export type OtherCoach = Omit<OwnCoach, 'code' | 'ended'> & { readonly code?: string };

/** Coaches of today and yesterday for which this phone registered somebody, newest first. */
export interface OwnCoaches {
  readonly coaches: readonly OwnCoach[];
}

const most = 20;

/** Where it is kept; gone with the account. A city cannot ask another for an account's coaches (decision 205), the phone knows its own. */
export const ownCoachesRecord: PhoneRecord<OwnCoaches> = {
  key: 'tc.own-coaches',
  replaceable: true,
  empty: { coaches: [] },
  is: (value): value is OwnCoaches => hasFields(value, 'coaches') && Array.isArray(value.coaches),
};

/** What is kept once a coach was looked at: those of a day, this one among them while somebody is registered for it. */
export function withCoach({ coaches }: OwnCoaches, code: string, seen: ScannedDeparture, now: Instant): OwnCoaches {
  const { departureId, departsAt, serviceNumber, destination, own, demonstration } = seen;
  const others = coaches.filter((each) => each.departureId !== departureId && each.departsAt > now - dayMs);
  if (own.length === 0 || demonstration) return { coaches: others };
  const here: OwnCoach = {
    ...{ departureId, departsAt, code },
    ...(serviceNumber !== undefined && { serviceNumber }),
    ...(destination && { to: destination.name }),
  };
  return { coaches: [here, ...others].slice(0, most) };
}

/** What is kept once a code turned out to be dead: that somebody was registered by it, for a day, so that they are not told that nothing was. */
export const withEnded = ({ coaches }: OwnCoaches, code: string, now: Instant): OwnCoaches => ({
  coaches: coaches
    .filter(({ departsAt }) => departsAt > now - dayMs)
    .map((each) => (each.code === code ? { ...each, ended: true } : each)),
});

/** Whether this phone registered somebody by a code. */
export const isOwnCode = ({ coaches }: OwnCoaches, code: string): boolean => coaches.some((each) => each.code === code);

/** Coaches so near in time cannot both be ridden; the service compares by the same hours. */
const sameHoursMs = 3 * hourMs;

/** Other coaches of the same hours with somebody registered: those that the service knows of, and of other cities those that this phone knows. */
export function otherCoaches({ coaches }: OwnCoaches, seen: ScannedDeparture): readonly OtherCoach[] {
  if (seen.demonstration) return [];
  const told = new Map<string, OtherCoach>();
  for (const { destination, ...each } of seen.elsewhere)
    told.set(each.departureId, { ...each, ...(destination && { to: destination.name }) });
  for (const { ended, ...each } of coaches) {
    if (ended) continue;
    const isNear = Math.abs(each.departsAt - seen.departsAt) < sameHoursMs;
    const isOfHere = each.departureId === seen.departureId;
    if (!isOfHere && (isNear || told.has(each.departureId))) told.set(each.departureId, each);
  }
  return [...told.values()];
}

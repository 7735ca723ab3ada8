import type { ManifestEvent, Registered } from '@tongcheng/shared/coaches/events';

/**
 * The manifest once more, written as sentences about the set of events and not as a walk: which phase holds, who is on the list. Slow, and
 * independent of the product's code.
 */
export function modelOf(events: readonly ManifestEvent[]) {
  const before = (one: ManifestEvent, other: ManifestEvent) =>
    one.at < other.at || (one.at === other.at && one.eventId < other.eventId);
  const opened = events.find(({ kind }) => kind === 'opened');
  const ofCrew = events.filter(({ by, kind }) => opened && by === opened.by && kind !== 'opened');
  const first = (kinds: readonly string[], some: readonly ManifestEvent[], after?: ManifestEvent) =>
    some
      .filter((each) => kinds.includes(each.kind) && (!after || before(after, each)))
      .sort((a, b) => (before(a, b) ? -1 : 1))[0];
  const seenThere = opened ? first(['arrived', 'closed'], events) : undefined;
  const said = first(['departed', 'cancelled'], ofCrew);
  const end = said && (!seenThere || before(said, seenThere)) ? said : seenThere;
  const cancelled = end?.kind === 'cancelled';
  const leftAt = end && !cancelled ? end.at : undefined;
  const made = events.filter((each): each is Registered => each.kind === 'registered');
  const isTakenBack = (registration: Registered) =>
    events.some((each) => {
      const about =
        each.kind === 'withdrawn' ? each.registration : each.kind === 'registered' ? each.replaces : undefined;
      const itself = each.eventId === registration.eventId;
      return (
        about === registration.eventId &&
        !itself &&
        each.by === registration.by &&
        (leftAt === undefined || each.at < leftAt)
      );
    });
  const held = made.filter((each) => !isTakenBack(each));
  const listed = new Set(held.filter(({ onArrival }) => !onArrival).map(({ passenger }) => passenger));
  const all = new Set(held.map(({ passenger }) => passenger));
  const arrivedAt = cancelled
    ? undefined
    : first(['arrived', 'closed'], events, end?.kind === 'departed' ? end : undefined);
  const arrived = opened && !cancelled ? arrivedAt : undefined;
  const verified = arrived ? verifiedBy(events, arrived, before) : undefined;
  const phase = !opened
    ? 'planned'
    : cancelled
      ? 'cancelled'
      : arrived
        ? verified
          ? 'closed'
          : 'arrived'
        : end
          ? 'departed'
          : 'open';
  return { phase, leftAt, passengers: all, registered: listed.size, added: all.size - listed.size };
}

/** Whether the last word about its verification is that it is closed: a reopening counts only after a closing. */
function verifiedBy(
  events: readonly ManifestEvent[],
  arrived: ManifestEvent,
  before: (one: ManifestEvent, other: ManifestEvent) => boolean,
): boolean {
  const words = events.filter(
    (each) => (each.kind === 'closed' || each.kind === 'reopened') && (each === arrived || before(arrived, each)),
  );
  const last = words.sort((a, b) => (before(a, b) ? -1 : 1)).pop();
  return last?.kind === 'closed';
}

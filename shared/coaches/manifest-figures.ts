import type { DepartureManifest, Passenger } from './manifest';

/** The numbers of a manifest: arithmetic, nothing else. */
export interface ManifestFigures {
  /** Said to be aboard last; absent while no crew confirmed the departure. */
  readonly aboard?: number;
  /** On the list, without those who were added on arrival. */
  readonly registered: number;
  /** L-10: so many are aboard and not registered. */
  readonly missing: number;
  /** So many more are registered than are aboard: recorded and flagged, never refused. */
  readonly over: number;
  /** Registered before the coach left; the same as `registered` until then. */
  readonly onLeaving: number;
  /** Registered by staff or crew (L-07). */
  readonly byStaff: number;
  /** On arrival (L-08). */
  readonly present: number;
  readonly absent: number;
  readonly added: number;
  readonly unseen: number;
}

/** The numbers of a manifest. */
export function figuresOf({ departure, aboard, passengers }: DepartureManifest): ManifestFigures {
  const listed = passengers.filter(({ onArrival }) => !onArrival);
  const said = aboard.at(-1)?.aboard;
  const leftAt = 'departedAt' in departure ? departure.departedAt : undefined;
  const countOf = (some: readonly Passenger[], counts: (each: Passenger) => boolean) => some.filter(counts).length;
  return {
    ...(said !== undefined && { aboard: said }),
    registered: listed.length,
    missing: Math.max(0, (said ?? 0) - listed.length),
    over: said === undefined ? 0 : Math.max(0, listed.length - said),
    onLeaving: countOf(listed, (each) => leftAt === undefined || wasListed(each, leftAt)),
    byStaff: countOf(listed, ({ best }) => best.source === 'staff'),
    present: countOf(listed, ({ presence }) => presence === 'present'),
    absent: countOf(listed, ({ presence }) => presence === 'absent'),
    added: passengers.length - listed.length,
    unseen: countOf(listed, ({ presence }) => presence === undefined),
  };
}

const wasListed = ({ registrations }: Passenger, leftAt: number): boolean =>
  registrations.some(({ at, onArrival }) => onArrival !== true && at <= leftAt);

/** L-10: of a hundred people aboard as many are registered as has to be (all, unless a province says less), and somebody counted them. */
export const isComplete = ({ aboard, registered }: ManifestFigures, percent = 100): boolean =>
  aboard !== undefined && registered * 100 >= aboard * percent;

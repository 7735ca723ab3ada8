import { type Instant, minuteMs } from '../time';
import type { RideSettings } from '../venues/city-settings';
import type { Mode } from '../venues/kinds';
import type { ClosingReason } from './meanings';
import { type Leg, longestRideMs } from './replay/replay-state';
import type { ScanFacts } from './scan-facts';
import { endOfServiceAfter } from './service-hours';
import type { UsualDuration } from './usual/usual-table';

/** An end of a ride that no scan proves, with the rule that gave it. */
export interface Closing {
  readonly to: Instant;
  readonly closedBy: Exclude<ClosingReason, 'scan'>;
  /** Of the usual duration: in 95 of 100 such rides it was over by then (W-34). */
  readonly endedBy?: Instant;
  /** Of the usual duration: until when the rider counts as aboard where somebody asks who was exposed. */
  readonly exposedUntil?: Instant;
}

/** What closing takes of a city's settings. */
export type ClosingSettings = Pick<RideSettings, 'longestRideMinutes' | 'closedHours' | 'exposureUntil'>;

/**
 * How a ride ends that no scan ended (W-27, W-34): by the first of the next scan elsewhere, the end of service, and the bound of what is usual;
 * where the bound comes first, its end is the usual one. Where nothing is known of such rides, the longest ride takes that place.
 */
export const closingOf = (
  leg: Pick<Leg<ScanFacts>, 'place' | 'from' | 'leftBy'>,
  settings: ClosingSettings,
  usual?: UsualDuration,
): Closing => {
  const { mode } = leg.place;
  const longest: Closing = { to: leg.from + longestRideMs(mode, settings), closedBy: longestRule(mode) };
  const service = endOfServiceAfter(mode, leg.from, settings);
  const limit = earlier(longest, service === undefined ? undefined : { to: service, closedBy: 'end-of-service' });
  const first = earlier(limit, leg.leftBy === undefined ? undefined : { to: leg.leftBy, closedBy: 'next-scan' });
  if (!usual) return first;
  const endedBy = Math.min(leg.from + usual.boundMinutes * minuteMs, longest.to);
  if (first.to <= endedBy && first.closedBy !== longest.closedBy) return first;
  return {
    to: Math.min(leg.from + usual.medianMinutes * minuteMs, endedBy),
    closedBy: 'usual-duration',
    endedBy,
    exposedUntil: settings.exposureUntil === 'usual-bound' ? endedBy : first.to,
  };
};

/** A ferry's longest ride is its sailing. */
function longestRule(mode: Mode): Closing['closedBy'] {
  return mode === 'ferry' ? 'end-of-sailing' : 'longest-ride';
}

function earlier(one: Closing, other: Closing | undefined): Closing {
  return other && other.to <= one.to ? other : one;
}

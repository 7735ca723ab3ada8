import type { Instant } from '../time';
import type { RideSettings } from '../venues/city-settings';
import type { Mode } from '../venues/kinds';
import type { ClosingReason } from './meanings';
import { type Leg, longestRideMs } from './replay/replay-state';
import type { ScanFacts } from './scan-facts';
import { endOfServiceAfter } from './service-hours';

/** An end of a ride that no scan proves, with the rule that gave it. */
export interface Closing {
  readonly to: Instant;
  readonly closedBy: Exclude<ClosingReason, 'scan'>;
}

/** How a ride ends that no scan ended (W-27): by the first of the next scan elsewhere, the end of service and the longest ride. */
export const closingOf = (
  leg: Pick<Leg<ScanFacts>, 'place' | 'from' | 'leftBy'>,
  settings: Pick<RideSettings, 'longestRideMinutes' | 'closedHours'>,
): Closing => {
  const { mode } = leg.place;
  const longest: Closing = { to: leg.from + longestRideMs(mode, settings), closedBy: longestRule(mode) };
  const service = endOfServiceAfter(mode, leg.from, settings);
  const first = earlier(longest, service === undefined ? undefined : { to: service, closedBy: 'end-of-service' });
  return earlier(first, leg.leftBy === undefined ? undefined : { to: leg.leftBy, closedBy: 'next-scan' });
};

/** A ferry's longest ride is its sailing. */
function longestRule(mode: Mode): Closing['closedBy'] {
  return mode === 'ferry' ? 'end-of-sailing' : 'longest-ride';
}

function earlier(one: Closing, other: Closing | undefined): Closing {
  return other && other.to <= one.to ? other : one;
}

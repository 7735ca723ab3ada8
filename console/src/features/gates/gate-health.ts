import type { ListedDevice } from '@tongcheng/shared/devices/api';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { type GateSettings, gateSettingsAt } from '@tongcheng/shared/venues/gate-settings';

/** How a gate stands, the most urgent first: officials look at these from the top. */
export const gateHealths = [
  'doubled',
  'clock-wrong',
  'old-set',
  'silent',
  'no-set',
  'never-heard',
  'good',
  'revoked',
] as const;
export type GateHealth = (typeof gateHealths)[number];

/** A gate tells of itself each minute; three of them may be lost on the way. */
const silentMs = 5 * minuteMs;
/** Gates whose clock is further off send everybody to staff (docs/gate-protocol.md, "The decision"). */
const clockMs = 5 * minuteMs;

/** Whether a device decides by the set of linked cards. */
export const isGate = ({ kind }: Pick<ListedDevice, 'kind'>): boolean => kind === 'gate' || kind === 'reader';

/** How old the statuses are by which a gate decides, in milliseconds; undefined where it holds none or never said. */
export const setAge = ({ state }: Pick<ListedDevice, 'state'>, now: Instant): number | undefined =>
  state?.setMadeAt === undefined ? undefined : Math.max(0, now - state.setMadeAt);

/**
 * How a gate stands. What is said of a set goes by the age that its place allows, as the gate itself decides.
 * @example gateHealth(device, settings, clock()); // 'old-set'
 */
export function gateHealth(device: ListedDevice, settings: GateSettings, now: Instant): GateHealth {
  const { revokedAt, state, venueId } = device;
  if (revokedAt !== undefined) return 'revoked';
  if (!state) return 'never-heard';
  if (state.doubledAt !== undefined) return 'doubled';
  if (Math.abs(state.clockOffsetMs ?? 0) > clockMs) return 'clock-wrong';
  const age = setAge(device, now);
  if (age !== undefined && age > gateSettingsAt(settings, venueId ?? '').longestAgeMinutes * minuteMs) return 'old-set';
  if (now - state.lastSeenAt > silentMs) return 'silent';
  return age === undefined ? 'no-set' : 'good';
}

/** Whether somebody has to go there or look. */
export const needsCare = (health: GateHealth): boolean => health !== 'good' && health !== 'revoked';

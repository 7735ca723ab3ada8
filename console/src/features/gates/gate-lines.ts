import type { ListedDevice } from '@tongcheng/shared/devices/api';
import type { GateGround } from '@tongcheng/shared/gates/gate-decision';
import type { Instant } from '@tongcheng/shared/time';
import { type GateHealth, gateHealth, setAge } from './gate-health';
import { gateGroundTexts } from './gate-texts';
import type { CityGates } from './load-gates';

/** A gate as the list shows it. */
export interface GateLine {
  readonly gate: ListedDevice;
  readonly health: GateHealth;
  /** How old its statuses are, in milliseconds. */
  readonly age: number | undefined;
}

/** Every gate of a city, as it stands now. */
export const gateLinesOf = ({ gates, settings }: CityGates, now: Instant): readonly GateLine[] =>
  gates.map((gate) => ({ gate, health: gateHealth(gate, settings, now), age: setAge(gate, now) }));

/** How many people a gate kept out, as it told last. */
export const keptShutBy = ({ gate: { state } }: Pick<GateLine, 'gate'>): number =>
  (state?.refusals ?? []).reduce((sum, { count }) => sum + count, 0);

/** How often gates stayed shut on one ground. */
export interface GroundSum {
  readonly ground: GateGround;
  readonly count: number;
}

const isGround = (ground: string): ground is GateGround => ground in gateGroundTexts;

/** What gates told last, by ground, the most frequent first; grounds of later releases are left out. */
export function groundSums(lines: readonly Pick<GateLine, 'gate'>[]): readonly GroundSum[] {
  const sums = new Map<GateGround, number>();
  for (const { gate } of lines)
    for (const { ground, count } of gate.state?.refusals ?? [])
      if (isGround(ground)) sums.set(ground, (sums.get(ground) ?? 0) + count);
  return [...sums].map(([ground, count]) => ({ ground, count })).sort((one, other) => other.count - one.count);
}

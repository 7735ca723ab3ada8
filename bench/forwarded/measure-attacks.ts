import { readFileSync } from 'node:fs';
import { diceOf } from '@tongcheng/city/chance';
import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import { RideSettings } from '@tongcheng/shared/venues/city-settings';
import * as z from 'zod';
import { type Conditions, callsByVehicle } from '../tracing/found-contacts';
import { liveDay } from '../tracing/world/live-day';
import type { Attack } from './attacks/attack';
import { doubted } from './doubted';
import { crowds, honestScans } from './honest-day';
import type { MadeScan } from './made-scan';
import { vehiclePlaces } from './vehicle-places';

/** How scans of one kind were taken. */
export interface Taken {
  readonly scans: number;
  readonly doubted: number;
  /** How often each doubt was said. */
  readonly by: ReadonlyMap<ScanFlag, number>;
}

/** What became of an attack, and of the honest scans of the same day. */
export interface Outcome {
  readonly attack: Taken;
  readonly honest: Taken;
}

/** What is varied. */
export interface Watching {
  readonly tellsPlace: number;
  readonly locator: Conditions['locator'];
}

/** Of a world, measures an attack; without one a day on which nobody misuses anything. */
export type MeasureAttack = (attack: Attack | undefined, watching: Watching) => Outcome;

const day = '2026-11-20';
const { rides: settings } = z
  .object({ rides: RideSettings })
  .parse(JSON.parse(readFileSync('cities/420100/settings.json', 'utf8')));

/** Lives a day of a world once, and measures it under one attack after another. */
export function attackedWorld(seed: string, riders: number, crowded: number): MeasureAttack {
  const world = liveDay(seed, day, riders);
  const places = vehiclePlaces(world.runs);
  const everybody = [...honestScans(world, places), ...crowds(seed, world.runs, places, crowded)];
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  return (attack, { tellsPlace, locator }) => {
    const dice = diceOf(seed, 'attack', attack?.name ?? 'none');
    const made = attack?.make({ world, midnight, places, dice }, everybody) ?? [];
    const honest = attack?.hides ? everybody.filter((scan) => !attack.hides?.(scan, made)) : everybody;
    const by = locator === 'none' ? undefined : locator;
    const calls = callsByVehicle(world.runs, locator);
    const flags = doubted([...honest, ...made], { seed, tellsPlace, settings, calls, by });
    // Whoever misuses a code of another city rode here too: their own scans are neither.
    const misusing = new Set(made.map(({ rider }) => rider));
    return {
      attack: taken(made, flags),
      honest: taken(
        honest.filter(({ rider }) => !misusing.has(rider)),
        flags,
      ),
    };
  };
}

function taken(scans: readonly MadeScan[], flags: ReadonlyMap<string, readonly ScanFlag[]>): Taken {
  const by = new Map<ScanFlag, number>();
  let doubtedScans = 0;
  for (const { id } of scans) {
    const found = new Set(flags.get(id));
    if (found.size > 0) doubtedScans += 1;
    for (const flag of found) by.set(flag, (by.get(flag) ?? 0) + 1);
  }
  return { scans: scans.length, doubted: doubtedScans, by };
}

/** Of several worlds together. */
export const outcomesOf = (outcomes: readonly Outcome[]): Outcome => ({
  attack: sumOf(outcomes.map(({ attack }) => attack)),
  honest: sumOf(outcomes.map(({ honest }) => honest)),
});

function sumOf(all: readonly Taken[]): Taken {
  const by = new Map<ScanFlag, number>();
  for (const each of all) for (const [flag, count] of each.by) by.set(flag, (by.get(flag) ?? 0) + count);
  const sum = (of: (each: Taken) => number) => all.reduce((total, each) => total + of(each), 0);
  return { scans: sum(({ scans }) => scans), doubted: sum((each) => each.doubted), by };
}

/** The share of scans that are doubted. */
export const shareDoubted = ({ scans, doubted: found }: Taken): number => (scans === 0 ? 0 : found / scans);

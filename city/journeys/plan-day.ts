import { type Day, dayStart, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { type Dice, diceOf } from '../chance';
import type { Network } from '../network/network';
import { modeShares } from '../people/make-habits';
import type { Person } from '../people/person';
import { type Commuter, commutersBySlot } from './commuters';
import { journeysInSlot, slotMs, slotsOfDay } from './demand';
import type { Outing } from './outing';
import { planJourney } from './plan-journey';
import type { DayPlan, PlannedJourney } from './planned-journey';
import { makeTripPlanner, type TripPlanner } from './trip-planner';

/** What a day's plan depends on; the same input give the same plan. */
export interface DayPlanInput {
  readonly seed: string;
  readonly day: Day;
  readonly people: readonly Person[];
  readonly network: Network;
  /** Journeys of the whole day. Fewer come about when nobody is free any more. */
  readonly journeys: number;
  /** As many set out in each slot at least, for whoever watches by night; none more unless said. */
  readonly fewestInSlot?: number;
}

const commuterShare = 0.75;
const restMs = 8 * minuteMs;
const maxAttempts = 24;

/** The plan of a whole day, in the order in which journeys begin. */
export const planDay = (input: DayPlanInput): DayPlan => ({
  day: input.day,
  journeys: [...planSlots(input)].flat().sort((a, b) => journeyStart(a) - journeyStart(b)),
});

/** When a journey's first scan is. */
export const journeyStart = (journey: PlannedJourney): Instant => journey.scans[0]?.at ?? journey.endsAt;

/** The plan slot by slot, so that a busy day need not be held whole. `fromSlot` leaves out what is over. */
export function* planSlots(input: DayPlanInput, fromSlot = 0): Generator<readonly PlannedJourney[]> {
  const riders = input.people.filter((person) => person.role === 'rider');
  const commuters = commutersBySlot(input.seed, input.day, riders);
  const streets = makeTripPlanner(input.network);
  const freeAt = new Map<number, Instant>();
  for (let slot = fromSlot; slot < slotsOfDay; slot += 1) {
    const dice = diceOf(input.seed, input.day, 'slot', slot);
    const count = Math.max(journeysInSlot(input.day, slot, input.journeys), input.fewestInSlot ?? 0);
    const from = dayStart(input.day) + slot * slotMs;
    const planner: Planner = { dice, streets, freeAt, riders, from };
    yield planSlot(planner, commuters[slot] ?? [], count);
  }
}

interface Planner {
  readonly dice: Dice;
  readonly streets: TripPlanner;
  readonly freeAt: Map<number, Instant>;
  readonly riders: readonly Person[];
  readonly from: Instant;
}

function planSlot(planner: Planner, commuters: readonly Commuter[], count: number): readonly PlannedJourney[] {
  const byHabit = commuters
    .slice(0, Math.ceil(count * commuterShare))
    .flatMap(({ person, way }) => setOut(planner, person, way));
  const others: PlannedJourney[] = [];
  for (let left = (count - byHabit.length) * 2; left > 0 && others.length < count - byHabit.length; left -= 1) {
    const person = somebodyFree(planner);
    if (person) others.push(...setOut(planner, person, 'anywhere'));
  }
  return [...byHabit, ...others];
}

function somebodyFree({ dice, riders, freeAt, from }: Planner): Person | undefined {
  if (riders.length === 0) return undefined;
  for (let i = 0; i < maxAttempts; i += 1) {
    const person = dice.pick(riders);
    if ((freeAt.get(person.index) ?? 0) <= from) return person;
  }
  return undefined;
}

function setOut(
  { dice, streets, freeAt, from }: Planner,
  person: Person,
  way: Outing['way'],
): readonly PlannedJourney[] {
  const at = from + dice.below(slotMs);
  if ((freeAt.get(person.index) ?? 0) > at) return [];
  const mode = modeAt(streets, dice, at, way === 'anywhere' ? undefined : person.habits.commuteMode);
  const journey = mode && planJourney(mode, { dice, at, person, way }, streets);
  if (!journey) return [];
  freeAt.set(person.index, journey.endsAt + restMs);
  return [journey];
}

function modeAt(streets: TripPlanner, dice: Dice, at: Instant, preferred: Mode | undefined): Mode | undefined {
  if (preferred && streets.runs(preferred, at)) return preferred;
  const running = modeShares.filter(([mode]) => streets.runs(mode, at));
  return running.length > 0 ? dice.weighted(running) : undefined;
}

import {
  type Clerk,
  type CoachPost,
  clerkOf,
  coachInvitations,
  livePastCoaches,
  livePresentCoaches,
  type PresentCoaches,
  registerOf,
  saveCoachState,
} from '@tongcheng/city';
import { codeAt } from '@tongcheng/cloudfunctions/app/oversight/totp';
import type { Config } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { addDays, dayOf, dayStart, hourMs, type Instant } from '@tongcheng/shared/time';
import { endingWith } from '../city/ending-with';
import { providersAtHand } from '../city/providers';
import { citySeed, type SimulatedCity } from '../city/simulated-city';
import { overHttp, withoutHttp } from '../city/transports';
import type { SimulatedProvince } from './simulated-province';

/** What the coaches of the province need of the host. */
export interface LivingProvince {
  readonly simulated: SimulatedProvince;
  readonly config: Config;
  readonly container: Container;
  readonly clerk: Clerk;
  readonly invite: (post: CoachPost) => Promise<string>;
}

/** The clerk of the province at work, through the gateway at `url`. */
export function openOffice(simulated: SimulatedProvince, container: Container, url: string) {
  const { now } = container.clock;
  const clerk = clerkOf({ transport: overHttp(url), now, state: simulated.state, oneTimeCode: codeAt });
  return { clerk, invite: coachInvitations(clerk, simulated.province) };
}

/** Of today no more than this is lived at a start, so that it does not take long. */
const mostOfToday = 4 * hourMs;

/** Where the past begins that is still to be lived: yesterday at the first start, else where the last one stopped, at most some hours ago. */
function pastFrom({ state }: SimulatedProvince, now: Instant): Instant {
  const recent = Math.max(dayStart(dayOf(now)), now - mostOfToday);
  if (state.livedUntil !== undefined && state.livedUntil >= recent) return state.livedUntil;
  state.resumedAt = recent;
  if (state.livedUntil === undefined) state.since = dayStart(addDays(dayOf(now), -1));
  else state.since = recent;
  return state.since;
}

/** Lives the coaches of yesterday and of today until now, under a clock of their own, as far as that was not done before. */
export async function fillCoaches(living: LivingProvince, stopping: AbortSignal): Promise<void> {
  const { simulated, config, container } = living;
  const { state, stateFile, people } = simulated;
  const to = container.clock.now();
  const from = pastFrom(simulated, to);
  let at = from;
  const clock = { now: () => at };
  const { providers, codes } = providersAtHand(registerOf(people), clock.now);
  const past = await makeContainer(config, { clock, store: container.store, providers });
  const { transportOf, ended } = endingWith(stopping, withoutHttp(past));
  const lived = livePastCoaches({
    ...optionsOf(living),
    ...{ from, to, transportOf },
    signInCode: async (subject) => codes.issue(subject),
    setClock: (next) => {
      at = next;
    },
  });
  await Promise.race([lived, ended]);
  if (!stopping.aborted) saveCoachState(stateFile, state);
}

/** Lets the coaches go on, through the gateway like everybody else. */
export const goOnCoaches = (living: LivingProvince, city: SimulatedCity, url: string): PresentCoaches => {
  const { simulated, container } = living;
  const transport = overHttp(url);
  const present = livePresentCoaches({
    ...optionsOf(living),
    now: () => container.clock.now(),
    transportOf: () => transport,
    signInCode: async (subject) => city.providers.codes.issue(subject),
    keep: () => saveCoachState(simulated.stateFile, simulated.state),
  });
  simulated.present = present;
  return present;
};

const optionsOf = ({ simulated: { province, state, days, tally }, clerk, invite }: LivingProvince) => ({
  ...{ seed: citySeed, province, state, days, tally, clerk, invite },
});

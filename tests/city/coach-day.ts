import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CoachState,
  clerkOf,
  coachDays,
  coachInvitations,
  livePastCoaches,
  makeTravellers,
  newTally,
  readProvince,
} from '@tongcheng/city';
import { codeAt } from '@tongcheng/cloudfunctions/app/oversight/totp';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { momentOf } from '../../city/coaches/moment';
import { registerOf } from '../../city/people/register';
import { bringCities } from '../../host/bring-cities';
import { providersAtHand } from '../../host/city/providers';
import { asDemonstration } from '../../host/city/simulated-city';
import { withoutHttp } from '../../host/city/transports';
import { appointOfficials } from '../../host/province/appoint-officials';
import { environmentIn } from '../world/town';

/** A product over the embedded store with the cities of Liaoning, and a clock that the simulation sets. */
export async function coachProduct(start: number, departures: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-coaches-'));
  let at = start;
  const clock = { now: () => at };
  const people = makeTravellers('test', 500_000, 400);
  const { providers, codes } = providersAtHand(registerOf(people), clock.now);
  const container = await makeContainer(readConfig(environmentIn(folder)), { clock, providers });
  await bringCities(container, 'cities/liaoning', {
    say: () => undefined,
    mayBeDemonstration: true,
    adapt: asDemonstration,
  });
  const province = readProvince('cities/liaoning');
  const days = coachDays({ seed: 'test', province, people, departures });
  const state: CoachState = { since: start };
  const simulated = { province, people, days, state, stateFile: join(folder, 'province.json'), tally: newTally() };
  await appointOfficials(container, simulated, async () => undefined);
  const transportOf = withoutHttp(container);
  const clerk = clerkOf({ transport: transportOf(0), now: clock.now, state, oneTimeCode: codeAt });
  const invite = coachInvitations(clerk, province);
  const live = (from: number, to: number) =>
    livePastCoaches({
      ...{ seed: 'test', ...simulated, clerk, invite, from, to, transportOf },
      signInCode: async (subject) => codes.issue(subject),
      setClock: (next) => {
        at = Math.max(at, next);
      },
    });
  const close = async () => {
    await container.store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  /** The crews' phones at an instant. */
  const moment = (now: number) => {
    at = now;
    const signInCode = async (subject: string) => codes.issue(subject);
    const options = { seed: 'test', ...simulated, clerk, invite };
    return momentOf(options, { now: clock.now, transportOf, signInCode });
  };
  return { ...simulated, container, clerk, live, moment, close };
}

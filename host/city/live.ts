import {
  type App,
  type Ledger,
  liveOn,
  liveYesterday,
  type PresentDay,
  registerOf,
  type StaffPost,
  saveState,
  unfinished,
} from '@tongcheng/city';
import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import type { Config } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { addDays, dayOf, dayStart } from '@tongcheng/shared/time';
import type { HostOptions } from '../options';
import type { Progress } from '../progress';
import { endingWith } from './ending-with';
import type { StreetPosters } from './posters';
import { providersAtHand } from './providers';
import { cityCode, citySeed, type SimulatedCity } from './simulated-city';
import { overHttp, withoutHttp } from './transports';

/** What living needs of the host. */
export interface Living {
  readonly city: SimulatedCity;
  readonly config: Config;
  readonly container: Container;
  readonly posters: StreetPosters;
  readonly options: HostOptions;
  readonly progress: Progress;
  /** Remember every acknowledged scan, for tests. */
  readonly keepLedger: boolean;
}

/**
 * Lives yesterday through the same functions under a clock of its own, once, at the first start; gives what was
 * acknowledged. A stop breaks it off after the calls under way; the next start lives it anew and sends the same scans, so
 * that none is there twice.
 */
export async function fillYesterday(living: Living, stopping: AbortSignal): Promise<Ledger | undefined> {
  const { city, config, container, posters, options, progress } = living;
  if (city.state.livedDay !== undefined || options.journeys === 0) return undefined;
  const day = addDays(dayOf(Date.now()), -1);
  let now = dayStart(day);
  const clock = { now: () => now };
  const { providers, codes } = providersAtHand(registerOf(city.people), clock.now);
  const yesterday = await makeContainer(config, { clock, store: container.store, providers });
  const keepSoFar = () => saveState(city.stateFile, unfinished(city.state));
  const calls = endingWith(stopping, withoutHttp(yesterday));
  const lived = liveYesterday({
    ...cityOf(city, posters, options),
    keepLedger: living.keepLedger,
    transport: calls.transportOf(0),
    transportOf: calls.transportOf,
    ...codesOf(city, codes),
    invite: invitesOf(yesterday),
    day,
    atOnce: 256,
    setClock: (at) => {
      now = at;
    },
    say: (done, total) => {
      keepSoFar();
      progress(done, total);
    },
  });
  const ledger = await Promise.race([lived, calls.ended]);
  if (!ledger) {
    keepSoFar();
    return undefined;
  }
  city.state.livedDay = day;
  saveState(city.stateFile, city.state);
  return ledger;
}

/** Lets the present day go on, through the gateway like everybody else. */
export const goOn = ({ city, posters, options, container }: Living, url: string): PresentDay =>
  liveOn({
    ...cityOf(city, posters, options),
    transport: overHttp(url),
    ...codesOf(city, city.providers.codes),
    invite: invitesOf(container),
    clock: container.clock,
    speed: options.speed,
    keep: (state) => saveState(city.stateFile, state),
  });

/** Codes as the phones of the city get them: of the platform in whose app a person rides. */
const codesOf = ({ platforms: { wechat, alipay } }: SimulatedCity, web: SimulatedCity['providers']['codes']) => ({
  signInCode: async (subject: string, app: App): Promise<string> => {
    if (app === 'web') return web.issue(subject);
    return app === 'wechat' ? wechat.login(subject) : alipay.authCode(subject, 'auth_base');
  },
  consentCode: async (subject: string, app: App): Promise<string> =>
    app === 'wechat' ? wechat.agreeToPhone(subject) : alipay.authCode(subject, 'auth_user'),
});

/** Invitations for staff of the city, as its installation makes them. */
const invitesOf =
  (container: Container) =>
  async ({ role, venueIds }: StaffPost): Promise<string> => {
    const wanted = { city: cityCode, role, venueIds, validHours: 24, invitedBy: 'installation' };
    return (await invite(container, wanted)).invitation;
  };

const cityOf = (city: SimulatedCity, posters: StreetPosters, options: HostOptions) => ({
  seed: citySeed,
  posters,
  people: city.people,
  network: city.network,
  state: city.state,
  journeys: Math.max(options.journeys, 1_000),
});

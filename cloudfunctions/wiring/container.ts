import type { Caller } from '@tongcheng/shared/caller';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { behindBreaker } from '../adapters/breaker/behind-breaker';
import { makeNotoSansSc } from '../adapters/fonts/noto-sans-sc';
import type { ProviderAddress } from '../adapters/providers-http/signed-call';
import { openStoreLease } from '../adapters/store-lease/store-lease';
import { countCards, removeCards } from '../app/cards/cards-of';
import { makeCallerOf } from '../app/identity/caller-of';
import { type Limits, makeLimits } from '../app/identity/limits';
import { revocationList } from '../app/identity/revocations';
import { makeTokens } from '../app/identity/tokens';
import { usualTries } from '../app/identity/tries';
import { makeCityOf } from '../app/venues/city-of';
import { makeResolveCode } from '../app/venues/resolve-code';
import { makeVenueOf } from '../app/venues/venue-of';
import type { Chance } from '../ports/chance';
import type { Clock } from '../ports/clock';
import type { DocumentStore } from '../ports/document-store';
import type { Log } from '../ports/log';
import type { SignIn } from '../ports/sign-in';
import { makeVault } from '../vault/make-vault';
import type { Config } from './config';
import type { Installation } from './installation';
import { lineLog } from './line-log';
import type { OutsideNeeds } from './parts/outside';
import { pooledChance } from './pooled-chance';

/** What a host or a test may bring of its own; everything else follows from the configuration. */
export interface Brought {
  readonly clock?: Clock;
  readonly chance?: Chance;
  readonly log?: Log;
  /** A store that is open already: one that counts or breaks, or one that two containers share. */
  readonly store?: DocumentStore;
  /** Outside services at hand instead of those at `TONGCHENG_PROVIDERS_URL`. */
  readonly providers?: ProviderAddress;
}

/** Every need of every use case by its name, from the adapters that the configuration chose. */
export async function makeContainer(config: Config, brought: Brought = {}) {
  const clock = brought.clock ?? { now: () => Date.now() };
  const chance = brought.chance ?? pooledChance();
  const log = brought.log ?? lineLog((line) => process.stderr.write(line));
  const around = { clock, chance, log };
  const place = await config.store(around);
  const keys = await config.keys({ mayCreate: !(await place.holdsData()) });
  const store = brought.store ?? (await place.open());
  const readers = { store, clock, keys };
  const { installation } = config;
  const publicUrl = installation.TONGCHENG_PUBLIC_URL;
  const limits = makeLimits(clock);
  const tokens = makeTokens(await keys.derive('access-tokens'), clock);
  const peopleUrl = installation.TONGCHENG_DEMONSTRATION_PEOPLE_URL;
  return {
    ...(await outsideOf(config, brought.providers ? { ...around, providers: brought.providers } : around)),
    ...(peopleUrl === undefined ? {} : { demonstrationPeopleUrl: peopleUrl }),
    clock,
    chance,
    log,
    keys,
    store,
    objects: await config.objects({ clock, keys, publicUrl }),
    mailer: await config.mailer({ log }),
    lease: openStoreLease({ store, clock, chance }),
    vault: await makeVault({ store, keys, chance, clock }),
    tokens,
    limits,
    callerOf: makeCallerOf(tokens, revocationList({ store, clock })),
    mayAsk: mayAskOf(installation, limits),
    cityOf: makeCityOf(readers),
    venueOf: makeVenueOf(readers),
    resolveCode: makeResolveCode(readers),
    fontFiles: makeNotoSansSc(),
    countCards,
    removeCards,
    triesADay: { ...usualTries, address: installation.TONGCHENG_TRIES_PER_ADDRESS },
    consentVersion,
    publicUrl,
    recipientDelayHours: installation.TONGCHENG_RECIPIENT_DELAY_HOURS,
  };
}

/** What {@link makeContainer} makes. */
export type Container = Awaited<ReturnType<typeof makeContainer>>;

/** The outside services, each by its chosen adapter and behind a breaker of its own. */
async function outsideOf(config: Config, needs: OutsideNeeds) {
  const [realName, healthStatus] = [await config.realName(needs), await config.healthStatus(needs)];
  const cardIssuer = await config.cardIssuer(needs);
  return {
    signIn: {
      web: guarded(await config.signInWeb(needs)),
      wechat: guarded(await config.signInWechat(needs)),
      alipay: guarded(await config.signInAlipay(needs)),
    },
    realName: { check: behindBreaker(realName.check) },
    healthStatus: { of: behindBreaker(healthStatus.of) },
    cardIssuer: { check: behindBreaker(cardIssuer.check) },
  };
}

const guarded = (signIn: SignIn | undefined): SignIn | undefined =>
  signIn && { exchange: behindBreaker(signIn.exchange) };

/** Floods are turned away by session, and by address where there is no session. */
function mayAskOf(config: Installation, limits: Limits) {
  const anyone = { max: config.TONGCHENG_ANYONE_PER_MINUTE, perSeconds: 60 };
  const session = { max: config.TONGCHENG_SESSION_PER_MINUTE, perSeconds: 60 };
  return (caller: Caller): boolean =>
    caller.kind === 'anyone' ? limits.take(caller.address, anyone) : limits.take(caller.sessionId, session);
}

import { join } from 'node:path';
import type { Caller } from '@tongcheng/shared/caller';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { behindBreaker } from '../adapters/breaker/behind-breaker';
import { openDiskObjects } from '../adapters/disk/disk-objects';
import { makeNotoSansSc } from '../adapters/fonts/noto-sans-sc';
import { httpCardIssuer } from '../adapters/providers-http/card-issuer';
import { httpHealthStatus } from '../adapters/providers-http/health-status';
import { httpRealName } from '../adapters/providers-http/real-name';
import { httpSignIn } from '../adapters/providers-http/sign-in';
import type { ProviderAddress } from '../adapters/providers-http/signed-call';
import { openSmtpMailer } from '../adapters/smtp/smtp-mailer';
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
import { makeVault } from '../vault/make-vault';
import type { Config } from './config';
import { lineLog } from './line-log';
import { openStoreAndKeys } from './open-store';
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

/** Every need of every use case by its name: the only place where adapters are chosen. */
export async function makeContainer(config: Config, brought: Brought = {}) {
  const clock = brought.clock ?? { now: () => Date.now() };
  const chance = brought.chance ?? pooledChance();
  const log = brought.log ?? lineLog((line) => process.stderr.write(line));
  const { keys, store } = await openStoreAndKeys(config, brought.store);
  const readers = { store, clock, keys };
  const publicUrl = config.TONGCHENG_PUBLIC_URL;
  const limits = makeLimits(clock);
  const tokens = makeTokens(await keys.derive('access-tokens'), clock);
  const objects = openDiskObjects({
    folder: join(config.TONGCHENG_DATA, 'objects'),
    key: await keys.derive('objects'),
    publicUrl,
    clock,
  });
  const peopleUrl = config.TONGCHENG_DEMONSTRATION_PEOPLE_URL;
  return {
    ...providersOf(
      brought.providers ?? { url: config.TONGCHENG_PROVIDERS_URL, secret: config.TONGCHENG_PROVIDERS_SECRET },
    ),
    ...(peopleUrl === undefined ? {} : { demonstrationPeopleUrl: peopleUrl }),
    clock,
    chance,
    log,
    keys,
    store,
    objects,
    mailer: mailerOf(config),
    lease: openStoreLease({ store, clock, chance }),
    vault: await makeVault({ store, keys, chance, clock }),
    tokens,
    limits,
    callerOf: makeCallerOf(tokens, revocationList({ store, clock })),
    mayAsk: mayAskOf(config, limits),
    cityOf: makeCityOf(readers),
    venueOf: makeVenueOf(readers),
    resolveCode: makeResolveCode(readers),
    fontFiles: makeNotoSansSc(),
    countCards,
    removeCards,
    triesADay: { ...usualTries, address: config.TONGCHENG_TRIES_PER_ADDRESS },
    consentVersion,
    publicUrl,
    recipientDelayHours: config.TONGCHENG_RECIPIENT_DELAY_HOURS,
  };
}

/** What {@link makeContainer} makes. */
export type Container = Awaited<ReturnType<typeof makeContainer>>;

function providersOf(to: ProviderAddress) {
  return {
    // WeChat's and Alipay's own adapters come with the mini-program work; without one a platform's codes are refused.
    signIn: { web: { exchange: behindBreaker(httpSignIn(to).exchange) }, wechat: undefined, alipay: undefined },
    realName: { check: behindBreaker(httpRealName(to).check) },
    healthStatus: { of: behindBreaker(httpHealthStatus(to).of) },
    cardIssuer: { check: behindBreaker(httpCardIssuer(to).check) },
  };
}

function mailerOf(config: Config) {
  const { TONGCHENG_SMTP_USER: user, TONGCHENG_SMTP_PASSWORD: password } = config;
  return openSmtpMailer({
    host: config.TONGCHENG_SMTP_HOST,
    port: config.TONGCHENG_SMTP_PORT,
    security: config.TONGCHENG_SMTP_SECURITY,
    from: { name: '同乘 Tongcheng', address: config.TONGCHENG_MAIL_FROM },
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  });
}

/** Floods are turned away by session, and by address where there is no session. */
function mayAskOf(config: Config, limits: Limits) {
  const anyone = { max: config.TONGCHENG_ANYONE_PER_MINUTE, perSeconds: 60 };
  const session = { max: config.TONGCHENG_SESSION_PER_MINUTE, perSeconds: 60 };
  return (caller: Caller): boolean =>
    caller.kind === 'anyone' ? limits.take(caller.address, anyone) : limits.take(caller.sessionId, session);
}

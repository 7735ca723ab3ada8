import type { Caller } from '@tongcheng/shared/caller';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { recipientMedia } from '@tongcheng/shared/reports/wire';
import { fillAddedFields } from '../adapters/added-fields/fill-added-fields';
import { openStoreKeys } from '../adapters/store-keys/store-keys';
import { openStoreLease } from '../adapters/store-lease/store-lease';
import { lineLog } from '../adapters/system/line-log';
import { pooledChance } from '../adapters/system/pooled-chance';
import { countCards } from '../app/cards/cards-of';
import { defaultAttempts } from '../app/identity/attempts/take-attempt';
import { makeStaffOf } from '../app/oversight/staff-record';
import { makePartnerOf } from '../app/partners/partner-of';
import { makeEraser } from '../app/retention/erase-records';
import { makeTracingHoldUntil } from '../app/rides/journeys/tracing-hold-until';
import { makeUsualOf } from '../app/rides/usual/usual-of';
import { addressGroup } from '../app/sessions/address-group';
import { makeCallerOf } from '../app/sessions/caller-of';
import { type Limits, makeLimits } from '../app/sessions/limits';
import { revocationList } from '../app/sessions/revocations';
import { makeSigningKeys } from '../app/sessions/signing-keys';
import { makeTokens } from '../app/sessions/tokens';
import { makeCityOf, makeProvinceOf, makeVenueOf, makeWayOf } from '../app/venues/cached-records';
import { makeResolveCode } from '../app/venues/resolve-code';
import { makeVault } from '../vault/make-vault';
import { caseKeys, dayKeys, epochKeys, personKeys } from '../vault/records';
import type { Config } from './config';
import type { Installation } from './installation';
import type { Overrides } from './overrides';

/** What every function has, whatever services it takes: the store, keys, the vault, sessions, limits. */
export async function makeCoreServices(config: Config<object>, overrides: Overrides) {
  const clock = overrides.clock ?? { now: () => Date.now() };
  const chance = overrides.chance ?? pooledChance();
  const log = overrides.log ?? lineLog((line) => process.stderr.write(line));
  const around = { clock, chance, log };
  const place = await config.store(around);
  const keys = await config.keys({ mayCreate: !(await place.holdsData()), clock });
  const opened = fillAddedFields(overrides.store ?? (await place.open()));
  const store = overrides.watchStore?.(opened) ?? opened;
  const readers = { store, clock, keys };
  const { installation } = config;
  const publicUrl = installation.TONGCHENG_PUBLIC_URL;
  const limits = makeLimits(clock);
  const tokens = makeTokens(await keys.derive('access-tokens'), clock);
  const copyDays = overrides.store ? undefined : place.keyCopyDays;
  const keyStore = openStoreKeys({
    store,
    clock,
    copyDays,
    collections: { day: dayKeys, person: personKeys, case: caseKeys, epoch: epochKeys },
  });
  const acceptsOlderKeys = installation.TONGCHENG_ACCEPT_OLDER_KEYS === 'yes';
  // A start that is refused lets go of the store: who mends it starts again.
  const vault = await makeVault({ store, keys, keyStore, chance, clock, acceptsOlderKeys }).catch(async (fault) => {
    if (!overrides.store) await store.close();
    throw fault;
  });
  const peopleUrl = installation.TONGCHENG_DEMONSTRATION_PEOPLE_URL;
  return {
    ...(overrides.stopping ? { stopping: overrides.stopping } : {}),
    ...(peopleUrl === undefined ? {} : { demonstrationPeopleUrl: peopleUrl }),
    clock,
    chance,
    log,
    keys,
    store,
    lease: openStoreLease({ store, clock, chance }),
    vault,
    tokens,
    signingKeys: makeSigningKeys(await keys.derive('scan-signing')),
    limits,
    callerOf: makeCallerOf(tokens, revocationList({ store, clock, vault })),
    mayAsk: mayAskOf(installation, limits),
    partnerOf: makePartnerOf({ store }),
    cityOf: makeCityOf(readers),
    provinceOf: makeProvinceOf(readers),
    venueOf: makeVenueOf(readers),
    wayOf: makeWayOf(readers),
    staffOf: makeStaffOf(readers),
    usualOf: makeUsualOf(readers),
    resolveCode: makeResolveCode(readers),
    tracingHoldUntil: makeTracingHoldUntil({ store, clock, vault }),
    countCards,
    eraser: makeEraser(store),
    attemptsADay: { ...defaultAttempts, address: installation.TONGCHENG_TRIES_PER_ADDRESS },
    consentVersion,
    publicUrl,
    onCallPhones: installation.TONGCHENG_DUTY_PHONES,
    recipientMedia: recipientMedia.filter(
      (medium) => medium === 'mail' || installation.TONGCHENG_BUREAU_MESSAGES !== 'nowhere',
    ),
    recipientDelayHours: installation.TONGCHENG_RECIPIENT_DELAY_HOURS,
    maxAttachmentBytes: installation.TONGCHENG_REPORT_ATTACHMENT_MB * 1_000_000,
  };
}

/** What {@link makeCoreServices} makes. */
export type CoreServices = Awaited<ReturnType<typeof makeCoreServices>>;

/** Devices and partner systems speak for many people: what suits a phone would choke a gate or a ticketing network. */
const devicePerMinute = 1_200;
const partnerPerMinute = 12_000;

/** With tokens of many riders one address asks at most so many times as often, where no session is needed. */
const openWithSession = 10;

/**
 * Floods are turned away by session, device or partner system, and by group of addresses where there is none of these. Where
 * no session is needed a token does not take its bearer out of the address's count: it makes the allowance larger, once.
 */
function mayAskOf(config: Installation, limits: Limits) {
  const anyone = { max: config.TONGCHENG_ANYONE_PER_MINUTE, perSeconds: 60 };
  const bearers = { max: config.TONGCHENG_ANYONE_PER_MINUTE * openWithSession, perSeconds: 60 };
  const session = { max: config.TONGCHENG_SESSION_PER_MINUTE, perSeconds: 60 };
  return (caller: Caller, open = false): boolean => {
    switch (caller.kind) {
      case 'anyone':
        return limits.take(`address.${addressGroup(caller.address)}`, anyone);
      case 'device':
        return limits.take(`device.${caller.deviceId}`, { max: devicePerMinute, perSeconds: 60 });
      case 'partner':
        return limits.take(`partner.${caller.partnerId}`, { max: partnerPerMinute, perSeconds: 60 });
      default:
        if (open && !limits.take(`bearers.${addressGroup(caller.address)}`, bearers)) return false;
        return limits.take(caller.sessionId, session);
    }
  };
}

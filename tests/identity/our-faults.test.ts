import { askPhone } from '@tongcheng/cloudfunctions/app/identity/ask-phone';
import { signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import { updateEligibility } from '@tongcheng/cloudfunctions/app/identity/update-eligibility';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { verifyIdentityByPlatform } from '@tongcheng/cloudfunctions/app/identity/verify-identity-by-platform';
import { registerFor } from '@tongcheng/cloudfunctions/app/rides/register-for';
import type { Platform } from '@tongcheng/cloudfunctions/ports/platform';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { Result } from '@tongcheng/shared/result';
import { anyoneAt, idAt, staffAt } from '../world/callers';
import { enrolled, type FamilyTown, openFamilyTown, person } from '../world/family-town';
import { agreed, callerIn, claimOf, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeAll(async () => {
  town = await openFamilyTown('our faults');
});
afterAll(() => town.close());

type Failing = () => Promise<never>;

const needsWith = (web: Platform) => ({ ...town.needs, platforms: { web, wechat: {}, alipay: {} } });
const bare = async () => callerIn(town.needs, await agreed(town.needs, 'bare-subject'));
const withRegister = (check: Failing) => ({ ...town.needs, realName: { check } });
const assisted = () => {
  const now = town.needs.clock.now();
  const { documentKind, documentNumber, name } = person(3);
  const whom = { by: 'document', documentKind, documentNumber, name } as const;
  return { scanId: idAt(now), venueId: 'bus-1', enteredAt: now, sentAt: now, whom, party: 1 };
};

/** Each call of an outside service; the code that its being away is told by, and undefined where people go on without it. */
const calls: readonly (readonly [string, string | undefined, (fails: Failing) => Promise<Result<unknown>>])[] = [
  [
    'signing in',
    'sign-in-unavailable',
    (exchange) =>
      signIn(needsWith({ signIn: { exchange } }), anyoneAt('10.0.0.1'), { provider: 'web', code: 'c', city: '420100' }),
  ],
  [
    'verifying an identity',
    'real-name-unavailable',
    async (check) => verifyIdentity(withRegister(check), await bare(), claimOf(person(1))),
  ],
  [
    'taking an identity over from a platform',
    'platform-unavailable',
    async (bring) => verifyIdentityByPlatform(needsWith({ identity: { bring } }), await bare(), { code: 'c' }),
  ],
  [
    'asking for the phone number',
    'platform-unavailable',
    async (numberOf) => askPhone(needsWith({ phone: { numberOf } }), await bare(), { code: 'c' }),
  ],
  [
    'asking for the status',
    undefined,
    async (of) => updateEligibility({ ...town.needs, healthStatus: { of } }, await enrolled(town, 2), {}),
  ],
  [
    'registering somebody without a phone',
    undefined,
    (check) => registerFor(withRegister(check), staffAt('bus1'), assisted()),
  ],
];

test.each(calls)(
  'a fault of ours while %s is a fault; only a service that is away is told as away',
  async (_what, code, call) => {
    await expect(call(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
    expect(refusalOf(await call(() => Promise.reject(new ServiceUnavailable('theirs'))))).toBe(code);
  },
);

import { readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import { newDayId } from '@tongcheng/shared/ids';
import type { signDemonstrationPass as endpoint } from '@tongcheng/shared/passes/api';
import { passLifeMs } from '@tongcheng/shared/passes/terms';
import { fail, ok } from '@tongcheng/shared/result';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import type { IssuerKeys } from './issuer-keys';
import { passCity } from './pass-city';
import { signPass } from './sign-pass';

interface Needs {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: IssuerKeys;
  readonly cityOf: CityOf;
}

/** Nobody: a name that says so, and a number that is none. */
const nobody = { name: '演示', documentNumber: '000000000000000000' } as const;

/**
 * a pass for learning and for trying validators out. It is kept nowhere, says inside that it is a demonstration, and is signed by a key that the
 * trust list names as one: each of the two alone has every validator refuse it.
 */
export const signDemonstrationPass: UseCase<typeof endpoint, Needs> = async (needs, _caller, { city, holderKey }) => {
  const chosen = await passCity(needs.cityOf, city);
  if (!chosen.ok) return chosen;
  const holder = readPublicKeyText(holderKey);
  if (!holder || holder.suite === 'sm2') return fail('pass-key-refused');
  const now = needs.clock.now();
  const pass = {
    ...{ passId: newDayId(now, needs.chance.bytes), city, statusIndex: 0 },
    ...{ issuedAt: now, endsAt: now + passLifeMs, issuedBy: 'phone' as const },
  };
  const shown = {
    ...nobody,
    passedAt: now,
    holder,
    use: 'demonstration',
    generation: chosen.value.keyGeneration,
  } as const;
  return ok(await signPass(needs, pass, shown, now));
};

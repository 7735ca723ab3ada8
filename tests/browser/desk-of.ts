import { newCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { OfficialRole } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import { generate } from 'otplib';
import type { Credentials } from './console-steps';

type Needs = Pick<Container, 'store' | 'keys' | 'chance' | 'clock'>;

/** A new official of the simulated city with one role, and what they sign in with at this moment. */
export const officialOf = async (needs: Needs, role: OfficialRole): Promise<Credentials> => {
  const { shown, stored } = await newCredentials(needs, `one-${role}`);
  const officialId = newId(needs.clock.now(), needs.chance.bytes);
  const { login, password, totpSecret } = shown;
  await needs.store.insert(officials, { _id: login, officialId, roles: [role], cities: ['420100'], ...stored });
  return { login, password, totp: await generate({ secret: totpSecret }) };
};

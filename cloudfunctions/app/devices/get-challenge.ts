import { createHmac, timingSafeEqual } from 'node:crypto';
import type { getChallenge as endpoint } from '@tongcheng/shared/devices/api';
import { ok } from '@tongcheng/shared/result';
import type { Instant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';

/** A challenge is to be answered within a minute. */
const challengeMs = 60_000;

interface Needs {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: KeyService;
}

const macOf = async (keys: KeyService, deviceId: string, expiresAt: Instant, nonce: string): Promise<string> =>
  createHmac('sha256', await keys.derive('device-challenges'))
    .update(`${deviceId}\n${expiresAt}\n${nonce}`)
    .digest('base64url');

/** A challenge for one device, `expiresAt.nonce.mac`: nothing is kept of it until it is answered. */
export const getChallenge: UseCase<typeof endpoint, Needs> = async ({ clock, chance, keys }, _caller, { deviceId }) => {
  const expiresAt = clock.now() + challengeMs;
  const nonce = Buffer.from(chance.bytes(16)).toString('base64url');
  return ok({ challenge: `${expiresAt}.${nonce}.${await macOf(keys, deviceId, expiresAt, nonce)}`, expiresAt });
};

/** Whether a challenge is ours, of this device, and not over. */
export async function holds(
  { clock, keys }: Pick<Needs, 'clock' | 'keys'>,
  deviceId: string,
  challenge: string,
): Promise<boolean> {
  const [expires = '', nonce = '', mac = ''] = challenge.split('.');
  const [given, right] = [Buffer.from(mac), Buffer.from(await macOf(keys, deviceId, Number(expires), nonce))];
  return given.length === right.length && timingSafeEqual(given, right) && clock.now() < Number(expires);
}

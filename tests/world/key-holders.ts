import { generateKeyPairSync, sign } from 'node:crypto';
import type { PartnerKind } from '@tongcheng/shared/access';
import { deviceSignInText } from '@tongcheng/shared/devices/sign-in-text';
import { newId } from '@tongcheng/shared/ids';
import { signedRequestText } from '@tongcheng/shared/signed-request';
import * as z from 'zod';
import type { Town } from './town';
import { officialToken } from './town-sessions';

/** An Ed25519 pair of a device or a partner system of the tests. */
export function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: x,
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

const field = (value: unknown, name: string): string => {
  const held = z.record(z.string(), z.unknown()).parse(value);
  return z.string().parse(held[name]);
};

/** A partner system registered with the first city, and requests as it signs them. */
export async function openPartner(
  town: Pick<Town, 'needs' | 'ask'>,
  kind: PartnerKind,
  keyId = 'k1',
  more: Readonly<Record<string, unknown>> = {},
) {
  const keys = keyPair();
  const told = await town.ask(
    'partners.register-partner',
    {
      kind,
      name: '演示合作系统',
      scopes: [{ level: 'city', code: '420100' }],
      keyId,
      publicKey: keys.publicKey,
      ...more,
    },
    officialToken(town, ['administrator']),
  );
  const partnerId = field(told.value, 'partnerId');
  const now = () => town.needs.clock.now();
  const request = (
    operation: string,
    input: unknown,
    { sentAt = now(), signer = keys, key = keyId, signedFor = operation } = {},
  ) => {
    const payload = JSON.stringify({ requestId: newId(now(), town.needs.chance.bytes), sentAt, input });
    return { partnerId, keyId: key, payload, signature: signer.sign(signedRequestText(signedFor, payload)) };
  };
  return { partnerId, request };
}

/** A device registered with the first city, and its sign-in. */
export async function openDevice(town: Town, more: Readonly<Record<string, unknown>> = {}) {
  const keys = keyPair();
  const told = await town.ask(
    'devices.register-device',
    { city: '420100', kind: 'gate', name: '1 号闸机', publicKey: keys.publicKey, ...more },
    officialToken(town, ['operator']),
  );
  const deviceId = field(told.value, 'deviceId');
  const challenge = async () => field((await town.ask('devices.get-challenge', { deviceId })).value, 'challenge');
  const answer = (given: string, signer = keys) =>
    town.ask('devices.sign-in-device', { deviceId, challenge: given, signature: signer.sign(deviceSignInText(given)) });
  const signIn = async () => field((await answer(await challenge())).value, 'accessToken');
  return { deviceId, publicKey: keys.publicKey, sign: keys.sign, challenge, answer, signIn };
}

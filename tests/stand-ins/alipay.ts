import { generateKeyPairSync } from 'node:crypto';
import type { AlipayApp } from '@tongcheng/cloudfunctions/adapters/alipay/alipay-app';
import type { alipayAnswers } from '../../city/providers/alipay/answers';
import { alipayStandIn } from '../../city/providers/alipay/serve-alipay';
import { longTimeoutMs } from '../world/timeouts';
import { listening } from './listening';
import { platformPeople } from './platform-people';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const keys = { app: pair(), alipay: pair(), nobody: pair() };

/** Alipay on a port of its own under a test's clock, and the app that it knows. */
export async function alipayOnPort(clock: { now(): number }, more: typeof alipayAnswers = {}) {
  const appId = '2021000000000001';
  const people = platformPeople();
  const standIn = alipayStandIn({
    appId,
    appPublicKey: keys.app.publicKey,
    privateKey: keys.alipay.privateKey,
    wrongKey: keys.nobody.privateKey,
    people,
    now: clock.now,
    chance: () => 0,
    more,
  });
  const server = await listening(standIn.serve);
  const app: AlipayApp = {
    gateway: `${server.url}/gateway.do`,
    appId,
    privateKey: keys.app.privateKey,
    alipayPublicKey: keys.alipay.publicKey,
    timeoutMs: longTimeoutMs,
  };
  return { standIn, people, server, app, strangersKey: keys.nobody.privateKey, close: server.close };
}

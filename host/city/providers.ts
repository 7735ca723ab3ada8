import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type LocalServicesState, localServiceAnswers } from '@tongcheng/city/providers/answers';
import { type FaceChecks, faceChecks } from '@tongcheng/city/providers/face-checks';
import { type Faults, noFaults } from '@tongcheng/city/providers/faults';
import { type Handovers, handoversOn } from '@tongcheng/city/providers/handovers';
import { signInCodes } from '@tongcheng/city/providers/one-time-codes';
import type { PeopleRegister } from '@tongcheng/city/providers/people-register';
import { serveProviders } from '@tongcheng/city/providers/serve-providers';

/** The local outside services on a loopback port of their own, as the real ones are elsewhere. */
export interface LocalProviders {
  readonly url: string;
  readonly codes: LocalServicesState['codes'];
  readonly faces: FaceChecks;
  readonly handovers: Handovers;
  /** Switches of misbehaviour, by service. */
  readonly faults: Readonly<Record<'sign-in' | 'real-name' | 'health-code' | 'card-issuer' | 'face-check', Faults>>;
  close(): Promise<void>;
}

const newCode = () => randomBytes(18).toString('base64url');

/** The same services in this process, for a past that is filled quickly: nothing is slow or away there. */
export function providersAtHand(people: PeopleRegister, now: () => number) {
  const codes = signInCodes(now, newCode);
  const faces = faceChecks(now, newCode);
  const handovers = handoversOn(now, newCode);
  const known = { people, codes, faces, handovers, now };
  const ask = (path: string, question: unknown): unknown =>
    localServiceAnswers[path]?.(known, typeof question === 'object' && question !== null ? { ...question } : {});
  return { codes, faces, handovers, providers: { ask } };
}

/** Starts them over a register of people. `now` is the time they believe in. */
export async function startProviders(
  people: PeopleRegister,
  secret: string,
  now: () => number,
): Promise<LocalProviders> {
  const codes = signInCodes(now, newCode);
  const faults = {
    'sign-in': noFaults(),
    'real-name': noFaults(),
    'health-code': noFaults(),
    'card-issuer': noFaults(),
    'face-check': noFaults(),
  };
  const faces = faceChecks(now, newCode);
  const handovers = handoversOn(now, newCode);
  const options = { people, secret, now, codes, faces, handovers, faults, chance: Math.random };
  const server = createServer((request, reply) => {
    serveProviders(options, request, reply).catch(() => reply.destroy());
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the local services have no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    codes,
    faces,
    handovers,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { createServer } from 'node:http';
import { httpCardIssuer } from '@tongcheng/cloudfunctions/adapters/providers-http/card-issuer';
import { httpFaceCheck } from '@tongcheng/cloudfunctions/adapters/providers-http/face-check';
import { httpHealthStatus } from '@tongcheng/cloudfunctions/adapters/providers-http/health-status';
import { httpRealName } from '@tongcheng/cloudfunctions/adapters/providers-http/real-name';
import { httpSignIn } from '@tongcheng/cloudfunctions/adapters/providers-http/sign-in';
import type { ProviderAddress } from '@tongcheng/cloudfunctions/adapters/providers-http/signed-call';
import { httpStatusFeed } from '@tongcheng/cloudfunctions/adapters/providers-http/status-feed';
import { faceChecks } from '../../city/providers/face-checks';
import { noFaults } from '../../city/providers/faults';
import { handoversOn } from '../../city/providers/handovers';
import { signInCodes } from '../../city/providers/one-time-codes';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { serveProviders } from '../../city/providers/serve-providers';

const secret = 'a shared secret of the services, only for tests';

/** A register to be filled by a test. */
const emptyRegister = () => {
  const people = new Map<string, RegisteredPerson>();
  const cards = new Map<string, 'known' | 'blocked'>();
  return {
    people,
    cards,
    find: (number: string) => people.get(number),
    card: (kind: string, number: string) => cards.get(`${kind}:${number}`) ?? 'unknown',
  };
};

/**
 * The outside services over real HTTP on a port of their own, with the adapters that call them. `open` before use; the
 * faults may be switched at any time.
 */
export function cityServices(clock: { now(): number }, timeoutMs = 5_000) {
  const register = emptyRegister();
  let made = 0;
  const newCode = () => {
    made += 1;
    return `code-${made}`;
  };
  const codes = signInCodes(clock.now, newCode);
  const faces = faceChecks(clock.now, newCode);
  const handovers = handoversOn(clock.now, newCode);
  const faults = {
    'sign-in': noFaults(),
    'real-name': noFaults(),
    'health-code': noFaults(),
    'card-issuer': noFaults(),
    'face-check': noFaults(),
  };
  const options = { people: register, codes, faces, handovers, now: clock.now, secret, faults, chance: () => 0 };
  const server = createServer((request, reply) => void serveProviders(options, request, reply));
  const to = { url: 'http://127.0.0.1:1', secret, timeoutMs };
  const open = () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        to.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
        resolve();
      });
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const ports = portsTo(to);
  return { register, codes, faces, handovers, faults, to, open, close, ports, state: options };
}

/** The adapters that call the services. */
export const portsTo = (to: ProviderAddress) => ({
  platforms: { web: { signIn: httpSignIn(to) }, wechat: {}, alipay: {} },
  realName: httpRealName(to),
  healthStatus: httpHealthStatus(to),
  cardIssuer: httpCardIssuer(to),
  faceCheck: httpFaceCheck(to),
  statusFeed: httpStatusFeed(to),
  vehicleLocator: undefined,
});

import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { behindBreaker } from '@tongcheng/cloudfunctions/adapters/breaker/behind-breaker';
import { httpCardIssuer } from '@tongcheng/cloudfunctions/adapters/providers-http/card-issuer';
import { httpHealthStatus } from '@tongcheng/cloudfunctions/adapters/providers-http/health-status';
import { httpRealName } from '@tongcheng/cloudfunctions/adapters/providers-http/real-name';
import { httpSignIn } from '@tongcheng/cloudfunctions/adapters/providers-http/sign-in';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { replyText } from '@tongcheng/shared/provider-signature';
import { passOnThisMachine, standingClock } from '../world/clock';
import { wang } from '../world/rider';
import { cityServices, portsTo } from '../world/services';

jest.setTimeout(60_000);

const clock = standingClock();
let services: ReturnType<typeof cityServices>;

beforeEach(async () => {
  services = cityServices(clock);
  services.register.people.set(wang.documentNumber, wang);
  services.register.cards.set('wuhantong:1234567890', 'known');
  services.register.cards.set('wuhantong:1234567891', 'blocked');
  await services.open();
});
afterEach(() => {
  jest.restoreAllMocks();
  return services.close();
});

const asked = {
  name: wang.name,
  documentKind: wang.documentKind,
  documentNumber: wang.documentNumber,
  phone: '13900000001',
};
const person = { documentKind: wang.documentKind, documentNumber: wang.documentNumber, channel: 'web' } as const;

describe('outside services over HTTP', () => {
  it('answer as they know', async () => {
    const { realName, cardIssuer } = services.ports;
    expect(await realName.check(asked)).toBe('match');
    expect(await realName.check({ ...asked, name: '别人' })).toBe('mismatch');
    expect(await realName.check({ ...asked, documentNumber: '110103195002150014' })).toBe('unknown-document');
    const cards = ['1234567890', '1234567891', '1234567892'].map((number) =>
      cardIssuer.check({ kind: 'wuhantong', number }),
    );
    expect(await Promise.all(cards)).toEqual(['known', 'blocked', 'unknown']);
  });

  it('P-03 a face check is passed by the person of the document alone', async () => {
    const { faceCheck } = services.ports;
    const { name, documentNumber } = wang;
    const begin = () => faceCheck.begin({ name, documentNumber, returnUrl: 'https://ride.example/app/' });
    const { checkId, url, endsAt } = await begin();
    expect([url, endsAt > clock.now()]).toEqual([`https://ride.example/city/face-check?check=${checkId}`, true]);
    const outcome = (number = documentNumber) => faceCheck.outcome({ checkId, documentNumber: number });
    expect(await outcome()).toBe('pending');
    expect(services.faces.see(checkId, 'the-person')).toBe(true);
    expect([await outcome(), await outcome('110103195002150014')]).toEqual(['passed', 'failed']);
    services.faces.see(checkId, 'another-face');
    expect(await outcome()).toBe('failed');
    expect([services.faces.see('never-was', 'the-person'), (await begin()).checkId === checkId]).toEqual([
      false,
      false,
    ]);
    clock.pass(2 * 60 * 60_000);
    services.faces.see(checkId, 'the-person');
    expect(await outcome()).toBe('failed');
  });

  it('W-02 the health-code platform hands an identity over once its holder agreed, and only that one', async () => {
    const { handover } = services.ports.healthStatus;
    if (!handover) throw new Error('this platform hands over nothing');
    const withPhone = { ...wang, documentNumber: 'G81000019', documentKind: 'passport' as const, phone: '13900000001' };
    services.register.people.set(withPhone.documentNumber, withPhone);
    const { consentId, pages } = await handover.begin('https://ride.example/app/');
    expect(pages).toEqual({ web: `/city/health-code?consent=${consentId}` });
    expect(await handover.outcome(consentId)).toBe('pending');
    services.handovers.decide(consentId, { documentNumber: withPhone.documentNumber });
    const { name, documentKind, documentNumber, phone } = withPhone;
    expect(await handover.outcome(consentId)).toEqual({ name, documentKind, documentNumber, phone });
    services.handovers.decide(consentId, { documentNumber: wang.documentNumber });
    expect(await handover.outcome(consentId)).toBe('incomplete');
    expect([await handover.outcome('never-was'), services.handovers.decide('never-was', 'refused')]).toEqual([
      'refused',
      false,
    ]);
  });

  it('W-07 the health-code platform gives colour, source, issue, expiry and test, or where else to look', async () => {
    const { healthStatus } = services.ports;
    const known = await healthStatus.of(person);
    expect(known).toMatchObject({ status: { colour: 'green', source: 'provincial-health-code' } });
    expect(known.status && known.status.issuedAt <= clock.now() && known.status.expiresAt > clock.now()).toBe(true);
    services.register.people.set(wang.documentNumber, {
      ...wang,
      colour: null,
      elsewhere: 'wechat',
      testDaysAgo: null,
    });
    expect(await healthStatus.of(person)).toEqual({ status: null, elsewhere: 'wechat', test: null });
    expect(await healthStatus.of({ ...person, documentNumber: 'nobody' })).toEqual({ status: null, test: null });
  });

  it.each([
    ['away', { away: true }],
    ['slower than the timeout', { delayMs: 1_500 }],
    ['failing', { failRate: 1 }],
    ['answering something malformed', { malformed: true }],
    ['wrongly signed', { wronglySigned: true }],
  ])('%s: ServiceUnavailable, within the time', async (_how, fault) => {
    for (const service of Object.values(services.faults)) Object.assign(service, fault);
    const { realName, healthStatus, cardIssuer, platforms } = portsTo({ ...services.to, timeoutMs: 300 });
    const began = performance.now();
    const answers = await Promise.allSettled([
      realName.check(asked),
      healthStatus.of(person),
      cardIssuer.check({ kind: 'wuhantong', number: '1234567890' }),
      platforms.web.signIn.exchange(services.codes.issue('subject-1')),
    ]);
    expect(
      answers.map((answer) => answer.status === 'rejected' && answer.reason instanceof ServiceUnavailable),
    ).toEqual(Array(4).fill(true));
    expect(performance.now() - began).toBeLessThan(1_400);
  });

  it('a service that is away is left in peace after five calls, and asked again after a rest', async () => {
    services.faults['real-name'].delayMs = 400;
    const realName = { check: behindBreaker(httpRealName({ ...services.to, timeoutMs: 100 }).check) };
    for (let call = 0; call < 5; call += 1) await expect(realName.check(asked)).rejects.toThrow(ServiceUnavailable);
    services.faults['real-name'].delayMs = 0;
    await expect(realName.check(asked)).rejects.toThrow(/resting/);
    passOnThisMachine(5_001);
    expect(await realName.check(asked)).toBe('match');
  });

  it('a caller without the secret learns nothing', async () => {
    const stranger = httpRealName({ ...services.to, secret: 'another secret than theirs, and long enough' });
    await expect(stranger.check(asked)).rejects.toThrow(ServiceUnavailable);
    const unsigned = await fetch(`${services.to.url}/providers/real-name/check`, {
      method: 'POST',
      body: JSON.stringify(asked),
    });
    expect(unsigned.status).toBe(401);
    expect(await unsigned.text()).toBe('{}');
  });

  it('sign-in codes are given to anybody with a well-formed subject, and to nobody else', async () => {
    const ask = async (body: string) => {
      const reply = await fetch(`${services.to.url}/providers/sign-in/code`, { method: 'POST', body });
      return { status: reply.status, body: await reply.json() };
    };
    const { status, body } = await ask(JSON.stringify({ subject: 'demonstration-7' }));
    expect(status).toBe(200);
    expect(await httpSignIn(services.to).exchange(body.code)).toEqual({ subject: 'demonstration-7' });
    for (const bad of [
      '',
      '[]',
      '{}',
      '{"subject":7}',
      '{"subject":"short"}',
      '{"subject":"with space"}',
      'x'.repeat(99_999),
    ])
      expect((await ask(bad)).status).toBe(400);
  });
});

describe('replies that no service of ours gives', () => {
  const replying = async (reply: (respond: import('node:http').ServerResponse) => void) => {
    const server = createServer((_request, respond) => reply(respond));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const close = () => {
      server.closeAllConnections();
      server.close();
    };
    return { to: { url, secret: 'x'.repeat(32), timeoutMs: 5_000 }, close };
  };

  it.each([
    ['endless', (respond: import('node:http').ServerResponse) => void endless(respond)],
    [
      'a redirection',
      (respond: import('node:http').ServerResponse) => void respond.writeHead(302, { location: '/' }).end(),
    ],
    ['unsigned', (respond: import('node:http').ServerResponse) => void respond.end('{"result":"match"}')],
    ['broken off', (respond: import('node:http').ServerResponse) => void respond.socket?.destroy()],
  ])('%s: ServiceUnavailable', async (_what, reply) => {
    const server = await replying(reply);
    await expect(httpRealName(server.to).check(asked)).rejects.toThrow(ServiceUnavailable);
    await expect(httpHealthStatus(server.to).of(person)).rejects.toThrow(ServiceUnavailable);
    await expect(httpCardIssuer(server.to).check({ kind: 'x', number: '1' })).rejects.toThrow(ServiceUnavailable);
    server.close();
  });
});

test('an answer that the service signed as one of its faults is none, however good its words', async () => {
  const secret = 'x'.repeat(32);
  const body = '{"result":"match"}';
  for (const status of [200, 500]) {
    const server = createServer((request, respond) => {
      const bodyDigest = createHash('sha256').update(body).digest('hex');
      const text = replyText({ nonce: String(request.headers['x-nonce']), status, bodyDigest });
      respond.writeHead(status, { 'x-signature': createHmac('sha256', secret).update(text).digest('hex') }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const answer = httpRealName({ url, secret, timeoutMs: 5_000 }).check(asked);
    if (status === 200) expect(await answer).toBe('match');
    else await expect(answer).rejects.toThrow(ServiceUnavailable);
    server.closeAllConnections();
    server.close();
  }
});

/** Writes until the other side goes away. */
function endless(respond: import('node:http').ServerResponse): void {
  const write = () => {
    if (!respond.destroyed) respond.write('x'.repeat(16_384), () => setImmediate(write));
  };
  respond.on('error', () => undefined);
  write();
}

import { gb38963HealthStatus } from '@tongcheng/cloudfunctions/adapters/gb38963/health-status';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { openHealthPlatform, type PlatformFault } from '../stand-ins/gb38963/platform';
import { standingClock } from '../world/clock';
import { longTimeoutMs, shortTimeoutMs } from '../world/timeouts';

const clock = standingClock();
let here: Awaited<ReturnType<typeof openHealthPlatform>>;
beforeEach(async () => {
  here = await openHealthPlatform(clock.now);
});
afterEach(() => here.close());

const health = (timeoutMs = longTimeoutMs) => gb38963HealthStatus({ ...here.platform, timeoutMs }, clock);
const person = { documentKind: 'resident-id', documentNumber: '420106199003072345', channel: 'wechat' } as const;
const chinaTime = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

test('W-06 a level with its times, issuer and test is read; only document and channel were sent', async () => {
  here.people.set(person.documentNumber, {
    level: '2',
    issueTime: '2026-11-21 06:00:00',
    expireTime: '2026-11-22 18:00:00',
    issuer: 'hubei-health-code',
    test: { result: '0', sampleTime: '2026-11-20 09:30:00' },
  });
  expect(await health().of(person)).toEqual({
    status: {
      colour: 'yellow',
      issuedAt: chinaTime('2026-11-21 06:00:00'),
      expiresAt: chinaTime('2026-11-22 18:00:00'),
      source: 'hubei-health-code',
    },
    test: { result: 'negative', takenAt: chinaTime('2026-11-20 09:30:00') },
  });
  expect(here.asked).toEqual([{ documentType: '10', documentNumber: person.documentNumber, channel: 'wechat' }]);
});

test.each([
  ['1', 'green'],
  ['3', 'red'],
] as const)('level %s is %s; without an end it holds for a day', async (level, colour) => {
  here.people.set(person.documentNumber, { level, issueTime: '2026-11-21 06:00:00' });
  const { status, test: taken } = await health().of(person);
  expect(status).toMatchObject({ colour, expiresAt: chinaTime('2026-11-22 06:00:00') });
  expect(taken).toBeNull();
});

test('W-07 nothing declared here but in the other channel: grey, and where it is', async () => {
  here.people.set(person.documentNumber, { level: '0', channel: 'alipay' });
  expect(await health().of(person)).toEqual({ status: null, elsewhere: 'alipay', test: null });
});

test('W-06 somebody whom the platform does not know is grey: an answer, no outage', async () => {
  expect(await health().of(person)).toEqual({ status: null, test: null });
});

test('W-05 every kind of document has a code of its own', async () => {
  for (const documentKind of documentKinds) await health().of({ ...person, documentKind });
  const codes = here.asked.map((question) => JSON.stringify(question));
  expect(new Set(codes).size).toBe(documentKinds.length);
});

test.each<PlatformFault>([
  'away',
  'silent',
  'rubbish',
  'other-shape',
  'wrongly-signed',
  'unsigned',
  'another-nonce',
  'status-503',
  'throttled',
  'redirect',
  'endless',
])(
  'a platform that is %s: ServiceUnavailable in time, never a colour, and nothing of the person in its words',
  async (fault) => {
    here.people.set(person.documentNumber, { level: '1' });
    here.faults.push(fault);
    const began = performance.now();
    const refusal = await health(fault === 'silent' ? shortTimeoutMs : longTimeoutMs)
      .of(person)
      .catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(ServiceUnavailable);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(`${String(refusal)} ${JSON.stringify(refusal)}`).not.toContain(person.documentNumber);
    expect((await health().of(person)).status?.colour).toBe('green');
  },
);

test('a wrong secret: the platform answers nobody, and its answer is not believed', async () => {
  here.people.set(person.documentNumber, { level: '1' });
  const stranger = gb38963HealthStatus(
    { ...here.platform, secret: 'another secret, of the same length.......' },
    clock,
  );
  await expect(stranger.of(person)).rejects.toThrow(ServiceUnavailable);
  expect(here.asked).toEqual([]);
});

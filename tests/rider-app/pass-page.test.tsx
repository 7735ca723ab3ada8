import { webcrypto } from 'node:crypto';
import { setImmediate } from 'node:timers';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { signCertificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf, readOpening } from '@tongcheng/shared/credentials/commitment';
import { readPassText } from '@tongcheng/shared/credentials/pass-text';
import { readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import { passStepOf, readPass } from '@tongcheng/shared/credentials/step';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { passQuestions } from '@tongcheng/shared/passes/questions';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import { searchGuide } from '@tongcheng/shared/venues/search-guide';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { cityRecord } from '../../miniprogram/src/client/city-cache';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { passMark } from '../../miniprogram/src/client/session-record';
import { PassScreen } from '../../miniprogram/src/features/passes/pass-screen';
import { newSigner, opening } from '../credentials/keys';
import { account, aPhone, bad, good, memoryStorage, serverStart, sessionOf } from './a-phone';

jest.mock('../../miniprogram/src/ui/code-picture', () => ({
  CodePicture: ({ link, label }: { link: string; label: string }) => <img alt={label} data-link={link} />,
}));

const mockPair: { kept?: unknown } = {};
/** The browser's database, which is not here: it gives what was put there. */
jest.mock('../../miniprogram/src/platform/storage/key-pairs', () => ({
  keptPair: async () => mockPair.kept,
  keepPair: async (pair: unknown) => {
    mockPair.kept = pair;
    return true;
  },
  forgetPair: async () => {
    // A database takes its time.
    await new Promise((done) => setTimeout(done, 5));
    delete mockPair.kept;
  },
}));

const numbered = (head: string) => `${head}${citizenCheck(head)}`;
/** Nobody real. */
const name = '演示人甲';
const documentNumber = numbered('42010619900307234');
const anotherNumber = numbered('42010619880512117');
const cityView = (capabilities: CityView['capabilities'] = ['city', 'passes']): CityView => ({
  ...{ city: '110000', name: { zh: '测试市', en: 'Test' }, hotline: '12345', cardKinds: [], modes: ['metro'] },
  ...{ notices: [], consentVersion: '1', retentionDays: 14, admissionRules: [], ...(capabilities && { capabilities }) },
});
const counters = [
  {
    name: { zh: '一号窗口', en: 'Counter one' },
    where: { zh: '东侧', en: 'East' },
    hours: { zh: '全天', en: 'All day' },
  },
];
const none = () => undefined;
/** The phone's clock is wrong by a day. */
const phoneBehind = dayMs;

let serverNow: Instant;
let isPlaced: boolean;
const signer = newSigner();
/** Node's own bytes are of another realm than the page's. */
const issuer = { key: signer.key, sign: async (message: Uint8Array) => Uint8Array.from(await signer.sign(message)) };

beforeEach(() => {
  delete mockPair.kept;
  serverNow = serverStart;
  isPlaced = true;
  jest.useFakeTimers({ now: serverStart - phoneBehind, doNotFake: ['queueMicrotask'] });
  Object.defineProperty(crypto, 'subtle', { configurable: true, value: webcrypto.subtle });
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (found: (at: unknown) => void, refused: () => void) =>
        isPlaced ? found({ coords: { latitude: 39.9, longitude: 116.4, accuracy: 30 } }) : refused(),
    },
  });
  window.open = () => null;
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** A pass certified over a key at the server's present. */
async function signed(holderKey: string, passEndsAt = serverStart + dayMs) {
  const holder = readPublicKeyText(holderKey);
  if (!holder) throw new Error('the phone sent no key');
  const expiresAt = Math.min(serverNow + 30 * minuteMs, passEndsAt);
  const certificate = await signCertificate(
    {
      ...{
        passId: '01KBBCD4000123456789ABCDEF',
        kind: 'temporary-identity',
        issuedAt: serverNow,
        expiresAt,
        passEndsAt,
      },
      ...{ name: '测**', numberEnd: documentNumber.slice(-4), statusIndex: 7, holder, demonstration: false },
      commitment: commitmentOf(opening, name, documentNumber),
    },
    issuer,
  );
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const pass = {
    passId: '01KBBCD4000123456789ABCDEF',
    issuedAt: serverStart,
    endsAt: passEndsAt,
    state: 'valid',
    issuedBy: 'phone',
  };
  return { pass, certificate: text(certificate), opening: text(opening), showsUntil: expiresAt };
}

/** The page on a phone; `refuse` are refusals by operation, `registered` a rider with a resident ID card. */
async function opened({
  registered = true,
  refuse = {} as Record<string, string>,
  city = cityView(),
  endsAt = serverStart + dayMs,
} = {}) {
  const sent: { name: string; body: unknown }[] = [];
  const offline = { is: false };
  const known = { maskedName: '测**', maskedDocument: '4201**********7234', documentKind: 'resident-id' as const };
  const phone = aPhone(
    async (asked) => {
      if (offline.is) return undefined;
      sent.push({ name: asked.name, body: asked.body });
      const code = refuse[asked.name];
      if (code) return bad(code, 'after-change', serverNow);
      if (asked.name === 'passes.begin-check')
        return good({ url: 'https://faces.test/1', check: 'sealed', endsAt: serverNow + minuteMs }, serverNow);
      if (asked.name === 'passes.finish-check')
        return good(await signed((asked.body as { holderKey: string }).holderKey, endsAt), serverNow);
      if (asked.name === 'passes.list-passes') return good({ passes: [], left: 3 }, serverNow);
      if (asked.name === 'passes.list-counters') return good({ counters }, serverNow);
      return good(
        { ...sessionOf('one', serverNow + dayMs), account: { ...account(registered), ...(registered && known) } },
        serverNow,
      );
    },
    { storage: memoryStorage(), phoneNow: () => Date.now() },
  );
  phone.records.write(cityRecord, { city, askedAt: Date.now() });
  const cache = { ensure: async () => city, refresh: async () => city, choose: none };
  const draw = () =>
    render(
      <PhoneProvider value={{ ...phone, city: cache, randomBytes: async (size) => new Uint8Array(size).fill(7) }}>
        <PassScreen onVerify={none} onProof={none} onGuide={none} />
      </PhoneProvider>,
    );
  draw();
  await settle();
  return {
    phone,
    sent,
    offline,
    refuse,
    draw,
    of: (operation: string) => sent.filter((each) => each.name === operation),
  };
}

/** Lets what is under way come to its end: signatures of the browser take turns of the program, not of the clock. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1)
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1);
      await new Promise((done) => setImmediate(done));
    });
}
async function pass(ms: number): Promise<void> {
  serverNow += ms;
  await act(() => jest.advanceTimersByTimeAsync(ms));
  await settle();
}
const byId = (id: string) => document.getElementById(id);
async function touch(id: string): Promise<void> {
  const found = byId(id);
  if (!found) throw new Error(`${id} is not on the page: ${document.body.textContent}`);
  fireEvent.click(found);
  await settle();
}
const type = (id: string, value: string) => {
  const field = byId(id);
  if (field) fireEvent.change(field, { target: { value } });
};
const linkOf = (label: RegExp) =>
  [...document.querySelectorAll('img')].find(({ alt }) => label.test(alt))?.getAttribute('data-link') ?? undefined;
const shownCode = () => linkOf(/临时乘车身份证明/);
const said = () => document.body.textContent ?? '';

async function apply(): Promise<void> {
  await touch('pass-agree');
  await touch('pass-agree-place');
  await touch('pass-apply');
}
async function passCheck(): Promise<void> {
  await touch('pass-check-open');
  await touch('pass-check-done');
}

test('P-01 P-03 X-02 a registered rider applies with facts filled in, and the code is of this minute by the server’s clock', async () => {
  const { sent, of } = await opened();
  expect(said()).toContain('4201**********7234');
  await apply();
  await passCheck();
  expect(of('passes.begin-check')[0]?.body).toEqual({
    ...{ city: '110000', wants: 'apply' },
    place: { lat: 39.9, lng: 116.4, accuracyMetres: 130 },
  });
  const read = readPass(readPassText(shownCode() ?? '') ?? new Uint8Array());
  expect(read?.step).toBe(passStepOf(serverNow));
  expect(
    read && (await verifyByNode(read.certificate.holder, read.stepMessage.signed, read.stepMessage.signature)),
  ).toBe(true);
  expect(JSON.stringify(sent)).not.toContain(documentNumber);
});

test('P-06 without network the code changes each minute, and stands while it is refreshed', async () => {
  const { offline } = await opened();
  await apply();
  await passCheck();
  offline.is = true;
  const seen = new Set([shownCode()]);
  for (let minute = 0; minute < 3; minute += 1) {
    await pass(minuteMs);
    seen.add(shownCode());
  }
  expect(seen.size).toBe(4);
  expect(seen.has(undefined)).toBe(false);
  fireEvent.click(byId('pass-refresh') ?? document.body);
  expect(shownCode()).toBeDefined();
  expect(byId('pass-countdown')?.textContent).toMatch(/^\d+ 秒后更新$/);
});

test('P-07 five minutes before its end the check is asked again while the code stays; after it the code is put away', async () => {
  const { of } = await opened();
  await apply();
  await passCheck();
  expect(byId('pass-check-again')).toBeNull();
  await pass(25 * minuteMs);
  await touch('pass-check-again');
  expect(shownCode()).toBeDefined();
  expect(of('passes.begin-check')[1]?.body).toEqual({ city: '110000', wants: 'show' });
  await passCheck();
  expect(byId('pass-check-again')).toBeNull();
  await pass(31 * minuteMs);
  expect(shownCode()).toBeUndefined();
  expect(said()).toContain('实人核验满 30 分钟');
  expect(byId('pass-check-again')).not.toBeNull();
});

test('P-02 P-04 without a place no pass is asked for: locating again and the counter are the ways on', async () => {
  isPlaced = false;
  const { of } = await opened();
  await apply();
  expect(of('passes.begin-check')).toEqual([]);
  expect(byId('pass-locate')?.textContent).toContain('重新定位');
  expect(byId('pass-counters')?.textContent).toContain('一号窗口');
  isPlaced = true;
  await touch('pass-locate');
  await touch('pass-apply');
  expect(of('passes.begin-check')).toHaveLength(1);
});

test.each([
  'pass-month-used',
  'pass-check-absent',
  'pass-needs-resident-id',
  'pass-place-needed',
  'too-many-tries',
  'face-check-unavailable',
])('P-04 refused by %s before the check, a rider reads why and where the counter is', async (code) => {
  await opened({ refuse: { 'passes.begin-check': code } });
  await apply();
  expect(said()).toContain(code);
  expect(byId('pass-counters')?.textContent).toContain('一号窗口');
  expect(byId('pass-apply')).not.toBeNull();
});

test.each([
  ['pass-check-failed', true, false],
  ['pass-name-mismatch', true, false],
  ['pass-key-refused', true, false],
  ['pass-check-over', false, false],
  ['pass-absent', false, false],
  ['real-name-unavailable', true, true],
  ['face-check-pending', false, true],
] as const)(
  'P-04 refused by %s after the check, a rider reads why and goes on',
  async (code, toCounter, keepsCheck) => {
    const { refuse } = await opened({ refuse: { 'passes.finish-check': code } });
    await apply();
    await passCheck();
    expect(said()).toContain(code);
    expect(byId('pass-counters') !== null).toBe(toCounter);
    expect(byId('pass-check') !== null).toBe(keepsCheck);
    delete refuse['passes.finish-check'];
    if (!keepsCheck) await touch('pass-apply');
    if (!keepsCheck) await touch('pass-check-open');
    await touch('pass-check-done');
    expect(shownCode()).toBeDefined();
  },
);

test('P-08 of typed identity nothing is kept: the pass goes with the page, and name and number are written nowhere', async () => {
  const { phone, draw, of } = await opened({ registered: false });
  await apply();
  expect(of('passes.begin-check')).toEqual([]);
  type('pass-name', name);
  type('pass-number', documentNumber);
  await touch('pass-apply');
  await passCheck();
  expect(shownCode()).toBeDefined();
  expect(JSON.stringify([...phone.storage.keys().map((key) => phone.storage.read(key))])).not.toContain(documentNumber);
  expect(phone.records.read(passMark)).toBe('');
  await touch('pass-second');
  expect(readOpening(linkOf(/姓名和号码/) ?? '')).toEqual({ name, number: documentNumber, opening });
  cleanup();
  draw();
  await settle();
  expect(shownCode()).toBeUndefined();
  expect(byId('pass-show')).not.toBeNull();
});

test('P-08 a registered rider’s pass outlives the page, by a key that is never handed out; a sign-out takes it away', async () => {
  const { phone, draw, of } = await opened();
  await apply();
  await passCheck();
  await act(async () => cleanup());
  draw();
  await settle();
  expect(shownCode()).toBeDefined();
  expect(of('passes.begin-check')).toHaveLength(1);
  expect(mockPair.kept).toMatchObject({ pair: { privateKey: { extractable: false } } });
  expect(phone.records.read(passMark)).not.toBe('');
  await act(() => phone.rider.signOut(false));
  await settle();
  expect(shownCode()).toBeUndefined();
  expect(phone.records.read(passMark)).toBe('');
  expect(mockPair.kept).toBeUndefined();
});

test('P-08 a cleared cache hides what was kept', async () => {
  const { phone, draw } = await opened();
  await apply();
  await passCheck();
  await act(async () => cleanup());
  phone.records.write(passMark, '');
  draw();
  await settle();
  expect(shownCode()).toBeUndefined();
  expect(mockPair.kept).toBeUndefined();
});

test('the second code shows by the rider’s touch alone, and only for the name and number of the pass', async () => {
  await opened();
  await apply();
  await passCheck();
  expect(linkOf(/姓名和号码/)).toBeUndefined();
  await touch('pass-second');
  type('second-name', name);
  type('second-number', anotherNumber);
  await touch('second-make');
  expect(linkOf(/姓名和号码/)).toBeUndefined();
  expect(said()).toContain('对不上');
  type('second-number', documentNumber);
  await touch('second-make');
  expect(linkOf(/姓名和号码/)).toMatch(/^TO1:/);
});

test('P-05 in the last three hours a new one can be applied for; the code at hand stays', async () => {
  await opened({ endsAt: serverStart + 2 * 60 * minuteMs });
  await apply();
  await passCheck();
  await touch('pass-renew');
  expect(byId('pass-apply')).not.toBeNull();
  expect(shownCode()).toBeDefined();
});

test('P-01 a city without the capability shows nothing but where to go', async () => {
  const { sent } = await opened({ city: cityView(['city']) });
  expect(byId('pass-apply')).toBeNull();
  expect(said()).toContain('公安制证窗口');
  expect(sent.filter((each) => each.name.startsWith('passes.'))).toEqual([]);
});

test('P-10 the nine questions of passes are found by what riders type, in either language', () => {
  expect(passQuestions).toHaveLength(9);
  const first = (words: string) => searchGuide(passQuestions, words)[0]?.id;
  expect(first('30 分钟')).toBe('pass-half-hour');
  expect(first('refresh network')).toBe('pass-refresh');
  expect(first('未成年人')).toBe('pass-who');
  expect(first('途中过期')).toBe('pass-mid-journey');
});

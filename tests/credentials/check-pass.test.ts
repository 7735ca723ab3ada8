import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import {
  type CheckTools,
  checkPass,
  doubtOf,
  longestOfflineMs,
  passToleranceMs,
  type ShownCode,
  type ValidatorState,
} from '@tongcheng/shared/credentials/check-pass';
import { type PassOutcome, passAnswers } from '@tongcheng/shared/credentials/pass-outcomes';
import { type Purpose, passPurposes } from '@tongcheng/shared/credentials/pass-purposes';
import { newUseBook } from '@tongcheng/shared/credentials/pass-uses';
import { newProvenCertificates } from '@tongcheng/shared/credentials/prove-pass';
import { emptyStatuses, setRevoked } from '@tongcheng/shared/credentials/status-bits';
import { stepMs } from '@tongcheng/shared/credentials/step';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import fc from 'fast-check';
import { morning, newSigner, statusListUrl, trusted, trustListOf } from './keys';
import { atGate, issuer, type Shown, shownText, soon, stateOf, statusListOf } from './shown-pass';

const tools: CheckTools = { verify: verifyByNode };
const check = async (shown: Shown, code: Partial<ShownCode> = {}, state: ValidatorState = stateOf()) =>
  (await checkPass(atGate(await shownText(shown), code), state, tools)).outcome;

test('X-02 a valid pass is shown with its masked holder and nothing that is not proven', async () => {
  const verdict = await checkPass(atGate(await shownText()), stateOf(), tools);
  expect(verdict).toEqual({
    outcome: 'valid',
    pass: {
      passId: '01KBBCD4000123456789ABCDEF',
      kind: 'temporary-identity',
      name: '测**',
      numberEnd: '002X',
      expiresAt: morning + 30 * minuteMs,
      passEndsAt: morning + dayMs,
      commitment: expect.any(Uint8Array),
      city: '110000',
      step: morning + minuteMs,
    },
  });
  expect(await checkPass(atGate(await shownText({ by: newSigner() })), stateOf(), tools)).toEqual({
    outcome: 'unknown-key',
  });
});

const revoked = emptyStatuses();
setRevoked(revoked, 712_345);
const nonce = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
const end = morning + 30 * minuteMs;
const inTime = { step: end - minuteMs } satisfies Shown;

/** What is shown, where and when, and the answer. */
const cases: readonly (readonly [string, PassOutcome, Shown, Partial<ShownCode>, ValidatorState?])[] = [
  ['X-19 a demonstration by its certificate', 'demonstration', { certificate: { demonstration: true } }, {}],
  ['X-19 a demonstration by its key', 'demonstration', {}, {}, stateOf({}, { demonstration: true })],
  ['X-19 an old demonstration', 'demonstration', { certificate: { demonstration: true } }, { now: soon + hourMs }],
  ['X-02 a key that is not yet in force', 'unknown-key', {}, {}, stateOf({}, { notBefore: morning + 1_000 })],
  ['X-02 a key that ended', 'unknown-key', {}, {}, stateOf({}, { notAfter: morning })],
  ['X-02 a kind that its issuer may not sign', 'unknown-key', { certificate: { kind: 'ticket' } }, {}],
  [
    'X-02 a revoked pass',
    'revoked',
    {},
    {},
    stateOf({ statusLists: new Map([[statusListUrl, statusListOf(revoked)]]) }),
  ],
  ['X-02 no statuses', 'validator-offline', {}, {}, stateOf({ statusLists: new Map() })],
  ['P-07 the check’s last second', 'valid', inTime, { now: end - 1 }],
  ['P-07 the check’s last second on a slow phone', 'valid', inTime, { now: end + passToleranceMs - 1 }],
  ['P-07 half an hour after the check', 'check-expired', inTime, { now: end + passToleranceMs }],
  ['P-07 a minute that was signed after the check’s end', 'check-expired', { step: end }, { now: end + 1 }],
  ['P-05 after the pass’s end', 'pass-ended', { certificate: { passEndsAt: end } }, { now: end + passToleranceMs }],
  ['P-06 a screenshot of a minute ago', 'step-expired', {}, { now: morning + 2 * minuteMs + passToleranceMs }],
  ['P-06 the last instant of a minute', 'valid', {}, { now: morning + 2 * minuteMs + passToleranceMs - 1 }],
  ['P-06 a phone that is ahead within the tolerance', 'valid', {}, { now: morning + minuteMs - passToleranceMs }],
  ['P-06 a phone that is ahead of it', 'phone-clock-wrong', {}, { now: morning + minuteMs - passToleranceMs - 1 }],
  ['P-06 a phone that is a day ahead', 'check-expired', { step: morning + dayMs }, {}],
  ['P-06 a phone that is a day behind', 'step-expired', { step: morning - dayMs }, {}],
  [
    'X-02 a certificate of the future',
    'validator-clock-wrong',
    {},
    { now: morning - passToleranceMs - 1 },
    stateOf({ syncedAt: morning - hourMs }),
  ],
  ['X-02 a nonce of another gate', 'nonce-wrong', { nonce: new Uint8Array(8) }, { nonce }],
  ['X-02 a nonce that was not asked for', 'nonce-wrong', { nonce }, {}],
  ['X-02 no nonce where one was asked for', 'nonce-wrong', {}, { nonce }],
  ['X-02 the gate’s own nonce', 'valid', { nonce }, { nonce }],
  [
    'P-10 a ticket where identity is asked for',
    'kind-refused',
    { certificate: { kind: 'ticket' } },
    { purpose: 'sale' },
    stateOf({}, { kinds: ['ticket'] }),
  ],
];

const named = cases.map(([title, outcome, ...rest]) => ({ title, outcome, rest }));

test.each(named)('$title: $outcome', async ({ outcome, rest }) => {
  expect(await check(...rest)).toBe(outcome);
});

/** What is wrong with the validator itself: no rider hears of anything else. */
const doubts: readonly (readonly [string, PassOutcome | undefined, Partial<ValidatorState>, number])[] = [
  ['a first start', 'trust-list-over', { trustList: undefined }, soon],
  ['a list that is over', 'trust-list-over', { trustList: trustListOf([], { expiresAt: soon }) }, soon],
  ['a clock with a dead battery', 'validator-clock-wrong', {}, 0],
  ['a clock behind the last sync', 'validator-clock-wrong', {}, morning - passToleranceMs - 1],
  ['a clock within the tolerance', undefined, {}, morning - passToleranceMs],
  ['a day without the network', 'validator-offline', { syncedAt: soon - longestOfflineMs }, soon],
  ['a second less than a day', undefined, { syncedAt: soon - longestOfflineMs + 1_000 }, soon],
  ['lists that were copied in, and no sync', 'validator-offline', { syncedAt: undefined }, soon],
];

test.each(doubts)('X-02 the validator says that it has the problem: %s', async (_, outcome, said, now) => {
  expect(doubtOf(stateOf(said), now)).toBe(outcome);
  if (outcome) expect(await check({}, { now }, stateOf(said))).toBe(outcome);
  if (outcome) expect(passAnswers[outcome].blame).toBe('validator');
});

test('X-02 a pass whose parts are of two phones or two issuers is forged', async () => {
  const twin = newSigner();
  const other = { key: issuer.key, sign: twin.sign };
  expect(await check({ by: other })).toBe('forged');
  const borrowed = { key: newSigner().key, sign: twin.sign };
  expect(await check({ holder: borrowed })).toBe('forged');
  expect(await check({ holder: newSigner('es256') })).toBe('valid');
});

test('P-06 no picture of a code is taken 90 seconds after its minute began, however wrong clocks are within the tolerance', async () => {
  const text = await shownText();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: dayMs }),
      fc.integer({ min: -passToleranceMs, max: passToleranceMs }),
      async (after, wrong) => {
        const now = morning + minuteMs + stepMs + 2 * passToleranceMs + after + wrong;
        expect((await checkPass(atGate(text, { now }), stateOf(), tools)).outcome).not.toBe('valid');
      },
    ),
    { numRuns: 100 },
  );
});

test('X-02 one code passes a gate once, also of two at once, and the next minute’s passes again', async () => {
  const uses = newUseBook('gate-1');
  const text = await shownText();
  const both = await Promise.all([1, 2].map(() => checkPass(atGate(text), stateOf(), { ...tools, uses })));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['used-already', 'valid']);
  const next = atGate(await shownText({ step: morning + 2 * minuteMs }), { now: soon + minuteMs });
  expect((await checkPass(next, stateOf(), { ...tools, uses })).outcome).toBe('valid');
  expect((await checkPass(atGate(text, { purpose: 'exit' }), stateOf(), { ...tools, uses })).outcome).toBe('valid');
  expect(uses.untold().map(({ purpose }) => purpose)).toEqual(['entry', 'entry', 'exit']);
});

test('P-10 a window may ask twice in a minute, and whoever is refused has used nothing', async () => {
  const uses = newUseBook('window-1');
  const text = await shownText();
  for (const _ of [1, 2])
    expect((await checkPass(atGate(text, { purpose: 'sale' }), stateOf(), { ...tools, uses })).outcome).toBe('valid');
  await checkPass(atGate(text, { now: soon + hourMs }), stateOf(), { ...tools, uses });
  expect(uses.untold()).toEqual([]);
});

test('X-02 a certificate that was proven is not proven again, until the trust list is another', async () => {
  const asked: string[] = [];
  const proven = newProvenCertificates(1);
  const counting: CheckTools = {
    proven,
    verify: (key, message, signature) => {
      asked.push(key === issuer.key || Buffer.from(key.bytes).equals(issuer.key.bytes) ? 'issuer' : 'phone');
      return verifyByNode(key, message, signature);
    },
  };
  const state = stateOf();
  const ask = async (text: string, by = state) => (await checkPass(atGate(text), by, counting)).outcome;
  const text = await shownText();
  expect([await ask(text), await ask(text)]).toEqual(['valid', 'valid']);
  expect(asked).toEqual(['issuer', 'phone', 'phone']);
  await ask(text, stateOf({ trustList: trustListOf([trusted(issuer.key)], { version: 8 }) }));
  expect(asked.filter((who) => who === 'issuer').length).toBe(2);
  expect(await ask(text, stateOf({ trustList: trustListOf([trusted(newSigner().key)], { version: 9 }) }))).toBe(
    'unknown-key',
  );
});

test('X-02 every answer says in both languages what is so and what the inspector does', () => {
  const answers = Object.values(passAnswers);
  for (const { says, next } of answers)
    for (const text of [says, next]) {
      expect(text.zh).toMatch(/\p{Script=Han}.*[。；]$/u);
      expect(text.en).toMatch(/^[A-Z].*\.$/);
    }
  expect(
    Object.entries(passAnswers)
      .filter(([, { admits }]) => admits)
      .map(([code]) => code),
  ).toEqual(['valid']);
  expect(new Set(answers.map(({ says }) => says.en)).size).toBe(answers.length);
});

test('P-10 every purpose of the source takes the temporary identity pass', () => {
  const purposes: readonly Purpose[] = ['sale', 'refund', 'change', 'name-check', 'entry', 'exit', 'aboard'];
  expect(Object.keys(passPurposes)).toEqual(purposes);
  for (const { kinds } of Object.values(passPurposes)) expect(kinds).toContain('temporary-identity');
});

test('X-02 the twin of an ECDSA signature is no other pass: its use is the same use', async () => {
  const holder = newSigner('es256');
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const twinOf = (signature: Uint8Array) => {
    const s = order - BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
    return Uint8Array.from([...signature.subarray(0, 32), ...Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
  };
  const twin = { key: holder.key, sign: async (message: Uint8Array) => twinOf(await holder.sign(message)) };
  const uses = newUseBook('gate-1');
  const ask = async (by: typeof twin | typeof holder) =>
    (await checkPass(atGate(await shownText({ holder: by })), stateOf(), { ...tools, uses })).outcome;
  expect([await ask(holder), await ask(twin)]).toEqual(['valid', 'used-already']);
});

import { createHash } from 'node:crypto';
import { consentIsGiven, consentVersion } from '@tongcheng/shared/identity/consent';
import { isTypedToEnd, refusalOf } from '../../miniprogram/src/features/identity/check-step';
import type { Draft } from '../../miniprogram/src/features/identity/draft';
import {
  canShowStep,
  openStep,
  type StepFacts,
  stepNames,
  stepOfFailure,
  stepsOf,
} from '../../miniprogram/src/features/identity/steps';
import { consentTexts } from '../../miniprogram/src/features/identity/texts/consent-texts';
import { codeOfRoute } from '../../miniprogram/src/pages/route-code';
import { account } from './a-phone';

const today = '2022-06-02';
const draft: Draft = {
  kind: 'resident-id',
  number: '420106199003072345',
  name: '张三',
  phone: '13812345678',
  guardian: false,
  byForm: false,
  demonstration: false,
};
const consented = { ...account(false), consentVersion: 'v1' };
const facts = (change: Partial<Draft>, who: StepFacts['account'] = consented, offersTap = false): StepFacts => ({
  account: who,
  draft: { ...draft, ...change },
  today,
  offersTap,
});
const child = { number: '420106201503072345' };

test('W-01 the open step is the first thing that is missing', () => {
  expect(openStep(facts({}, account(false)))).toBe('consent');
  const { kind: _kind, ...noKind } = draft;
  expect(openStep({ ...facts({}), draft: noKind })).toBe('kind');
  expect(openStep(facts({ number: '1' }))).toBe('number');
  expect(openStep(facts({ name: '=1+1' }))).toBe('name');
  expect(openStep(facts({ phone: '' }))).toBe('phone');
  expect(openStep(facts({}, account(true)))).toBe('card');
});

test('X-14 a version is agreed to once: who stopped after the consent goes on behind it, a newer text is asked for', () => {
  const { kind: _kind, ...noKind } = draft;
  const behind = (version: string) =>
    openStep({ ...facts({}, { ...account(false), consentVersion: version }), draft: noKind });
  expect(behind(consentVersion)).toBe('kind');
  expect(behind('2020-01-01')).toBe('consent');
  // Agreed to on a newer app: this one cannot show that text, nor ask for its own again.
  expect(behind('2999-01-01')).toBe('kind');
  expect(consentIsGiven(undefined)).toBe(false);
});

test('a later step opened by its address is not shown, an earlier one is: nothing typed is lost by going back', () => {
  const at = facts({ name: '' });
  expect(stepNames.filter((name) => canShowStep(at, name))).toEqual(['consent', 'kind', 'number', 'name']);
  expect(stepNames.filter((name) => canShowStep(facts({}, account(true)), name))).toEqual(['card']);
});

test('W-19 a child’s steps hold the guardian’s consent, others’ do not', () => {
  const number = withCheck(child.number.slice(0, 17));
  expect(stepsOf(facts({ number }))).toContain('guardian');
  expect(stepsOf(facts({}))).not.toContain('guardian');
});

test('W-02 where the platform hands identities over, one tap stands for the whole form, and the form stays one press away', () => {
  const inAlipay = (change: Partial<Draft>) => facts({ number: '', name: '', phone: '', ...change }, consented, true);
  expect(openStep(inAlipay({}))).toBe('platform');
  expect(stepsOf(inAlipay({}))).toEqual(['consent', 'platform', 'card']);
  expect(openStep(facts({}, account(false), true))).toBe('consent');
  const { kind: _kind, ...noKind } = inAlipay({ byForm: true }).draft;
  const typing = { ...inAlipay({ byForm: true }), draft: noKind };
  expect(openStep(typing)).toBe('kind');
  expect(stepsOf(typing)).toEqual(['consent', 'platform', 'kind', 'number', 'name', 'phone', 'card']);
  expect(canShowStep(typing, 'platform')).toBe(true);
  expect(stepsOf(facts({}))).not.toContain('platform');
});

test('a changed consent text is asked for again, alone, and only by an app that can show it', () => {
  const due = { ...account(true), consentVersion: 'an older one', consentDue: true as const };
  expect(openStep(facts({}, due))).toBe('consent');
  expect(stepsOf(facts({}, due))).toEqual(['consent']);
  expect(openStep(facts({}, { ...due, consentVersion }))).toBe('card');
  expect(openStep(facts({}, { ...account(true), consentVersion }))).toBe('card');
});

test('the notice names the rough place, and no word of it changes without a version of its own', () => {
  expect([consentTexts.place.zh, consentTexts.place.en].join()).toMatch(/大致位置.*rough place/s);
  const digest = createHash('sha256').update(JSON.stringify(consentTexts)).digest('hex').slice(0, 16);
  // Whoever changes the text gives it a new version, so that riders are asked again (decision 103).
  expect([consentVersion, digest]).toEqual(['2026-12-01', '9b4d8111d6ae054b']);
});

test('W-05 a number is refused at its field with what to do, for its own kind', () => {
  expect(refusalOf('number', { ...draft, number: '420106199003072340' }, today)?.zh).toContain('最后一位应为 5');
  expect(refusalOf('number', { ...draft, kind: 'passport', number: 'E1234567' }, today)).toBeUndefined();
  expect(refusalOf('phone', { ...draft, phone: '123' }, today)).toBeDefined();
});

test('W-05 a number is told right or wrong with its last character, a shorter one is left in peace', () => {
  const typed = '420106199003072340';
  for (let length = 0; length < 18; length += 1)
    expect(isTypedToEnd('number', { ...draft, number: typed.slice(0, length) })).toBe(false);
  expect(isTypedToEnd('number', { ...draft, number: typed })).toBe(true);
  expect(isTypedToEnd('number', { ...draft, number: '4201 0619 9003 0723 40' })).toBe(true);
  expect(isTypedToEnd('number', { ...draft, kind: 'passport', number: typed })).toBe(false);
  expect(isTypedToEnd('phone', { ...draft, phone: '138 1234 5678' })).toBe(true);
  expect(isTypedToEnd('phone', { ...draft, phone: '1381234567' })).toBe(false);
});

test('refusals of the service lead to the step that mends them', () => {
  expect(stepOfFailure('name-refused')).toBe('name');
  expect(stepOfFailure('guardian-consent-missing')).toBe('guardian');
  expect(stepOfFailure('real-name-unavailable')).toBeUndefined();
});

test('W-01 a page opened by a scanned link knows its code, however the scanner wrote it', () => {
  expect(codeOfRoute({ code: '2abc' })).toBe('2ABC');
  expect(codeOfRoute({ CODE: '2ABC' })).toBe('2ABC');
  expect(codeOfRoute({ q: encodeURIComponent('HTTPS://HOST/R/2ABC') })).toBe('HTTPS://HOST/R/2ABC');
  expect(codeOfRoute({ q: encodeURIComponent(encodeURIComponent('HTTPS://HOST/R/2ABC')) })).toBe('HTTPS://HOST/R/2ABC');
  expect(codeOfRoute({ code: '%' })).toBe('%');
  expect(codeOfRoute({})).toBeUndefined();
});

function withCheck(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newState, nextPersonOf, peoplePage, registerOf } from '@tongcheng/city';
import { makePeople } from '@tongcheng/city/people/make-people';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { z } from 'zod';

const people = makePeople('wuhan', 7_000);
const riders = people.filter(({ role }) => role === 'rider');
const today = '2026-11-20';
const share = (count: number) => count / riders.length;

describe('the people of the simulated city', () => {
  it('are the same for the same seed and others for another', () => {
    expect(makePeople('wuhan', 300)).toEqual(makePeople('wuhan', 300));
    expect(makePeople('wuhan', 300)).not.toEqual(makePeople('beijing', 300));
    expect(makePeople('wuhan', 7_000).slice(0, 50)).toEqual(makePeople('wuhan', 300).slice(0, 50));
  });

  it('W-05 carry documents that pass the rule of their kind, of every kind the city sees', () => {
    const refused = people.filter((one) => !checkDocument(one.documentKind, one.documentNumber, today).valid);
    expect(refused).toEqual([]);
    expect(new Set(people.map(({ documentKind }) => documentKind)).size).toBeGreaterThanOrEqual(5);
  });

  it('are stored under the very number they type, so that the register finds them', () => {
    for (const { documentKind, documentNumber } of people)
      expect(checkDocument(documentKind, documentNumber, today)).toEqual({ valid: true, stored: documentNumber });
  });

  it('have names and phones that the product takes', () => {
    expect(people.filter(({ name }) => !checkName(name).valid)).toEqual([]);
    expect(people.filter(({ phone }) => checkPhone(phone) !== phone)).toEqual([]);
  });

  it('can be no real person: every one is marked, area codes begin with 99, phones with a calling code of no country', () => {
    expect(people.every(({ demonstration }) => demonstration)).toBe(true);
    const residents = people.filter(({ documentKind }) => documentKind === 'resident-id');
    expect(residents.length).toBeGreaterThan(6_000);
    expect(residents.filter(({ documentNumber }) => !documentNumber.startsWith('99'))).toEqual([]);
    expect(people.filter(({ phone }) => !phone.startsWith('+999'))).toEqual([]);
  });

  const areas = join(__dirname, '../../../shared/data/regions/areas.json');
  (existsSync(areas) ? it : it.skip)(
    'have area codes that no place has (skipped where the reference data is not beside the project)',
    () => {
      const real = new Set(
        z
          .array(z.object({ code: z.string() }))
          .parse(JSON.parse(readFileSync(areas, 'utf8')))
          .map(({ code }) => code),
      );
      expect(real.size).toBeGreaterThan(2_000);
      expect(people.filter(({ documentNumber }) => real.has(documentNumber.slice(0, 6)))).toEqual([]);
    },
  );

  it('never collide: number, phone, subject and card belong to one person', () => {
    const once = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
    once(people.map(({ documentNumber }) => documentNumber));
    once(people.map(({ phone }) => phone));
    once(people.map(({ subject }) => subject));
    once(people.flatMap(({ cards }) => cards.map(({ number }) => number)));
  });

  it('W-07 are mostly green, some yellow, red, missing, or known to the other channel', () => {
    const colour = (wanted: string | null) => share(riders.filter(({ health }) => health.colour === wanted).length);
    expect(colour('green')).toBeGreaterThan(0.95);
    expect(colour('green')).toBeLessThan(0.97);
    expect(colour('yellow')).toBeCloseTo(0.015, 2);
    expect(colour('red')).toBeCloseTo(0.005, 2);
    expect(colour(null)).toBeCloseTo(0.02, 2);
    expect(riders.filter(({ health }) => health.elsewhere === 'wechat').length).toBeGreaterThan(5);
    expect(riders.filter(({ health }) => health.elsewhere === 'alipay').length).toBeGreaterThan(5);
  });

  it('carry cards for three in five, and a few never authenticate', () => {
    expect(share(riders.filter(({ cards }) => cards.length > 0).length)).toBeCloseTo(0.6, 1);
    const strangers = share(riders.filter(({ enrolment }) => enrolment === 'never-authenticates').length);
    expect(strangers).toBeGreaterThan(0.008);
    expect(strangers).toBeLessThan(0.025);
  });

  it('W-19 W-20 X-09 a few have no phone, some of them helped by community workers; others look after somebody who has none', () => {
    const helped = riders.filter(({ helpedBy }) => helpedBy !== undefined);
    expect(share(helped.length)).toBeCloseTo(0.02, 2);
    expect(helped.filter(({ helpedBy }) => helpedBy === 'community-worker').length / helped.length).toBeCloseTo(0.2, 1);
    const members = riders.flatMap(({ member }) => (member ? [member] : []));
    expect(share(members.length)).toBeCloseTo(0.04, 1);
    expect(share(members.length)).toBeGreaterThan(0.02);
    for (const { relation, documentKind, documentNumber, name } of members) {
      expect(checkDocument(documentKind, documentNumber, today)).toEqual({ valid: true, stored: documentNumber });
      expect(documentNumber).toMatch(/^99/);
      expect(checkName(name).valid).toBe(true);
      expect(needsGuardian(documentKind, documentNumber, today)).toBe(relation === 'child');
    }
    const numbers = [...people, ...members].map(({ documentNumber }) => documentNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    const register = registerOf(people);
    expect(members.every(({ documentNumber, name }) => register.find(documentNumber)?.name === name)).toBe(true);
    expect(people.filter(({ role, helpedBy, member }) => role === 'guest' && (helpedBy || member))).toEqual([]);
  });

  it('W-19 children, and only they, need a guardian', () => {
    expect(riders.filter(({ child }) => child).length).toBeGreaterThan(20);
    for (const one of people) expect(needsGuardian(one.documentKind, one.documentNumber, today)).toBe(one.child);
  });
});

describe('people to try the product with', () => {
  it('the page shows one of each outcome, all different', () => {
    const page = peoplePage(people);
    expect(page.length).toBeGreaterThanOrEqual(12);
    expect(new Set(page.map(({ about }) => about.zh)).size).toBe(page.length);
    expect(new Set(page.map(({ status }) => status))).toEqual(new Set(['green', 'yellow', 'red', 'grey']));
  });

  it('the next person is never one of the simulation, mostly green, and goes on where the last start ended', () => {
    const state = newState();
    const next = nextPersonOf(people, state);
    const given = Array.from({ length: 100 }, () => next());
    const numbers = given.map((one) => one?.documentNumber);
    expect(new Set(numbers).size).toBe(100);
    expect(riders.filter(({ documentNumber }) => numbers.includes(documentNumber))).toEqual([]);
    expect(given.filter((one) => one?.status === 'green').length).toBeGreaterThan(85);
    expect(numbers).not.toContain(nextPersonOf(people, { ...state })()?.documentNumber);
  });

  it('W-06 who completes a status that is missing is green from then on, here and in no other channel; nobody else changes', () => {
    const register = registerOf(people);
    const [missing, red] = [null, 'red'].map((colour) => people.find(({ health }) => health.colour === colour));
    if (!missing || !red) throw new Error('the city has nobody without a status, or nobody red');
    for (const { documentNumber } of [missing, red]) register.completeStatus(documentNumber);
    expect(register.find(missing.documentNumber)).toMatchObject({ name: missing.registeredName, colour: 'green' });
    expect(register.find(missing.documentNumber)).not.toHaveProperty('elsewhere');
    expect(register.find(red.documentNumber)?.colour).toBe('red');
  });

  it('the register knows everybody, by the name of the register, and their cards', () => {
    const register = registerOf(people);
    const found = riders.map(({ documentNumber }) => register.find(documentNumber));
    expect(found.every((one) => one !== undefined)).toBe(true);
    const mismatched = riders.filter((one) => register.find(one.documentNumber)?.name !== one.name);
    expect(share(mismatched.length)).toBeLessThan(0.01);
    expect(mismatched.length).toBeGreaterThan(0);
    expect(register.find('990000000000000000')).toBeUndefined();
    const cards = riders.flatMap((one) => one.cards);
    expect(
      cards.every(({ kind, number, known }) => register.card(kind, number) === (known ? 'known' : 'unknown')),
    ).toBe(true);
    expect(register.card('wuhantong', '1')).toBe('unknown');
  });
});

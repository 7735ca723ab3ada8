import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import * as fc from 'fast-check';
import table from '../cases/documents.json';

const today = '2026-11-21';
const isKind = (kind: string): kind is DocumentKind => documentKinds.some((known) => known === kind);

/** A valid resident number of a random area, birthday and sequence. */
const residents = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, birth, order]) => {
    const digits = `${area}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return digits + citizenCheck(digits);
  });

describe('documents', () => {
  it.each(table.cases)('W-05 $kind $number: $why', ({ kind, number, valid, stored, reason }) => {
    if (!isKind(kind)) throw new Error(`no such kind: ${kind}`);
    expect(checkDocument(kind, number, today)).toEqual(valid ? { valid, stored } : { valid, reason });
  });

  it('W-05 every valid resident number is accepted', () => {
    fc.assert(fc.property(residents, (number) => checkDocument('resident-id', number, today).valid));
  });

  it('W-05 one changed digit is always refused', () => {
    fc.assert(
      fc.property(residents, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const digit = (Number(number.charAt(place)) + by) % 10;
        return !checkDocument('resident-id', number.slice(0, place) + digit + number.slice(place + 1), today).valid;
      }),
    );
  });

  it('W-05 two neighbours swapped are refused, unless they are alike', () => {
    fc.assert(
      fc.property(residents, fc.nat(15), (number, place) => {
        const [a, b] = [number.charAt(place), number.charAt(place + 1)];
        fc.pre(a !== b);
        return !checkDocument('resident-id', number.slice(0, place) + b + a + number.slice(place + 2), today).valid;
      }),
    );
  });

  it('never throws, and every refusal says what to do in both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentKinds), fc.string({ unit: 'grapheme', maxLength: 60 }), (kind, typed) => {
        const check = checkDocument(kind, typed, today);
        if (check.valid) return;
        const { zh, en } = refusalText(kind, check.reason, typed);
        expect(zh.length).toBeGreaterThan(8);
        expect(en.length).toBeGreaterThan(20);
      }),
    );
  });

  it('names the check character that would be right', () => {
    expect(refusalText('resident-id', 'check-digit', '210102198512311003').zh).toContain('最后一位应为 X');
  });
});

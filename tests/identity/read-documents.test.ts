import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { agreedReading, noFrames, withFrame } from '@tongcheng/shared/identity/documents/reading/frames';
import { zoneCheck } from '@tongcheng/shared/identity/documents/reading/passport-number';
import { type DocumentReading, readDocument } from '@tongcheng/shared/identity/documents/reading/read-document';
import { checkName } from '@tongcheng/shared/identity/names';
import * as fc from 'fast-check';
import { readingCases } from './document-readings';
import { passportCases } from './passport-readings';

const today = '2026-11-21';
const cases = [...readingCases, ...passportCases];
const [number, other] = ['420106199003072345', '21010219851231100X'];

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
const hanNames = fc.string({ unit: fc.constantFrom(...'张王李赵陈阿古丽买提·'), minLength: 2, maxLength: 4 });
const noise = fc.array(
  fc.constantFrom('SPECIMEN', '中华人民共和国', '2015.07.01', '男', '住址 某路 12 号', '№ 7', '。。'),
);
/** Texts in which pieces of documents turn up as well as anything else. */
const anyLines = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.constantFrom(...cases.flatMap(({ lines }) => lines)),
    fc.stringMatching(/^[HM]?[0-9OIBX<]{6,20}$/),
  ),
  { maxLength: 8 },
);

describe('a document read from recognised text', () => {
  it.each(cases)('W-05 $kind: $why', ({ kind, lines, reads }) => {
    const [read, name] = reads ?? [];
    expect(readDocument(kind, lines, today)).toEqual(reads && { number: read, ...(name !== undefined && { name }) });
  });

  it('W-05 whatever is read passes its kind’s own check in the form to store, and so does the name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentKinds), anyLines, (kind, lines) => {
        const reading = readDocument(kind, lines, today);
        if (!reading) return;
        expect(checkDocument(kind, reading.number, today)).toEqual({ valid: true, stored: reading.number });
        if (reading.name !== undefined) expect(checkName(reading.name)).toEqual({ valid: true, stored: reading.name });
      }),
      { numRuns: 2_000 },
    );
  });

  it('W-05 any card is read in any order of its lines, with spaces anywhere in the number and other text around it', () => {
    fc.assert(
      fc.property(
        residents,
        noise,
        fc.array(fc.nat(17), { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (card, around, gaps, order) => {
          const spaced = Array.from(card, (digit, place) => (gaps.includes(place) ? `${digit} ` : digit)).join('');
          const lines = [...around, '姓名 张三', `公民身份号码${spaced}`];
          const turns = new Map(lines.map((_, place) => [place, Number(order.next().value)]));
          const shuffled = lines
            .map((line, place) => ({ line, turn: turns.get(place) ?? 0 }))
            .sort((a, b) => a.turn - b.turn)
            .map(({ line }) => line);
          expect(readDocument('resident-id', shuffled, today)).toEqual({ number: card, name: '张三' });
        },
      ),
    );
  });

  it('W-05 one digit of a card misread as another gives no number', () => {
    fc.assert(
      fc.property(residents, fc.nat(16), fc.integer({ min: 1, max: 9 }), (card, place, by) => {
        const digit = (Number(card.charAt(place)) + by) % 10;
        const misread = card.slice(0, place) + digit + card.slice(place + 1);
        expect(readDocument('resident-id', [`公民身份号码${misread}`], today)).toBeUndefined();
      }),
    );
  });

  it('W-05 digits taken for letters that look alike are read all the same', () => {
    const alike: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' };
    fc.assert(
      fc.property(residents, fc.array(fc.nat(16), { maxLength: 5 }), (card, places) => {
        const seen = Array.from(card, (digit, place) => (places.includes(place) ? (alike[digit] ?? digit) : digit));
        expect(readDocument('resident-id', [seen.join('')], today)).toEqual({ number: card });
      }),
    );
  });

  it('W-05 a name beside its label comes whole, whatever spaces were put between its characters', () => {
    fc.assert(
      fc.property(
        hanNames.filter((name) => /^[^·]+(?:·[^·]+)*$/.test(name)),
        fc.boolean(),
        (name, spaced) => {
          const seen = spaced ? Array.from(name).join(' ') : name;
          expect(readDocument('resident-id', [`姓名${seen}`, number], today)).toEqual({ number, name });
        },
      ),
    );
  });

  it('W-05 a passport’s number with a character misread is not taken as it was misread', () => {
    const letters = fc.stringMatching(/^[A-Z][A-Z0-9]{8}$/);
    fc.assert(
      fc.property(letters, fc.nat(8), fc.constantFrom(...'3479ACEFHJKMNPRTUVWXY'), (passport, place, wrong) => {
        const line = (printed: string) => `${printed}${zoneCheck(passport)}UTO7408122F1204159<<<<`;
        expect(readDocument('passport', [line(passport)], today)?.number).toBe(passport);
        const misread = passport.slice(0, place) + wrong + passport.slice(place + 1);
        fc.pre(zoneCheck(misread) !== zoneCheck(passport));
        expect(readDocument('passport', [line(misread)], today)?.number).not.toBe(misread);
      }),
    );
  });
});

describe('frames one after the other', () => {
  const readingAfter = (...frames: readonly (DocumentReading | undefined)[]) =>
    agreedReading(frames.reduce(withFrame, noFrames));
  const whole = { number, name: '张三' };

  it('W-05 one frame is not enough; two that agree are, also with an empty one between them', () => {
    expect(readingAfter(whole)).toBeUndefined();
    expect(readingAfter(whole, whole)).toEqual(whole);
    expect(readingAfter(whole, undefined, whole)).toEqual(whole);
  });

  it('W-05 another number begins anew', () => {
    expect(readingAfter(whole, { number: other, name: '张三' })).toBeUndefined();
    expect(readingAfter(whole, { number: other }, whole)).toBeUndefined();
  });

  it('W-05 a name that is late is waited for, for four frames; then the number comes alone', () => {
    const bare = { number };
    expect(readingAfter(bare, bare, bare)).toBeUndefined();
    expect(readingAfter(bare, bare, whole)).toEqual(whole);
    expect(readingAfter(bare, bare, bare, bare)).toEqual(bare);
  });

  it('W-05 names that differ are not chosen between', () => {
    expect(readingAfter(whole, { number, name: '张二' })).toBeUndefined();
    expect(readingAfter(whole, { number, name: '张二' }, whole)).toEqual(whole);
  });
});

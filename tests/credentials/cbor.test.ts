import { fromBase45, toBase45 } from '@tongcheng/shared/credentials/base45';
import { fromBase64url, toBase64url } from '@tongcheng/shared/credentials/base64url';
import { type Cbor, type CborKey, writeCbor } from '@tongcheng/shared/credentials/cbor';
import { readCbor } from '@tongcheng/shared/credentials/read-cbor';
import fc from 'fast-check';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** Of the examples in appendix A of RFC 8949 those whose kinds of values are used here. */
const examples: readonly (readonly [Cbor, string])[] = [
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [1_000, '1903e8'],
  [1_000_000, '1a000f4240'],
  [1_000_000_000_000, '1b000000e8d4a51000'],
  [-1, '20'],
  [-100, '3863'],
  [-1_000, '3903e7'],
  [false, 'f4'],
  [true, 'f5'],
  ['', '60'],
  ['IETF', '6449455446'],
  ['水', '63e6b0b4'],
  ['\u{10151}', '64f0908591'],
  [new Uint8Array(0), '40'],
  [unhex('01020304'), '4401020304'],
  [[1, [2, 3], [4, 5]], '8301820203820405'],
  [
    new Map<CborKey, Cbor>([
      ['a', 1],
      ['b', [2, 3]],
    ]),
    'a26161016162820203',
  ],
  [
    new Map<CborKey, Cbor>([
      [1, 2],
      [3, 4],
    ]),
    'a201020304',
  ],
  [{ tag: 23, value: unhex('01020304') }, 'd74401020304'],
];

test.each(examples)('X-02 CBOR of %p is that of the standard', (value, text) => {
  expect(hex(writeCbor(value))).toBe(text);
  expect(readCbor(unhex(text))).toEqual(value);
});

/** Other spellings of something that has a shorter or ordered one, and what this part of CBOR leaves out. */
const refused = {
  'a number in a longer head': '1817',
  'a length in a longer head': '5801aa',
  'bytes without a length': '5f41aaff',
  'a list without a length': '9f01ff',
  'keys out of order': 'a203040102',
  'a key twice': 'a201020102',
  'a key that is a list': 'a1800102',
  'text that is no UTF-8': '61ff',
  'half a character': '62d83d',
  'bytes behind the end': '0000',
  'an end before the end': '8201',
  'a length beyond the end': '5affffffff00',
  'a list longer than memory': '9affffffff',
  'more than a double counts': '1b0020000000000000',
  'a fraction': 'f93c00',
  null: 'f6',
  'nine lists in each other': '81818181818181818101',
  nothing: '',
};

test.each(Object.entries(refused))('X-02 %s is not read', (_, text) => {
  expect(readCbor(unhex(text))).toBeUndefined();
});

const anyCbor = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER - 1 }),
    fc.boolean(),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 30 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string({ maxLength: 30 })), tie('value')), {
        selector: ([key]) => key,
      })
      .map((entries) => new Map<CborKey, Cbor>(entries)),
    fc.record({ tag: fc.nat(), value: tie('value') }),
  ),
})).value;

test('X-02 every value is read as it was written, and a second writing is the same', () => {
  fc.assert(
    fc.property(anyCbor, (value) => {
      const bytes = writeCbor(value);
      const read = readCbor(bytes);
      expect(read).toEqual(value);
      expect(hex(writeCbor(read ?? 0))).toBe(hex(bytes));
    }),
    { numRuns: 300 },
  );
});

test('X-02 whatever is read has no second spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const value = readCbor(bytes);
      if (value !== undefined) expect(hex(writeCbor(value))).toBe(hex(bytes));
    }),
    { numRuns: 2_000 },
  );
});

test('X-02 a number that no computer counts exactly is not written', () => {
  expect(() => writeCbor(1.5)).toThrow(RangeError);
  expect(() => writeCbor(2 ** 53)).toThrow(RangeError);
});

test('X-02 base45 is that of RFC 9285', () => {
  const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  for (const [plain, text] of [
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ] as const) {
    expect(toBase45(ascii(plain))).toBe(text);
    expect(fromBase45(text)).toEqual(ascii(plain));
  }
  for (const wrong of ['GGW', ':::', '::', 'A', 'BB8a', 'bb8', 'BB8BB8B']) expect(fromBase45(wrong)).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expect(fromBase45(toBase45(bytes))).toEqual(bytes)),
  );
});

test('X-02 base64url is Node’s, and a text has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  for (const wrong of ['A', 'AB', 'AAF', 'AA==', 'A+/A', 'AA A']) expect(fromBase64url(wrong)).toBeUndefined();
});

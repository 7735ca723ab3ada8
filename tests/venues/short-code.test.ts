import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { base32Alphabet } from '@tongcheng/shared/base32';
import { formatShortCode, readShortCode, shortCodeLimit } from '@tongcheng/shared/venues/short-code';
import fc from 'fast-check';
import { keysOf } from './fixtures';

const someValue = fc.integer({ min: 0, max: shortCodeLimit - 1 });

test('W-17 a short code is two groups of four and is read back however it was typed', () => {
  fc.assert(
    fc.property(someValue, (value) => {
      const code = formatShortCode(value);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const carelessly = [
        code.toLowerCase(),
        code.replace('-', ''),
        ` ${code.replace('-', ' ')} `,
        code.replaceAll('0', 'O').replaceAll('1', 'l'),
        code.replaceAll('1', 'I'),
        code.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      ];
      for (const typed of [code, ...carelessly]) expect(readShortCode(typed)).toEqual({ is: 'short-code', value });
    }),
  );
});

test('W-17 every single wrong character and every swap of two is called a typing mistake', () => {
  fc.assert(
    fc.property(someValue, (value) => {
      const code = formatShortCode(value).replace('-', '');
      for (let i = 0; i < 8; i += 1) {
        for (const c of base32Alphabet)
          if (c !== code[i]) expect(readShortCode(code.slice(0, i) + c + code.slice(i + 1)).is).toBe('mistyped');
        for (let j = 0; j < i; j += 1) {
          if (code[i] === code[j]) continue;
          const swapped = [...code].map((c, k) => (k === i ? code[j] : k === j ? code[i] : c)).join('');
          expect(readShortCode(swapped).is).toBe('mistyped');
        }
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['7K3M-Q2X', '7K3M-Q2XDD', '7K3U-Q2XD'])('W-17 %s is a typing mistake', (typed) => {
  expect(readShortCode(typed).is).toBe('mistyped');
});

test.each(['', 'abc', '六路公交', 'https://qr.alipay.com/fkx', '鄂A12345', '1234567890123'])(
  '%s is something else',
  (typed) => {
    expect(readShortCode(typed).is).toBe('something-else');
  },
);

test('short codes stand for serial and generation one to one, and do not count up', async () => {
  const signer = await codeSignerOf(keysOf('ours'));
  const issued = fc.record({
    serial: fc.integer({ min: 0, max: 2 ** 25 - 1 }),
    generation: fc.integer({ min: 0, max: 1_023 }),
  });
  fc.assert(
    fc.property(issued, (one) => {
      const typed = readShortCode(signer.shortCode(one));
      expect(typed.is === 'short-code' && signer.readShort(typed.value)).toEqual(one);
    }),
  );
  const codes = Array.from({ length: 2_000 }, (_, serial) => signer.shortCode({ serial, generation: 0 }));
  expect(new Set(codes).size).toBe(2_000);
  expect(new Set(codes.map((code) => code.slice(0, 2))).size).toBeGreaterThan(500);
});

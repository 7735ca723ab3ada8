import { base32Alphabet, bytesToBase32, octetsToBase32 } from '@tongcheng/shared/base32';
import fc from 'fast-check';

/** By the definition: the bits in a row, filled with zeros, five to a character. */
function byBits(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => base32Alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

test('bytes of any number, as bytes or as a text of characters 0 to 255, are their bits by fives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const expected = byBits(bytes);
      expect(bytesToBase32(bytes)).toBe(expected);
      expect(octetsToBase32(Buffer.from(bytes).toString('latin1'))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

import { createHash, createHmac } from 'node:crypto';
import { hmacSha256, utf8 } from '@tongcheng/shared/hmac-sha-256';
import { sha256 } from '@tongcheng/shared/sha-256';
import * as fc from 'fast-check';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('the standard’s own examples (FIPS 180-4)', () => {
  expect(hex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex(sha256(utf8('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('X-01 digests and signatures of the phone are those of the server, of every length and every text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.string({ unit: 'grapheme', maxLength: 120 }), (key, text) => {
      expect(hex(hmacSha256(key, text))).toBe(createHmac('sha256', key).update(text, 'utf8').digest('hex'));
    }),
    { numRuns: 300 },
  );
});

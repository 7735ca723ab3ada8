import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { qrMatrix } from '@tongcheng/cloudfunctions/app/venues/stickers/print-page';
import { base32Alphabet, bytesToBase32, fromBase32, toBase32 } from '@tongcheng/shared/base32';
import { codeBody, codeInText, readRideCode, rideLink, serialLimit } from '@tongcheng/shared/venues/ride-code';
import fc from 'fast-check';
import { keysOf } from './fixtures';

jest.setTimeout(60_000);

const someCode = fc.record({
  demonstration: fc.boolean(),
  city: fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0')),
  serial: fc.integer({ min: 0, max: serialLimit - 1 }),
  generation: fc.integer({ min: 0, max: 1_023 }),
});

test('what is written is read: every field comes back, and every character is of the QR alphanumeric set', async () => {
  const signer = await codeSignerOf(keysOf('ours'));
  fc.assert(
    fc.property(someCode, (fields) => {
      const code = signer.sign(fields);
      expect(code).toMatch(/^[0-9A-Z]{30}$/);
      expect(readRideCode(code)?.fields).toEqual({ ...fields, keyId: signer.keyId });
      const read = readRideCode(code);
      expect(read && codeBody(read.fields)).toBe(read?.body);
      expect(read && signer.verifies(read)).toBe(true);
    }),
  );
});

test('base 32 has no slack: numbers and bytes come back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 50 - 1 }), (n) => fromBase32(toBase32(n, 10)) === n));
  expect(bytesToBase32(new Uint8Array(10).fill(255))).toBe('Z'.repeat(16));
  expect(bytesToBase32(Uint8Array.of(0xff))).toBe('ZW');
  expect(new Set(base32Alphabet).size).toBe(32);
});

test('the link stays short: 60 characters for a host of ordinary length, QR version 4 at most at level M', async () => {
  const signer = await codeSignerOf(keysOf('ours'));
  const code = signer.sign({ demonstration: false, city: '420100', serial: 4_711, generation: 3 });
  const local = rideLink('http://127.0.0.1:8080', code);
  expect(local).toBe(`HTTP://127.0.0.1:8080/R/${code}`);
  const ordinary = rideLink('https://ride.wuhan.gov.cn/', code);
  expect(ordinary.length).toBeLessThanOrEqual(60);
  const version = (link: string) => (qrMatrix(link).length - 17) / 4;
  expect(version(ordinary)).toBeLessThanOrEqual(4);
  expect(version(rideLink('https://tongcheng.transport.wuhan.example.gov.cn', code))).toBeLessThanOrEqual(4);
});

test('a code is found in a link of any host, in lower-case scheme, or bare; other texts hold none', () => {
  const code = '2AB10CTM8K3M5Q0XD0000000000000';
  for (const text of [code, ` ${code}\n`, `HTTPS://A.B/R/${code}`, `https://a.b:8080/r/${code}`])
    expect(codeInText(text)).toBe(code);
  for (const text of ['', 'wxp://f2f0abc', 'https://qr.alipay.com/fkx01', `https://a.b/x/R/${code}`, '7K3M-Q2XD'])
    expect(codeInText(text)).toBeUndefined();
});

describe('W-01 a code is found in a link as platforms and chats pass it on', () => {
  const code = '2AB10CTM8K3M5Q0XD0000000000000';
  const link = `https://ride.wuhan.example/R/${code}`;
  const forms: Readonly<Record<string, string>> = {
    'encoded once': encodeURIComponent(link),
    'encoded twice': encodeURIComponent(encodeURIComponent(link)),
    'encoded three times': encodeURIComponent(encodeURIComponent(encodeURIComponent(link))),
    'with parameters of a chat': `${link}?from=singlemessage&isappinstalled=0`,
    'with parameters, encoded twice': encodeURIComponent(
      encodeURIComponent(`${link}?from=singlemessage&isappinstalled=0`),
    ),
    'with the fragment of WeChat': `${link}#wechat_redirect`,
    'with both': `${link}?from=timeline#wechat_redirect`,
    'with a final slash': `${link}/`,
    'with a final slash and parameters': `${link}/?from=groupmessage`,
    'in upper case': link.toUpperCase(),
    'with scheme and host in mixed case': `HttpS://Ride.WUHAN.example/r/${code}`,
    'between invisible marks': `\u202D${link}\u202C`,
    'bare, with a fragment': `${code}#wechat_redirect`,
    'bare, with a final slash': `${code}/`,
  };
  test.each(Object.entries(forms))('%s', (_, text) => expect(codeInText(text)).toBe(code));

  test.each([`https://a.b/x/R/${code}?from=1`, `https://a.b/R/${code}/more`, `${code}x`, '%', '%25%', `${code} ?x`])(
    '%s is none',
    (text) => expect(codeInText(text)).toBeUndefined(),
  );

  test('links of several slashes and parameters take no longer than they are', () => {
    expect(codeInText(`https://a.b/R/${'/'.repeat(50_000)}x`)).toBeUndefined();
    expect(codeInText('%25'.repeat(50_000))).toBeUndefined();
  });
});

describe('W-18 a forged code: nothing that differs from what we signed is accepted', () => {
  const accepted = async (texts: Iterable<string>) => {
    const signer = await codeSignerOf(keysOf('ours'));
    const taken: string[] = [];
    for (const text of texts) {
      const read = readRideCode(text);
      if (read && signer.verifies(read)) taken.push(text);
    }
    return taken;
  };
  const original = async () =>
    (await codeSignerOf(keysOf('ours'))).sign({ demonstration: true, city: '420100', serial: 4_711, generation: 3 });
  const everyCharacter = [...Array(0x17f).keys()].map((n) => String.fromCharCode(n));

  test('the original itself is accepted, so the next tests prove something', async () => {
    expect(await accepted([await original()])).toHaveLength(1);
  });

  test('every single-character change, cut, insertion and swap: 0 accepted', async () => {
    const code = await original();
    const mutants = [...code].flatMap((own, i) => [
      ...everyCharacter.filter((c) => c !== own).map((c) => code.slice(0, i) + c + code.slice(i + 1)),
      code.slice(0, i),
      code.slice(i + 1),
      code.slice(0, i) + code.slice(i + 1),
      ...everyCharacter.map((c) => code.slice(0, i) + c + code.slice(i)),
      ...[...code]
        .map((other, j) => [...code].map((c, k) => (k === i ? other : k === j ? own : c)).join(''))
        .filter((mutant) => mutant !== code),
    ]);
    expect(mutants.length).toBeGreaterThan(20_000);
    expect(await accepted(mutants)).toEqual([]);
  });

  test('100,000 random mutations of one to eight characters: 0 accepted', async () => {
    const code = await original();
    const changes = fc.array(fc.tuple(fc.nat(29), fc.nat(31)), { minLength: 1, maxLength: 8 });
    const mutants = fc
      .sample(changes, { numRuns: 100_000, seed: 20_261_120 })
      .map((list) => list.reduce((t, [i, c]) => t.slice(0, i) + base32Alphabet.charAt(c) + t.slice(i + 1), code))
      .filter((mutant) => mutant !== code);
    expect(mutants.length).toBeGreaterThan(90_000);
    expect(await accepted(mutants)).toEqual([]);
  });

  test('a code that another installation signed: not accepted, though every field is the same', async () => {
    const other = await codeSignerOf(keysOf('theirs'));
    const foreign = other.sign({ demonstration: false, city: '420100', serial: 4_711, generation: 3 });
    expect(await accepted([foreign])).toEqual([]);
    const { keyId } = await codeSignerOf(keysOf('ours'));
    const claimed = foreign.slice(0, 1) + toBase32(keyId, 2) + foreign.slice(3);
    expect(await accepted([claimed])).toEqual([]);
  });

  test('X-19 the mark of a demonstration cannot be taken off', async () => {
    const code = await original();
    expect(readRideCode(code)?.fields.demonstration).toBe(true);
    const bare = `2${code.slice(1)}`;
    expect(readRideCode(bare)?.fields.demonstration).toBe(false);
    expect(await accepted([bare])).toEqual([]);
  });
});

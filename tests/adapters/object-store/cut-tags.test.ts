import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sealing, unsealing } from '@tongcheng/cloudfunctions/adapters/disk/sealing';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openText, sealText } from '@tongcheng/cloudfunctions/vault/cipher';
import { seededChance } from '../../world/chance';

const key = new Uint8Array(32).fill(7);
/** GCM also knows tags of these lengths: one of four bytes is guessed in 2^32 tries, and found by whoever has the whole one. */
const cutTags = [4, 8, 12, 13, 14, 15];

test.each(cutTags)('a file whose tag was cut to %i bytes does not open', async (bytes) => {
  const sealed = await buffer(Readable.from([]).pipe(sealing(key)));
  expect(sealed).toHaveLength(16);
  await expect(buffer(Readable.from([sealed]).pipe(unsealing(key)))).resolves.toHaveLength(0);
  await expect(buffer(Readable.from([sealed.subarray(0, bytes)]).pipe(unsealing(key)))).rejects.toThrow();
});

test.each(cutTags)('nor does a sealed text or a wrapped key whose tag was cut to %i bytes', async (bytes) => {
  const cut = (text: string, mark: string) =>
    mark +
    Buffer.from(text.slice(mark.length), 'base64url')
      .subarray(0, 12 + bytes)
      .toString('base64url');
  const sealed = sealText(key, 'here', '', seededChance('cut').bytes);
  expect(openText(key, 'here', sealed)).toBe('');
  expect(() => openText(key, 'here', cut(sealed, 'A'))).toThrow();
  const service = keyFileService(key);
  const wrapped = await service.wrap(new Uint8Array(0), 'here');
  expect(await service.unwrap(wrapped, 'here')).toHaveLength(0);
  await expect(service.unwrap(cut(wrapped, 'k1.'), 'here')).rejects.toThrow();
});

test('every cipher of the product says how long its tag is', () => {
  const made = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .flatMap((file) => readFileSync(join('cloudfunctions', file), 'utf8').split('\n'))
    .filter((line) => /create(Dec|C)ipheriv\(/.test(line));
  expect(made.length).toBeGreaterThanOrEqual(6);
  // CBC, which the password of a workbook asks for, has no tag: its format has a sum of its own.
  expect(made.filter((line) => !line.includes('authTagLength') && !line.includes("'aes-256-cbc'"))).toEqual([]);
});

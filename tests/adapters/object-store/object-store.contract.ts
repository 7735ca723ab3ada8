import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';

/** What a test of one adapter brings: a fresh store, and a way to follow a link as a browser would. */
export interface ObjectStoreUnderTest {
  readonly objects: ObjectStore;
  readonly follow: (url: string) => Promise<Uint8Array | 'refused'>;
  readonly pass: (seconds: number) => void;
  /** A link made to end later by whoever holds it; by default the digits after `expires=` are changed. */
  readonly lengthened?: (url: string) => string;
}

const later = (url: string) => url.replace(/expires=\d/i, (found) => `${found}9`);

const read = async (objects: ObjectStore, key: string) => buffer(await objects.get(key));

/** What every object store promises; each adapter runs the whole suite. */
export function objectStoreContract(name: string, begin: () => Promise<ObjectStoreUnderTest>): void {
  describe(`object store: ${name}`, () => {
    test.each([0, 1, 65_535, 65_536, 65_537, 65_552, 300_000])('%i bytes come back as they went in', async (size) => {
      const { objects } = await begin();
      const content = randomBytes(size);
      expect(await objects.put('a/b.bin', content, 'application/octet-stream')).toEqual({
        bytes: size,
        contentType: 'application/octet-stream',
      });
      expect(content.equals(await read(objects, 'a/b.bin'))).toBe(true);
      expect(await objects.head('a/b.bin')).toEqual({ bytes: size, contentType: 'application/octet-stream' });
    });

    test('a stream of many small pieces is stored whole', async () => {
      const { objects } = await begin();
      const pieces = Array.from({ length: 5_000 }, (_, index) => Buffer.from(`${index};`));
      await objects.put('stream.txt', Readable.from(pieces), 'text/plain');
      expect(String(await read(objects, 'stream.txt'))).toBe(Buffer.concat(pieces).toString());
    });

    test('a second put replaces the first, in one step', async () => {
      const { objects } = await begin();
      await objects.put('k', Buffer.from('one'), 'text/plain');
      await objects.put('k', Buffer.from('second'), 'text/html');
      expect(String(await read(objects, 'k'))).toBe('second');
      expect(await objects.head('k')).toEqual({ bytes: 6, contentType: 'text/html' });
    });

    test('a source that breaks leaves what was there, and nothing new', async () => {
      const { objects } = await begin();
      await objects.put('k', Buffer.from('whole'), 'text/plain');
      const breaking = () =>
        Readable.from(
          (async function* () {
            yield Buffer.alloc(200_000, 1);
            throw new Error('broke off');
          })(),
        );
      await expect(objects.put('k', breaking(), 'text/plain')).rejects.toThrow();
      await expect(objects.put('new', breaking(), 'text/plain')).rejects.toThrow();
      expect(String(await read(objects, 'k'))).toBe('whole');
      expect(await objects.head('new')).toBeUndefined();
    });

    test('what is absent: head says so, get throws, delete does not mind', async () => {
      const { objects } = await begin();
      expect(await objects.head('none/here')).toBeUndefined();
      await expect(objects.get('none/here')).rejects.toThrow();
      await objects.delete('none/here');
      await objects.put('k', Buffer.from('x'), 'text/plain');
      await objects.delete('k');
      expect(await objects.head('k')).toBeUndefined();
    });

    test.each([
      '',
      '..',
      '../x',
      'a/../b',
      'a//b',
      '/etc/passwd',
      'a/',
      '.hidden',
      'A',
      'a b',
      'a\u0000b',
      'a\\b',
      '报表',
    ])('the key %j is refused by every verb', async (key) => {
      const { objects } = await begin();
      await expect(objects.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow(RangeError);
      await expect((async () => objects.head(key))()).rejects.toThrow(RangeError);
      await expect(objects.get(key)).rejects.toThrow(RangeError);
      await expect(objects.link(key, { ttlSeconds: 60, fileName: 'x' })).rejects.toThrow(RangeError);
      await expect((async () => objects.delete(key))()).rejects.toThrow(RangeError);
    });

    test('R-04 a link opens its object until it expires, and nothing else', async () => {
      const { objects, follow, pass, lengthened = later } = await begin();
      await objects.put('r/1.xlsx', Buffer.from('report'), 'text/plain');
      await objects.put('r/2.xlsx', Buffer.from('other'), 'text/plain');
      const { url } = await objects.link('r/1.xlsx', { ttlSeconds: 60, fileName: '日报 1.xlsx' });
      expect(String(await follow(url))).toBe('report');
      expect(await follow(url.replace('r/1.xlsx', 'r/2.xlsx'))).toBe('refused');
      expect(lengthened(url)).not.toBe(url);
      expect(await follow(lengthened(url))).toBe('refused');
      pass(61);
      expect(await follow(url)).toBe('refused');
    });
  });
}

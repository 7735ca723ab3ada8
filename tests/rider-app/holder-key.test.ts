import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { forgetHolderKey, keptHolderKey, makeHolderKey } from '../../miniprogram/src/platform/device/holder-keys';

let mockHeld: string | undefined;
jest.mock('../../miniprogram/src/platform/storage/sealed-text', () => ({
  sealedText: {
    read: async () => mockHeld,
    write: async (text: string) => {
      mockHeld = text;
      return true;
    },
    remove: async () => {
      mockHeld = undefined;
    },
  },
}));
/** The platform's chance is as bad as can be: always the same bytes. */
jest.mock('../../miniprogram/src/platform/device/random', () => ({
  randomBytes: async (size: number) => new Uint8Array(size),
}));

beforeEach(() => {
  mockHeld = undefined;
});

test('X-02 a mini-program’s key signs as its public half says, and no two checks have one key, however bad the platform’s chance', async () => {
  const [one, other] = [await makeHolderKey('ticket one'), await makeHolderKey('ticket two')];
  const message = Uint8Array.from([1, 2, 3]);
  const signature = await one?.sign(message);
  expect(one && signature && (await verifyByNode(one.key, message, signature))).toBe(true);
  expect(other && signature && (await verifyByNode(other.key, message, signature))).toBe(false);
});

test('P-07 a kept key is the same key at the next start, with its text; what was forgotten or is no key is none', async () => {
  const made = await makeHolderKey('ticket');
  expect(await keptHolderKey()).toBeUndefined();
  expect(await made?.keep('{"a":"b.c"}')).toBe(true);
  const kept = await keptHolderKey();
  expect(kept?.text).toBe('{"a":"b.c"}');
  expect(kept?.key.key).toEqual(made?.key);
  await forgetHolderKey();
  expect(await keptHolderKey()).toBeUndefined();
  mockHeld = 'short.text';
  expect(await keptHolderKey()).toBeUndefined();
});

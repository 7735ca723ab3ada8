import { deflateSync } from 'node:zlib';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { checkPass } from '@tongcheng/shared/credentials/check-pass';
import { emptyStatuses, setRevoked } from '@tongcheng/shared/credentials/status-bits';
import { inflateByWeb, verifyByWeb } from '@tongcheng/shared/credentials/web-cryptography';
import { newSigner } from './keys';
import { atGate, shownText, stateOf } from './shown-pass';

const verify = verifyByWeb(globalThis.crypto.subtle);
const message = Uint8Array.from(Buffer.from('a minute of a pass'));

test.each(['ed25519', 'es256'] as const)('X-02 Web Crypto and Node agree on every signature of %s', async (suite) => {
  for (let turn = 0; turn < 8; turn += 1) {
    const signer = newSigner(suite);
    const signature = Uint8Array.from(await signer.sign(message));
    expect([await verify(signer.key, message, signature), await verifyByNode(signer.key, message, signature)]).toEqual([
      true,
      true,
    ]);
    signature[40] = (signature[40] ?? 0) ^ 1;
    expect(await verify(signer.key, message, signature)).toBe(false);
    expect(await verify(newSigner(suite).key, message, await signer.sign(message))).toBe(false);
  }
});

test('X-02 a key that is no point signs nothing in a browser', async () => {
  const signature = new Uint8Array(64).fill(1);
  for (const suite of ['es256', 'sm2'] as const)
    for (const fill of [0, 5, 255]) {
      const bytes = Uint8Array.from([2, ...new Uint8Array(32).fill(fill)]);
      expect(await verify({ suite, bytes }, message, signature)).toBe(false);
    }
  expect(await verify({ suite: 'ed25519', bytes: new Uint8Array(5) }, message, signature)).toBe(false);
});

test('X-02 a validator in a browser answers as the gate does', async () => {
  for (const holder of [newSigner(), newSigner('es256')]) {
    const shown = atGate(await shownText({ holder }));
    expect(await checkPass(shown, stateOf(), { verify })).toEqual(
      await checkPass(shown, stateOf(), { verify: verifyByNode }),
    );
    expect((await checkPass(shown, stateOf(), { verify })).outcome).toBe('valid');
  }
});

test('X-02 a browser unpacks a status list, and no more than one', async () => {
  const statuses = emptyStatuses();
  setRevoked(statuses, 712_345);
  expect(Buffer.from((await inflateByWeb(deflateSync(statuses), statuses.length)) ?? []).equals(statuses)).toBe(true);
  expect(await inflateByWeb(deflateSync(statuses), statuses.length - 1)).toBeUndefined();
  expect(await inflateByWeb(deflateSync(statuses), statuses.length + 1)).toBeUndefined();
  expect(await inflateByWeb(deflateSync(new Uint8Array(50_000_000)), statuses.length)).toBeUndefined();
  expect(await inflateByWeb(new Uint8Array(9), statuses.length)).toBeUndefined();
});

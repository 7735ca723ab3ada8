import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Algorithms, COSEKey, Headers, ProtectedHeaders, Sign1 } from '@auth0/cose';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { writeCbor } from '@tongcheng/shared/credentials/cbor';
import { checkPass } from '@tongcheng/shared/credentials/check-pass';
import { passText, readPassText } from '@tongcheng/shared/credentials/pass-text';
import { coseKeyOf, keyIdOf } from '@tongcheng/shared/credentials/public-key';
import { readCbor } from '@tongcheng/shared/credentials/read-cbor';
import { readMessage } from '@tongcheng/shared/credentials/signed-message';
import type { PassKey } from '@tongcheng/shared/credentials/suites';
import { minuteMs } from '@tongcheng/shared/time';
import { certificateOf, morning, newSigner, trusted, trustListOf } from './keys';
import { atGate, issuer, shownText, stateOf } from './shown-pass';

/** A COSE library of others: it encodes, decodes, signs and verifies with code of its own. */
const theirs = (text: string): Sign1 => Sign1.decode(readPassText(text) ?? new Uint8Array(0));

/** A key in that library, from our COSE form. */
const theirKey = (key: PassKey) => COSEKey.import(writeCbor(coseKeyOf(key))).toKeyLike();

const certificateHeader = 13;
const embeddedIn = (step: Sign1): Sign1 => {
  const certificate = step.protectedHeaders.get(certificateHeader);
  if (!(certificate instanceof Sign1)) throw new Error('no certificate in the headers');
  return certificate;
};

test('X-02 an independent COSE library reads and accepts our passes, step and certificate', async () => {
  const phone = newSigner();
  const step = theirs(await shownText({ holder: phone }));
  const certificate = embeddedIn(step);
  expect([step.alg, certificate.alg]).toEqual([Algorithms.EdDSA, Algorithms.EdDSA]);
  expect(Buffer.from(certificate.kid ?? '')).toEqual(Buffer.from(keyIdOf(issuer.key)));
  await step.verify(await theirKey(phone.key));
  await certificate.verify(await theirKey(issuer.key));
  await expect(step.verify(await theirKey(issuer.key))).rejects.toThrow();
  await expect(certificate.verify(await theirKey(newSigner().key))).rejects.toThrow();
});

/** A pair of Node with its key in our form. */
function pair(): { readonly key: PassKey; readonly secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  return { key: { suite: 'ed25519', bytes }, secret: privateKey };
}

test('X-02 our validator accepts the passes that an independent COSE library signed', async () => {
  const [maker, holder] = [pair(), pair()];
  const claims = await payloadOfOurs(holder.key);
  const headers = ProtectedHeaders.from([
    [Headers.Algorithm, Algorithms.EdDSA],
    [Headers.KeyID, keyIdOf(maker.key)],
  ]);
  const certificate = await Sign1.sign(headers, undefined, claims, maker.secret);
  const stepHeaders = ProtectedHeaders.from([[Headers.Algorithm, Algorithms.EdDSA]]);
  stepHeaders.esMap.set(certificateHeader, certificate);
  const minute = writeCbor(new Map([[6, (morning + minuteMs) / 1_000]]));
  const step = await Sign1.sign(stepHeaders, undefined, minute, holder.secret);
  const state = stateOf({ trustList: trustListOf([trusted(maker.key)]) });
  const verdict = await checkPass(atGate(passText(step.encode())), state, { verify: verifyByNode });
  expect(verdict).toMatchObject({ outcome: 'valid', pass: { name: '测**', city: '110000' } });
  const stranger = await Sign1.sign(stepHeaders, undefined, minute, maker.secret);
  expect((await checkPass(atGate(passText(stranger.encode())), state, { verify: verifyByNode })).outcome).toBe(
    'forged',
  );
});

/** The claims of a certificate, as bytes. */
async function payloadOfOurs(holder: PassKey): Promise<Uint8Array> {
  const ours = newSigner();
  const text = await shownText({ holder: { ...ours, key: holder } });
  return embeddedIn(theirs(text)).payload;
}

test('X-02 both read the same claims', async () => {
  const phone = newSigner();
  const certificate = embeddedIn(theirs(await shownText({ holder: phone })));
  const claims = readCbor(Uint8Array.from(certificate.payload));
  expect(claims instanceof Map && claims.get(4)).toBe(certificateOf(phone.key).expiresAt / 1_000);
  expect(readMessage(Uint8Array.from(certificate.encode()))?.payload).toEqual(claims);
});

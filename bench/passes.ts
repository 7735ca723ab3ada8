import { createPublicKey, verify } from 'node:crypto';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { signCertificate } from '@tongcheng/shared/credentials/certificate';
import { checkPass } from '@tongcheng/shared/credentials/check-pass';
import { readPassText } from '@tongcheng/shared/credentials/pass-text';
import { newProvenCertificates } from '@tongcheng/shared/credentials/prove-pass';
import type { SignedMessage } from '@tongcheng/shared/credentials/signed-message';
import { readPass, signStep } from '@tongcheng/shared/credentials/step';
import type { PassKey } from '@tongcheng/shared/credentials/suites';
import { minuteMs } from '@tongcheng/shared/time';
import nacl from 'tweetnacl';
import { certificateOf, morning, newSigner } from '../tests/credentials/keys';
import { atGate, shownText, stateOf } from '../tests/credentials/shown-pass';
import type { Measurement } from './measure';

/** What it costs to check a pass, against the signatures that it carries, and to sign a minute as a phone without Web Crypto does. */
export const run = async (): Promise<Measurement> => {
  const text = await shownText();
  const [state, proven] = [stateOf(), newProvenCertificates()];
  const bare = bareChecks(text);
  const [one, two, whole, again, signed] = await fastestOf([
    bare.phone,
    bare.both,
    () => checkPass(atGate(text), state, { verify: verifyByNode }),
    () => checkPass(atGate(text), state, { verify: verifyByNode, proven }),
    await signing(),
  ]);
  return {
    name: 'passes, the fastest of a hundred batches',
    figures: [
      { what: 'two bare signature checks', value: two, unit: 'µs' },
      { what: 'a pass checked, against two bare checks', value: whole / two, unit: '×', aim: { atMost: 1.3 } },
      { what: 'its certificate seen before, against one', value: again / one, unit: '×', aim: { atMost: 1.4 } },
      {
        what: 'a minute signed by a phone four times slower',
        value: (signed * 4) / 1_000,
        unit: 'ms',
        aim: { atMost: 50 },
      },
    ],
  };
};

/** The checks alone: of the same messages, with keys that were read before. */
function bareChecks(text: string) {
  const pass = readPass(readPassText(text) ?? new Uint8Array(0));
  const issuer = stateOf().trustList?.keys[0]?.key;
  if (!pass || !issuer) throw new Error('no pass to check');
  const by = ({ bytes }: PassKey, { signed, signature }: SignedMessage) => {
    const x = Buffer.from(bytes).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return () => verify(null, signed, key, signature);
  };
  const phone = by(pass.certificate.holder, pass.stepMessage);
  const certificate = by(issuer, pass.certificateMessage);
  if (!phone() || !certificate()) throw new Error('a signature does not hold');
  return { phone, both: () => certificate() && phone() };
}

/** Signs a minute of a certificate with the library of phones that have no BigInt. */
async function signing(): Promise<() => Promise<Uint8Array>> {
  const { publicKey, secretKey } = nacl.sign.keyPair();
  const holder: PassKey = { suite: 'ed25519', bytes: publicKey };
  const certificate = await signCertificate(certificateOf(holder), newSigner());
  const sign = (message: Uint8Array) => nacl.sign.detached(message, secretKey);
  return () => signStep({ certificate, step: morning + minuteMs }, { suite: 'ed25519', sign });
}

/** Microseconds of one run of each, in the fastest of a hundred batches; batches in turn, so that all meet the same machine. */
async function fastestOf(runs: readonly (() => unknown)[]): Promise<readonly [number, number, number, number, number]> {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let batch = 0; batch < batches; batch += 1)
    for (const [index, once] of runs.entries()) {
      const began = process.hrtime.bigint();
      for (let turn = 0; turn < batchTurns; turn += 1) await once();
      const took = Number(process.hrtime.bigint() - began) / (batchTurns * 1_000);
      best[index] = Math.min(best[index] ?? took, took);
    }
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = best;
  return [one, two, three, four, five];
}

const batchTurns = 20;

const batches = 100;

import { isSame } from './read-cbor';
import type { SignedMessage } from './signed-message';
import type { ReadPass } from './step';
import type { PassKey, VerifyBytes } from './suites';
import { keysNamed, type TrustedKey, type TrustList } from './trust-list';

/** The key that vouches for a pass, or why none does. */
export type PassProof = { readonly trusted: TrustedKey } | { readonly refusal: 'unknown-key' | 'forged' };

/** Certificates that this validator has proven, by what they say: a rider who passes again costs one signature. */
export interface ProvenCertificates {
  find(certificate: SignedMessage, trustList: TrustList): TrustedKey | undefined;
  keep(certificate: SignedMessage, trustList: TrustList, trusted: TrustedKey): void;
}

/** Keeps the last certificates that were proven, of one trust list: another list forgets all of them. */
export function newProvenCertificates(most = 1_000): ProvenCertificates {
  let known = new Map<string, { readonly certificate: SignedMessage; readonly trusted: TrustedKey }>();
  let of: TrustList | undefined;
  const nameOf = ({ signature }: SignedMessage) => String.fromCharCode(...signature);
  return {
    find(certificate, trustList) {
      const found = of === trustList ? known.get(nameOf(certificate)) : undefined;
      return found && isSame(found.certificate.signed, certificate.signed) ? found.trusted : undefined;
    },
    keep(certificate, trustList, trusted) {
      if (of !== trustList) known = new Map();
      of = trustList;
      known.set(nameOf(certificate), { certificate, trusted });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}

/** Proves that a key of the list signed the certificate and that the certificate's phone signed the step. No time is looked at. */
export async function provePass(
  pass: ReadPass,
  trustList: TrustList,
  verify: VerifyBytes,
  proven?: ProvenCertificates,
): Promise<PassProof> {
  const known = proven?.find(pass.certificateMessage, trustList);
  const named = known ? [known] : keysNamed(trustList, 'certificates', pass.keyId);
  if (named.length === 0) return { refusal: 'unknown-key' };
  const trusted = known ?? (await signerAmong(named, pass.certificateMessage, verify));
  if (!trusted || !(await isBy(pass.certificate.holder, pass.stepMessage, verify))) return { refusal: 'forged' };
  if (!known) proven?.keep(pass.certificateMessage, trustList, trusted);
  return { trusted };
}

async function signerAmong(keys: readonly TrustedKey[], message: SignedMessage, verify: VerifyBytes) {
  for (const trusted of keys) if (await isBy(trusted.key, message, verify)) return trusted;
  return undefined;
}

const isBy = async (key: PassKey, { suite, signed, signature }: SignedMessage, verify: VerifyBytes): Promise<boolean> =>
  key.suite === suite && (await verify(key, signed, signature));

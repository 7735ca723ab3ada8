import { type Certificate, signCertificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import { maskedName, numberEndOf } from '@tongcheng/shared/credentials/masked-name';
import type { PassKey } from '@tongcheng/shared/credentials/suites';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { finishCheck } from '@tongcheng/shared/passes/api';
import { checkLifeMs } from '@tongcheng/shared/passes/terms';
import type { Instant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import { type IssuerKeys, type IssuerKeyUse, issuerKey } from './issuer-keys';
import type { PassRecord } from './pass-record';
import { passView } from './pass-view';

interface Needs {
  readonly keys: IssuerKeys;
  readonly chance: Chance;
}

/** Who a certificate is about, until when the person check serves, and whose key it is over. */
interface Shown {
  readonly name: string;
  readonly documentNumber: string;
  readonly passedAt: Instant;
  readonly holder: PassKey;
  readonly use: Extract<IssuerKeyUse, 'passes' | 'demonstration'>;
  readonly generation: number;
}

/** Bytes that open a commitment. */
const openingBytes = 32;

const second = 1_000;

/** When a check that was passed at an instant no longer shows a pass: half an hour later, at the end of the pass at the latest; whole seconds. */
export const showsUntilOf = (passedAt: Instant, endsAt: Instant): Instant =>
  Math.floor(Math.min(passedAt + checkLifeMs, endsAt) / second) * second;

/** A pass as the phone shows it: certified over the phone’s own key until the next person check. */
export async function signPass(
  { keys, chance }: Needs,
  pass: Omit<PassRecord, '_id' | 'day' | 'pseudonym'>,
  shown: Shown,
  now: Instant,
): Promise<OutputOf<typeof finishCheck>> {
  const { name, documentNumber, holder, use, generation } = shown;
  const showsUntil = showsUntilOf(shown.passedAt, pass.endsAt);
  const opening = chance.bytes(openingBytes);
  const { signer } = await issuerKey(keys, { city: pass.city, generation }, use, now);
  const certificate: Certificate = {
    ...{ passId: pass.passId, kind: 'temporary-identity', statusIndex: pass.statusIndex, holder },
    issuedAt: Math.floor(now / second) * second,
    expiresAt: showsUntil,
    passEndsAt: Math.floor(pass.endsAt / second) * second,
    name: maskedName(name),
    numberEnd: numberEndOf(documentNumber),
    commitment: commitmentOf(opening, name, documentNumber),
    demonstration: use === 'demonstration',
  };
  const signed = await signCertificate(certificate, signer);
  return { pass: passView(pass, now), certificate: text(signed), opening: text(opening), showsUntil };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

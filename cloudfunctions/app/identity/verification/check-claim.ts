import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import type { verifyIdentity } from '@tongcheng/shared/identity/api';
import { checkDocument, rightKind } from '@tongcheng/shared/identity/documents/check-document';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { fail, ok } from '@tongcheng/shared/result';
import type { Day } from '@tongcheng/shared/time';
import type { PersonFacts } from '../../../vault/vault';

type Claim = ParsedInputOf<typeof verifyIdentity>;

/** What a rider says of themselves, in its stored forms, or which field does not fit and why. Pure. */
export function checkClaim(claim: Claim, today: Day) {
  const holder = checkHolder(claim, today);
  if (!holder.ok) return holder;
  const phone = checkPhone(claim.phone);
  if (phone === undefined) return fail('phone-refused');
  const { documentKind, documentNumber } = holder.value;
  if (needsGuardian(documentKind, documentNumber, today) && !claim.guardianConsent)
    return fail('guardian-consent-missing');
  const facts: PersonFacts = { ...holder.value, phone };
  return ok(facts);
}

/** Name and number as they stand on a document, in their stored forms, or which does not fit and why. Pure. */
export function checkHolder(claim: Pick<Claim, 'name' | 'documentKind' | 'documentNumber'>, today: Day) {
  const { documentKind } = claim;
  const name = checkName(claim.name);
  if (!name.valid) return fail('name-refused', { reason: name.reason });
  const document = checkDocument(documentKind, claim.documentNumber, today);
  if (!document.valid) {
    const kind = rightKind(documentKind, claim.documentNumber);
    return fail('document-refused', { reason: document.reason, ...(kind && { kind }) });
  }
  return ok({ name: name.stored, documentKind, documentNumber: document.stored });
}

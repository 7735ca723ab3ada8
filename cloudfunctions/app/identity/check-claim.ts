import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import type { authenticate } from '@tongcheng/shared/identity/api';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { fail, ok } from '@tongcheng/shared/result';
import type { Day } from '@tongcheng/shared/time';
import type { PersonFacts } from '../../vault/vault';

/** What a rider says of themselves, in its stored forms, or which field does not fit and why. Pure. */
export function checkClaim(claim: ParsedInputOf<typeof authenticate>, today: Day) {
  const name = checkName(claim.name);
  if (!name.valid) return fail('name-refused', { reason: name.reason });
  const document = checkDocument(claim.documentKind, claim.documentNumber, today);
  if (!document.valid) return fail('document-refused', { reason: document.reason });
  const phone = checkPhone(claim.phone);
  if (phone === undefined) return fail('phone-refused');
  if (needsGuardian(claim.documentKind, document.stored, today) && !claim.guardianConsent)
    return fail('guardian-consent-missing');
  const facts: PersonFacts = {
    name: name.stored,
    documentKind: claim.documentKind,
    documentNumber: document.stored,
    phone,
  };
  return ok(facts);
}

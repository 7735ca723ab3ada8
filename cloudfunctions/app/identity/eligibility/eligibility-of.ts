import { Eligibility, unansweredEligibility, unknownEligibility } from '@tongcheng/shared/eligibility';
import { type ReadForm, storedForm } from '@tongcheng/shared/stored-form';
import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import { SealBroken, type Vault } from '../../../vault/vault';
import { type AccountRecord, ridesAs } from '../account-record';

const sealedForm = storedForm(Eligibility);

/** An eligibility as it was read, and when its source was asked; earlier releases wrote that elsewhere. */
interface ReadEligibility extends ReadForm<Eligibility> {
  readonly askedAt?: Instant;
}

/** An eligibility sealed for its person and bound to a record, with the time of asking, which must not stand beside it. */
export const sealEligibility = (
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  personId: string,
  recordId: string,
  eligibility: Eligibility,
): Promise<string> => vault.sealFor(personId, recordId, JSON.stringify({ ...eligibility, askedAt: clock.now() }));

/** The eligibility an account keeps, opened; that of nobody before its identity is verified. */
export const eligibilityOf = async (vault: Vault, account: AccountRecord): Promise<Eligibility> =>
  (await readEligibility(vault, account)).value;

/** The same, and whether all of it was written by a release that knows every field of today: else the source is asked anew. */
export const readEligibility = async (vault: Vault, account: AccountRecord): Promise<ReadEligibility> => {
  const personId = ridesAs(account);
  return personId === undefined
    ? { value: unknownEligibility, isCurrent: true }
    : openEligibility(vault, personId, account._id, account.sealedStanding);
};

/**
 * A person's eligibility out of its seal, which is bound to the record it lies in. Of nothing known, and of a seal that cannot be
 * read any more: unanswered, never green; its source has it still.
 */
export async function openEligibility(
  vault: Vault,
  personId: string,
  recordId: string,
  sealed: string | undefined,
): Promise<ReadEligibility> {
  const kept = sealed === undefined ? undefined : await opened(vault, personId, recordId, sealed);
  const form = sealedForm.read(kept) ?? { value: unansweredEligibility, isCurrent: false };
  const askedAt: unknown = Reflect.get(Object(kept), 'askedAt');
  return typeof askedAt === 'number' ? { ...form, askedAt } : form;
}

async function opened(vault: Vault, personId: string, recordId: string, sealed: string): Promise<unknown> {
  try {
    return JSON.parse(await vault.openFor(personId, recordId, sealed));
  } catch (fault) {
    if (fault instanceof SealBroken || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

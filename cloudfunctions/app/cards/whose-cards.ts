import type { RiderCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import { memberIn } from '../identity/family/family-of';

/**
 * Whose cards are meant (W-33): the caller's own, or those of a member of their family. A card is bound for a member only once the member's
 * own consent was heard: else anybody's taps could be made somebody else's.
 */
export async function whoseCards(
  store: DocumentStore,
  { personId }: RiderCaller,
  memberId: string | undefined,
): Promise<Result<string | undefined, 'member-unknown' | 'member-unconfirmed'>> {
  if (memberId === undefined) return ok(personId);
  const member = await memberIn(store, personId, memberId);
  if (!member) return fail('member-unknown');
  return member.unconfirmed ? fail('member-unconfirmed') : ok(member.personId);
}

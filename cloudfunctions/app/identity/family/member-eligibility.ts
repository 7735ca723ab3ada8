import type { Channel } from '@tongcheng/shared/caller';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import { type EligibilityNeeds, eligibilityFromSource } from '../eligibility/ask-eligibility';
import { openEligibility, sealEligibility } from '../eligibility/eligibility-of';
import { type FamilyMember, memberInDays } from '../family-record';
import { changeFamily } from './family-of';

/** A member's status is asked for again after this long, as a rider's own is. */
const freshMs = 10 * minuteMs;

/** The member with an eligibility not older than ten minutes, where its source answers; what was known stays with its own expiry. */
export async function withFreshMember(
  needs: EligibilityNeeds,
  holderId: string,
  channel: Channel,
  member: FamilyMember,
): Promise<FamilyMember> {
  const { isCurrent, askedAt } = await readMember(needs.vault, member);
  if (isCurrent && askedAt !== undefined && needs.clock.now() - askedAt < freshMs) return member;
  const eligibility = await eligibilityFromSource(needs, member.personId, channel);
  if (!eligibility) return member;
  const sealedStanding = await sealEligibility(needs, member.personId, member.memberId, eligibility);
  const fresh = { ...memberInDays(member), sealedStanding };
  await changeFamily(needs.store, holderId, (members) =>
    members.map((held) => (held.memberId === member.memberId ? fresh : held)),
  );
  return fresh;
}

const readMember = (vault: EligibilityNeeds['vault'], { personId, memberId, sealedStanding }: FamilyMember) =>
  openEligibility(vault, personId, memberId, sealedStanding);

/** The eligibility that a member keeps, opened. */
export const eligibilityOfMember = async (
  vault: EligibilityNeeds['vault'],
  member: FamilyMember,
): Promise<Eligibility> => (await readMember(vault, member)).value;

import type { Standing } from '@tongcheng/shared/identity/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import type { Provider } from '../account-record';
import { type StandingNeeds, standingFromSource } from '../eligibility/ask-eligibility';
import { openStanding } from '../eligibility/eligibility-of';
import type { FamilyMember } from '../family-record';
import { changeFamily } from './family-of';

/** A member's status is asked for again after this long, as a rider's own is. */
const freshMs = 10 * minuteMs;

/** The member with a standing not older than ten minutes, where its source answers; what was known stays with its own expiry. */
export async function withFreshMember(
  needs: StandingNeeds,
  holderId: string,
  channel: Provider,
  member: FamilyMember,
): Promise<FamilyMember> {
  const now = needs.clock.now();
  if (member.standingAt !== undefined && now - member.standingAt < freshMs) return member;
  const standing = await standingFromSource(needs, member.personId, channel);
  if (!standing) return member;
  const sealedStanding = await needs.vault.sealFor(member.personId, member.memberId, JSON.stringify(standing));
  const fresh = { ...member, sealedStanding, standingAt: now };
  await changeFamily(needs.store, holderId, (members) =>
    members.map((held) => (held.memberId === member.memberId ? fresh : held)),
  );
  return fresh;
}

/** The standing that a member keeps, opened. */
export const standingOfMember = (
  vault: StandingNeeds['vault'],
  { personId, memberId, sealedStanding }: FamilyMember,
): Promise<Standing> => openStanding(vault, personId, memberId, sealedStanding);

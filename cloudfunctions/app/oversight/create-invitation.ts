import type { StaffRole } from '@tongcheng/shared/access';
import type { StaffScope } from '@tongcheng/shared/caller';
import { newOneTimeCode } from '@tongcheng/shared/one-time-code';
import type * as api from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { hourMs } from '@tongcheng/shared/time';
import type { SessionNeeds } from '../sessions/session-record';
import type { UseCase } from '../use-case';
import { operators } from '../venues/operator-record';
import type { VenueRecord } from '../venues/records';
import { invitationId, invitations } from './staff-record';

/** What inviting takes: where the link leads, and the venues that it names. */
export interface InvitationNeeds extends SessionNeeds {
  readonly venueOf: (venueId: string) => Promise<VenueRecord | undefined>;
  readonly publicUrl: string;
}

/** An official invites staff to venues of their own city; the code is shown once and kept as a digest. */
export const createInvitation: UseCase<typeof api.createInvitation, InvitationNeeds> = async (needs, caller, input) => {
  if (!oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const found = await Promise.all(input.venueIds.map(needs.venueOf));
  if (found.some((venue) => venue?.city !== input.city)) return fail('venue-unknown');
  if (found.length === 0 && input.scope === undefined) return fail('venue-unknown');
  const { operatorId } = input;
  if (operatorId !== undefined && (await needs.store.get(operators, operatorId))?.city !== input.city)
    return fail('operator-unknown');
  if (input.scope?.kind === 'operator' && operatorId === undefined) return fail('operator-unknown');
  return ok(await invite(needs, { ...input, invitedBy: caller.officialId }));
};

/** Makes an invitation; the first start of a simulated city makes one too. */
export async function invite(
  needs: InvitationNeeds,
  wanted: {
    readonly city: string;
    readonly role: StaffRole;
    readonly venueIds: readonly string[];
    readonly operatorId?: string;
    readonly scope?: StaffScope;
    readonly validHours: number;
    readonly invitedBy: string;
  },
) {
  const invitation = newOneTimeCode(needs.chance.bytes);
  const { city, role, venueIds, operatorId, scope, invitedBy } = wanted;
  const expiresAt = needs.clock.now() + wanted.validHours * hourMs;
  await needs.store.insert(invitations, {
    _id: invitationId(invitation),
    ...{ city, role, venueIds, expiresAt, invitedBy },
    ...(operatorId !== undefined && { operatorId }),
    ...(scope && { scope }),
  });
  return { invitation, link: `${needs.publicUrl}/${pageFor(wanted)}invitation=${invitation}`, expiresAt };
}

/** Staff of coaches work on a page of the riders' app (decision 180), all others on the verification screen; each page takes its own alone. */
const pageFor = ({ role, scope }: { readonly role: StaffRole; readonly scope?: StaffScope }): string =>
  coachRoles.includes(role) || (role === 'desk' && scope !== undefined) ? 'app/#/pages/crew/index?' : 'verify/#';

const coachRoles: readonly StaffRole[] = ['driver', 'attendant', 'ticket-seller', 'arrival-officer'];

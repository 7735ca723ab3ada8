import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { departureKeyOf } from '../coaches/verify-departure-code';
import { StaffScopeWire } from '../sessions/claims';
import type { SessionNeeds } from '../sessions/session-record';
import type { OpenSession } from '../sessions/sessions';
import { accessMs } from '../sessions/sessions';
import type { SigningKeys } from '../sessions/signing-keys';
import type { Tokens } from '../sessions/tokens';
import type { VenueRecord } from '../venues/records';
import { venueView } from '../venues/venue-view';
import type { StaffRecord } from './staff-record';

/** What a session of staff takes: it lists the venues of its invitation. */
export interface StaffSessionNeeds extends SessionNeeds {
  readonly tokens: Tokens;
  readonly signingKeys: SigningKeys;
  readonly venueOf: (venueId: string) => Promise<VenueRecord | undefined>;
}

/** The session as the verification screen gets it, with the venues of the invitation that still exist. */
export async function staffSession(
  needs: StaffSessionNeeds,
  session: OpenSession,
  staff: StaffRecord,
): Promise<StaffSession> {
  const issuedAt = needs.clock.now();
  const accessExpiresAt = issuedAt + accessMs;
  const { _id, role, city, displayName, venueIds, operatorId, scope, visitorOf } = staff;
  const venues = await Promise.all(venueIds.map(needs.venueOf));
  const accessToken = needs.tokens.issue({
    kind: 'staff',
    session: session.sessionId,
    issuedAt,
    expiresAt: accessExpiresAt,
    staff: _id,
    role,
    city,
    venues: [...venueIds],
    ...(operatorId !== undefined && { operator: operatorId }),
    ...(scope && { scope: StaffScopeWire.parse(scope) }),
    ...(visitorOf !== undefined && { visitor: true }),
  });
  const { refreshToken, refreshExpiresAt } = session;
  return {
    accessToken,
    accessExpiresAt,
    refreshToken,
    refreshExpiresAt,
    staffId: _id,
    displayName,
    role,
    city,
    venues: venues.flatMap((venue) => (venue ? [venueView(venue)] : [])),
    ...(visitorOf !== undefined && { visitor: true }),
    ...((role === 'driver' || role === 'attendant') && { signing: signingOf(needs, session.sessionId) }),
  };
}

const signingOf = ({ signingKeys }: StaffSessionNeeds, sessionId: string) => ({
  keyId: sessionId,
  key: Buffer.from(departureKeyOf(signingKeys, sessionId)).toString('hex'),
});

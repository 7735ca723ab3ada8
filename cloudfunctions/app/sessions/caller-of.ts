import type { Caller } from '@tongcheng/shared/caller';
import type { Claims } from './claims';
import type { RevocationList } from './revocations';
import type { Tokens } from './tokens';

/** Who calls, from the access token alone; without a token, anyone. Claims of another release that cannot be read are stale: renewing helps. */
export const makeCallerOf =
  (tokens: Tokens, list: RevocationList) =>
  async (bearer: string | undefined, address: string): Promise<Caller | 'ended' | 'stale'> => {
    if (bearer === undefined) return { kind: 'anyone', address };
    const claims = tokens.read(bearer);
    if (!claims) return 'ended';
    if (claims === 'unreadable') return 'stale';
    return (await list.effectOn(claims)) ?? callerFrom(claims, address);
  };

function callerFrom(claims: Claims, address: string): Caller {
  switch (claims.kind) {
    case 'rider':
      return {
        kind: 'rider',
        address,
        sessionId: claims.session,
        accountId: claims.account,
        eligibility: claims.standing,
        ...(claims.person === undefined ? {} : { personId: claims.person }),
        ...(claims.claimed === undefined ? {} : { claimedPersonId: claims.claimed }),
        ...(claims.apart === undefined ? {} : { apart: claims.apart }),
        ...(claims.maskedName === undefined ? {} : { maskedName: claims.maskedName }),
      };
    case 'staff':
      return {
        kind: 'staff',
        address,
        sessionId: claims.session,
        staffId: claims.staff,
        role: claims.role,
        city: claims.city,
        venueIds: claims.venues,
        ...(claims.operator !== undefined && { operatorId: claims.operator }),
        ...(claims.scope && { scope: claims.scope }),
        ...(claims.visitor && { visitor: claims.visitor }),
      };
    case 'device':
      return {
        kind: 'device',
        address,
        deviceId: claims.device,
        deviceKind: claims.deviceKind,
        city: claims.city,
        ...(claims.venue !== undefined && { venueId: claims.venue }),
        ...(claims.operator !== undefined && { operatorId: claims.operator }),
      };
    case 'official':
      return {
        kind: 'official',
        address,
        sessionId: claims.session,
        officialId: claims.official,
        roles: claims.roles,
        cities: claims.cities,
        ...(claims.provinces && { provinces: claims.provinces }),
      };
  }
}

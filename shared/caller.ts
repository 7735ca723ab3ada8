import type { Access, OfficialRole, StaffRole } from './access';
import type { Eligibility } from './eligibility';

/** A caller without a session; only the address is known, for limits. */
export interface AnyoneCaller {
  readonly kind: 'anyone';
  readonly address: string;
}

/** A signed-in rider. `personId` is there once they are authenticated (W-01). Everything here was signed by us into the session. */
export interface RiderCaller {
  readonly kind: 'rider';
  readonly address: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId?: string;
  readonly maskedName?: string;
  /** Set while they act for a family member: then person, name and eligibility are the member's. */
  readonly memberId?: string;
  readonly eligibility: Eligibility;
}

/** Staff at venues: a driver, an inspector, a desk. */
export interface StaffCaller {
  readonly kind: 'staff';
  readonly address: string;
  readonly sessionId: string;
  readonly staffId: string;
  readonly role: StaffRole;
  readonly city: string;
  /** Venues that the invitation names. */
  readonly venueIds: readonly string[];
}

/** An official of a bureau, operator or health office. */
export interface OfficialCaller {
  readonly kind: 'official';
  readonly address: string;
  readonly sessionId: string;
  readonly officialId: string;
  readonly roles: readonly OfficialRole[];
  /** Cities of the account, as GB/T 2260 codes. */
  readonly cities: readonly string[];
  /** Provinces of the account, each for itself and every city in it; absent: none. Ask `oversees` of `shared/scope.ts`. */
  readonly provinces?: readonly string[];
}

/** Whoever calls; known to the edge only, passed as an argument, never read from a body. */
export type Caller = AnyoneCaller | RiderCaller | StaffCaller | OfficialCaller;

/** The caller that an endpoint's access row promises its use case. */
export type CallerFor<A extends Access> = A['who'] extends 'rider'
  ? RiderCaller
  : A['who'] extends 'staff'
    ? StaffCaller
    : A['who'] extends 'official'
      ? OfficialCaller
      : Caller;

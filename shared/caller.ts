import type { Access, DeviceKind, OfficialRole, PartnerKind, StaffRole } from './access';
import type { Eligibility } from './eligibility';
import type { Scope } from './scope';
import type { Instant } from './time';

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
  /** Whom the account says it is, unproven while somebody is that person already: its scans are theirs, nothing else is. */
  readonly claimedPersonId?: string;
  /** Its scans are kept apart from those of the person's other accounts; whether it sees theirs. */
  readonly apart?: 'sees-own' | 'sees-all';
  readonly maskedName?: string;
  /** Set while they act for a family member: then person, name and eligibility are the member's. */
  readonly memberId?: string;
  /** Of a family member: since when they are looked after, and whether nobody heard their own consent yet. */
  readonly memberSince?: Instant;
  readonly isUnconfirmed?: true;
  readonly eligibility: Eligibility;
}

/** Where staff may act: at some venues, at some stations, or wherever their operator runs. */
export type StaffScope =
  | { readonly kind: 'venues'; readonly venueIds: readonly string[] }
  | { readonly kind: 'stations'; readonly stationIds: readonly string[] }
  | { readonly kind: 'operator' };

/** Staff: a driver, an inspector, a desk … */
export interface StaffCaller {
  readonly kind: 'staff';
  readonly address: string;
  readonly sessionId: string;
  readonly staffId: string;
  readonly role: StaffRole;
  readonly city: string;
  /** Venues that the invitation names; none where the scope is of another kind. */
  readonly venueIds: readonly string[];
  /** Whose staff they are. Absent: of a city's ride registration. */
  readonly operatorId?: string;
  /** Absent: the venues of the invitation. */
  readonly scope?: StaffScope;
  /** L-06: a crew from outside the province that came in by the visitor code of the station of its scope. It sees and tells of its own trips only. */
  readonly visitor?: true;
}

/** A gate, a reader, a terminal or a validator that proved its key. */
interface DeviceCaller {
  readonly kind: 'device';
  readonly address: string;
  readonly deviceId: string;
  readonly deviceKind: DeviceKind;
  readonly city: string;
  /** Where it stands; absent where it moves. */
  readonly venueId?: string;
  readonly operatorId?: string;
}

/** A system of a ticketing network, a card company or a platform that signed its request. */
export interface PartnerCaller {
  readonly kind: 'partner';
  readonly address: string;
  readonly partnerId: string;
  readonly partnerKind: PartnerKind;
  readonly name: string;
  readonly keyId: string;
  /** Cities and provinces for which it may speak. */
  readonly scopes: readonly Scope[];
  /** Kinds of cards that it may link. */
  readonly cardKinds: readonly string[];
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
export type Caller = AnyoneCaller | RiderCaller | StaffCaller | OfficialCaller | DeviceCaller | PartnerCaller;

/** Where staff may act. */
export const scopeOfStaff = ({ scope, venueIds }: Pick<StaffCaller, 'scope' | 'venueIds'>): StaffScope =>
  scope ?? { kind: 'venues', venueIds };

/** The caller of each kind of access row. */
interface CallerOfKind {
  readonly anyone: Caller;
  readonly rider: RiderCaller;
  readonly staff: StaffCaller;
  readonly official: OfficialCaller;
  readonly device: DeviceCaller;
  readonly partner: PartnerCaller;
}

/** The caller that an endpoint's access row promises its use case. */
export type CallerFor<A extends Access> = CallerOfKind[A['who']];

/** Ways into the product: the web, and the two platforms in whose app a rider is. On the wire and in records the field is named `provider`. */
export const channels = ['web', 'wechat', 'alipay'] as const;
export type Channel = (typeof channels)[number];

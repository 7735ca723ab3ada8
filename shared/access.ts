/**
 * Roles of officials, who sign in with password and TOTP. `health` opens cases and asks for names; `health-supervisor` is the second key of a
 * tracing.
 */
export const officialRoles = ['administrator', 'bureau', 'operator', 'health', 'health-supervisor', 'auditor'] as const;
export type OfficialRole = (typeof officialRoles)[number];

/**
 * Roles of staff, who sign in with an invitation. The first three stand at venues of a city's ride registration; `crew` is
 * theirs alone: coaches tell driver and attendant apart. A role may do what access rows say, and nothing else.
 */
export const staffRoles = [
  'crew',
  'inspector',
  'desk',
  'driver',
  'attendant',
  'safety-officer',
  'ticket-seller',
  'arrival-officer',
  'community-worker',
  'police-counter',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Kinds of devices: each has a key and a place, and is nobody's (design: a device is never a person). */
export const deviceKinds = ['gate', 'reader', 'terminal', 'validator'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Kinds of partner systems, whose requests are signed. */
export const partnerKinds = ['ticketing-network', 'card-company', 'platform'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Who may call an endpoint. What else holds (city, ownership, purpose, case) is decided by the use case from the caller. */
export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'rider' }
  | { readonly who: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly who: 'official'; readonly roles: readonly OfficialRole[] }
  | { readonly who: 'device'; readonly kinds: readonly DeviceKind[] }
  | { readonly who: 'partner'; readonly kinds: readonly PartnerKind[] };

/** No session needed; limited by address. */
export const anyone = { who: 'anyone' } as const;
/** A signed-in rider, for themselves. */
export const rider = { who: 'rider' } as const;
/** Staff with one of these roles, within the scope of their invitation. */
export const staff = <const R extends readonly StaffRole[]>(...roles: R) => ({ who: 'staff', roles }) as const;
/** Officials with one of these roles, in the cities and provinces of their account. */
export const official = <const R extends readonly OfficialRole[]>(...roles: R) => ({ who: 'official', roles }) as const;
/** A registered device of one of these kinds, at its own place. */
export const device = <const K extends readonly DeviceKind[]>(...kinds: K) => ({ who: 'device', kinds }) as const;
/** A partner system of one of these kinds, by a signature in the body, in the cities and provinces of its registration. */
export const partner = <const K extends readonly PartnerKind[]>(...kinds: K) => ({ who: 'partner', kinds }) as const;

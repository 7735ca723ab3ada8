/** Roles of officials, who sign in with password and TOTP. */
export const officialRoles = ['administrator', 'bureau', 'operator', 'health', 'auditor'] as const;
export type OfficialRole = (typeof officialRoles)[number];

/** Roles of staff at a venue, who sign in with an invitation code. */
export const staffRoles = ['crew', 'inspector', 'desk'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who may call an endpoint. What else holds (city, ownership, purpose, case) is decided by the use case from the caller. */
export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'rider' }
  | { readonly who: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly who: 'official'; readonly roles: readonly OfficialRole[] };

/** No session needed; limited by address. */
export const anyone = { who: 'anyone' } as const;
/** A signed-in rider, for themselves. */
export const rider = { who: 'rider' } as const;
/** Staff with one of these roles, at the venues of their invitation. */
export const staff = <const R extends readonly StaffRole[]>(...roles: R) => ({ who: 'staff', roles }) as const;
/** Officials with one of these roles, in the cities of their account. */
export const official = <const R extends readonly OfficialRole[]>(...roles: R) => ({ who: 'official', roles }) as const;

import type { OfficialRole, StaffRole } from '@tongcheng/shared/access';
import type { Api } from '@tongcheng/shared/api';
import type { EndpointName } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { officialRows, staffRows } from './access-rows';

type CalledBy<Who extends string> = {
  [N in EndpointName]: Api[N]['access'] extends { readonly who: Who } ? N : never;
}[EndpointName];

/** An endpoint that officials call. */
export type OfficialEndpoint = CalledBy<'official'>;
/** An endpoint that staff call. */
export type StaffEndpoint = CalledBy<'staff'>;
/** What a section can open with: what officials call, or what everybody may. */
export type SectionEndpoint = OfficialEndpoint | CalledBy<'anyone'>;

type RowsOf<N extends EndpointName> = {
  readonly [E in N]: Api[E]['access'] extends { readonly roles: infer Roles } ? Roles : never;
};

// The copied rows have the types of the declared ones: after a change of an access row this does not compile before `npm run generate`.
const official: RowsOf<OfficialEndpoint> = officialRows;
const staff: RowsOf<StaffEndpoint> = staffRows;

const officialTable: ReadonlyMap<string, readonly OfficialRole[]> = new Map(Object.entries(official));
const staffTable: ReadonlyMap<string, readonly StaffRole[]> = new Map(Object.entries(staff));

/** Whether an official's roles suffice for an endpoint; one without a row is for everybody. It only decides what is shown: the server decides what is done. */
export const officialMay = ({ roles }: Pick<OfficialSession, 'roles'>, name: SectionEndpoint): boolean => {
  const allowed = officialTable.get(name);
  return allowed === undefined || roles.some((role) => allowed.includes(role));
};

/** Whether a role of staff suffices for an endpoint. It only decides what is shown. */
export const staffMay = (role: StaffRole, name: StaffEndpoint): boolean =>
  staffTable.get(name)?.includes(role) ?? false;

import { createHash } from 'node:crypto';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { Appointment, OfficialChangeKind, OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { OfficialRecord } from '../official-record';
import { overseesAllOf } from '../revoke-official';
import type { OfficialChangeRecord } from './official-change-record';

/** A proposal is decided within a week; later it has to be made again. */
const proposalMs = 7 * dayMs;
/** A one-time link is used within three days. */
const linkMs = 3 * dayMs;

/** After so many wrong codes a link is over. */
const maxWrongCodes = 10;

/** Whether a change gives a one-time link. */
export const givesLink = (kind: OfficialChangeKind): boolean => kind === 'add' || kind === 'credentials';

/** When a proposal can no longer be approved. */
export const proposalEnds = ({ proposedAt }: OfficialChangeRecord): Instant => proposedAt + proposalMs;

/** When the link of an approved change ends. */
export const linkEnds = ({ decidedAt = 0 }: OfficialChangeRecord): Instant => decidedAt + linkMs;

/** Whether a change waits for a decision; an approval that was interrupted before it was carried out is repeated. */
export const isUndecided = ({ state, kind }: OfficialChangeRecord): boolean =>
  state === 'open' || (state === 'approved' && !givesLink(kind));

/** Whether its link can be used. */
export const isLinkOpen = (change: OfficialChangeRecord, now: Instant): boolean =>
  change.state === 'approved' && givesLink(change.kind) && now < linkEnds(change) && change.wrongCodes < maxWrongCodes;

/** What an official may do and where, as changes speak of it. */
export const appointmentOf = ({ roles, cities, provinces = [] }: OfficialRecord): Appointment => ({
  roles: [...roles],
  cities: [...cities],
  provinces: [...provinces],
});

/** Whether two appointments are the same, in whatever order they are written. */
export const isSameAppointment = (one: Appointment, other: Appointment): boolean => textOf(one) === textOf(other);

const textOf = ({ roles, cities, provinces }: Appointment) =>
  JSON.stringify([roles, cities, provinces].map((list) => [...new Set<string>(list)].sort()));

/** A digest of all that would be approved, so that an approval holds for what was looked at and nothing else. */
export function changeDigest(change: OfficialChangeRecord): string {
  const { _id, kind, login, officialId, name = '', before, wasRevoked, after, reason, proposedBy, proposedAt } = change;
  const appointments = [before, after].map((each) => (each ? textOf(each) : ''));
  const content = [_id, kind, login, officialId, name, appointments, wasRevoked, reason, proposedBy, proposedAt];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** Whether somebody acts in every place that a change is about. */
export const isWithin = (caller: Pick<OfficialCaller, 'cities' | 'provinces'>, change: OfficialChangeRecord): boolean =>
  [change.before, change.after].every((each) => each === undefined || overseesAllOf(caller, each));

/** How an official stands to a change. */
export function standingOf(caller: OfficialCaller, change: OfficialChangeRecord): OfficialChangeRow['standing'] {
  if (change.proposedBy === caller.officialId) return 'proposer';
  if (change.officialId === caller.officialId) return 'subject';
  if (!isWithin(caller, change)) return 'elsewhere';
  return change.byAdministrator || caller.roles.includes('administrator') ? 'decides' : 'no-administrator';
}

/** A change as officials see it. */
export function changeRow(caller: OfficialCaller, change: OfficialChangeRecord, name?: string): OfficialChangeRow {
  const { _id: changeId, kind, login, before, after, reason, proposedBy, proposedAt, decidedBy = '' } = change;
  const isApproved = change.state === 'approved' && givesLink(kind);
  return {
    ...{ changeId, kind, login, reason, proposedBy, proposedAt },
    ...(name !== undefined && { name }),
    ...(before && { before }),
    ...(after && { after }),
    expiresAt: proposalEnds(change),
    ...(isApproved && { link: { approvedBy: decidedBy, endsAt: linkEnds(change) } }),
    proposal: changeDigest(change),
    standing: standingOf(caller, change),
  };
}

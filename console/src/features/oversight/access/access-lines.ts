import type { DeviceRow, ListedDevice } from '@tongcheng/shared/devices/api';
import type { SignInRow } from '@tongcheng/shared/oversight/session-api';
import type { InvitationRow, OfficialRow, StaffRow } from '@tongcheng/shared/oversight/wire';
import type { PartnerRow } from '@tongcheng/shared/partners/api';
import type { Text } from '@tongcheng/shared/text';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { Say } from '../../../ui/language';
import { venueLine } from '../../../ui/venue-line';
import { accessListTexts, deviceKindTexts, officialRoleTexts, partnerKindTexts, staffRoleTexts } from './access-texts';

/** One that may come in, as a row of the table. */
export interface AccessLine {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly where: string;
  /** The id of the official who invited or registered them. */
  readonly by?: string;
  readonly from?: Instant;
  readonly until?: Instant;
  /** When a browser that is signed in was heard of last. */
  readonly heardAt?: Instant;
  readonly sessions?: number;
  readonly revokedAt?: Instant;
  readonly revocable: boolean;
  /** What only the details tell. */
  readonly more: readonly { readonly name: Text; readonly value: string }[];
}

const joined = (parts: readonly string[]) => parts.join(' · ');

const whereOf = (
  say: Say,
  { scope, venues, stations = [] }: Pick<StaffRow, 'scope' | 'venues' | 'stations'>,
): string => {
  switch (scope.kind) {
    case 'operator':
      return say(accessListTexts.operator);
    case 'stations':
      // A station that the city's settings no longer have is known by its id alone.
      return joined(stations.length > 0 ? stations.map((name) => say(name)) : scope.stationIds);
    case 'venues': {
      const names = venues.map((venue) => venueLine(venue, say));
      const n = scope.venueIds.length;
      return n > names.length ? joined([...names, say(accessListTexts.venueCount, { n })]) : joined(names);
    }
  }
};

const idLine = (value: string) => ({ name: accessListTexts.id, value });

/** What only the details tell of somebody with a scope: ids. */
const idLines = (id: string, { scope }: Pick<StaffRow, 'scope'>): AccessLine['more'] => [
  ...(scope.kind === 'stations' ? [{ name: accessListTexts.stationIds, value: joined(scope.stationIds) }] : []),
  idLine(id),
];

/** Crews from outside are told apart from those of an operator (L-06). */
const roleOf = (say: Say, { role, visitors }: Pick<StaffRow, 'role' | 'visitors'>): string =>
  say(visitors ? accessListTexts.visitor : staffRoleTexts[role]);

/** Staff who are signed in. */
export const staffLine = (say: Say, row: StaffRow): AccessLine => ({
  id: row.staffId,
  name: row.displayName,
  role: roleOf(say, row),
  where: whereOf(say, row),
  by: row.invitedBy,
  from: row.signedInAt,
  until: row.sessionEndsAt,
  revocable: true,
  more: idLines(row.staffId, row),
});

/** An open invitation; its code was shown once and is not known here. */
export const invitationLine = (say: Say, row: InvitationRow): AccessLine => ({
  id: row.invitationId,
  name: `${say(row.visitors ? accessListTexts.visitorCode : accessListTexts.invitation)} ${row.invitationId.slice(0, 6)}`,
  role: roleOf(say, row),
  where: whereOf(say, row),
  by: row.invitedBy,
  until: row.expiresAt,
  revocable: true,
  more: idLines(row.invitationId, row),
});

const registered = (row: DeviceRow | PartnerRow) => ({
  by: row.registeredBy,
  from: row.registeredAt,
  ...(row.revokedAt !== undefined && { revokedAt: row.revokedAt }),
  revocable: row.revokedAt === undefined,
});

/** A device. */
export const deviceLine = (say: Say, row: ListedDevice): AccessLine => ({
  id: row.deviceId,
  name: row.name,
  role: say(deviceKindTexts[row.kind]),
  where: row.venue ? venueLine(row.venue, say) : (row.venueId ?? say(accessListTexts.moves)),
  ...registered(row),
  more: [idLine(row.deviceId)],
});

const keyWords = (say: Say, { keyId, addedAt, revokedAt }: PartnerRow['keys'][number]): string =>
  say(revokedAt === undefined ? accessListTexts.keyHolds : accessListTexts.keyRevoked, {
    key: keyId,
    time: formatInstant(revokedAt ?? addedAt, 'YYYY-MM-DD HH:mm'),
  });

/** A partner system, with its keys; places in words. */
export const partnerLine = (say: Say, row: PartnerRow, placeOf: (code: string) => string): AccessLine => ({
  id: row.partnerId,
  name: row.name,
  role: say(partnerKindTexts[row.kind]),
  where: joined(row.scopes.map(({ code }) => placeOf(code))),
  ...registered(row),
  more: [...row.keys.map((key) => ({ name: accessListTexts.key, value: keyWords(say, key) })), idLine(row.partnerId)],
});

/** Where an official is signed in. */
export const signInLine = (say: Say, row: SignInRow): AccessLine => ({
  id: row.sessionId,
  name: row.name === undefined ? row.login : `${row.name} (${row.login})`,
  role: say(row.current ? accessListTexts.thisBrowser : accessListTexts.otherBrowser),
  where: '',
  from: row.openedAt,
  heardAt: row.renewedAt,
  until: row.endsAt,
  revocable: row.endable && !row.current,
  more: [],
});

/** An official; places in words. */
export const officialLine = (say: Say, row: OfficialRow, placeOf: (code: string) => string): AccessLine => ({
  id: row.officialId,
  name: row.name === undefined ? row.login : `${row.name} (${row.login})`,
  role: joined(row.roles.map((role) => say(officialRoleTexts[role]))),
  where: joined([...(row.provinces ?? []), ...row.cities].map(placeOf)),
  sessions: row.sessions,
  ...(row.revokedAt !== undefined && { revokedAt: row.revokedAt }),
  revocable: row.revocable,
  more: [idLine(row.officialId)],
});

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

/** What rows are told with. */
export interface AccessWords {
  readonly say: Say;
  /** Several as a list; a dot may stand within each, between line and stop. */
  readonly list: (parts: readonly string[]) => string;
  /** What a city or province is called. */
  readonly placeOf: (code: string) => string;
}

const whereOf = (
  { say, list }: AccessWords,
  { scope, venues, stations = [] }: Pick<StaffRow, 'scope' | 'venues' | 'stations'>,
): string => {
  switch (scope.kind) {
    case 'operator':
      return say(accessListTexts.operator);
    case 'stations':
      // A station that the city's settings no longer have is known by its id alone.
      return list(stations.length > 0 ? stations.map((name) => say(name)) : scope.stationIds);
    case 'venues': {
      const names = venues.map((venue) => venueLine(venue, say));
      const n = scope.venueIds.length;
      return list(n > names.length ? [...names, say(accessListTexts.venueCount, { n })] : names);
    }
  }
};

const idLine = (value: string) => ({ name: accessListTexts.id, value });

/** What only the details tell of somebody with a scope: ids. */
const idLines = (id: string, { scope }: Pick<StaffRow, 'scope'>): AccessLine['more'] => [
  ...(scope.kind === 'stations' ? [{ name: accessListTexts.stationIds, value: scope.stationIds.join(' ') }] : []),
  idLine(id),
];

/** Crews from outside are told apart from those of an operator (L-06). */
const roleOf = (say: Say, { role, visitors }: Pick<StaffRow, 'role' | 'visitors'>): string =>
  say(visitors ? accessListTexts.visitor : staffRoleTexts[role]);

/** Staff who are signed in. */
export const staffLine = (words: AccessWords, row: StaffRow): AccessLine => ({
  id: row.staffId,
  name: row.displayName,
  role: roleOf(words.say, row),
  where: whereOf(words, row),
  by: row.invitedBy,
  from: row.signedInAt,
  until: row.sessionEndsAt,
  revocable: true,
  more: idLines(row.staffId, row),
});

/** An open invitation; its code was shown once and is not known here. */
export const invitationLine = (words: AccessWords, row: InvitationRow): AccessLine => ({
  id: row.invitationId,
  name: `${words.say(row.visitors ? accessListTexts.visitorCode : accessListTexts.invitation)} ${row.invitationId.slice(0, 6)}`,
  role: roleOf(words.say, row),
  where: whereOf(words, row),
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
export const deviceLine = ({ say }: AccessWords, row: ListedDevice): AccessLine => ({
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
export const partnerLine = ({ say, list, placeOf }: AccessWords, row: PartnerRow): AccessLine => ({
  id: row.partnerId,
  name: row.name,
  role: say(partnerKindTexts[row.kind]),
  where: list(row.scopes.map(({ code }) => placeOf(code))),
  ...registered(row),
  more: [...row.keys.map((key) => ({ name: accessListTexts.key, value: keyWords(say, key) })), idLine(row.partnerId)],
});

/** Where an official is signed in. */
export const signInLine = ({ say }: AccessWords, row: SignInRow): AccessLine => ({
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
export const officialLine = ({ say, list, placeOf }: AccessWords, row: OfficialRow): AccessLine => ({
  id: row.officialId,
  name: row.name === undefined ? row.login : `${row.name} (${row.login})`,
  role: list(row.roles.map((role) => say(officialRoleTexts[role]))),
  where: list([...(row.provinces ?? []), ...row.cities].map(placeOf)),
  sessions: row.sessions,
  ...(row.revokedAt !== undefined && { revokedAt: row.revokedAt }),
  revocable: row.revocable,
  more: [idLine(row.officialId)],
});

import type { DeviceRow } from '@tongcheng/shared/devices/api';
import type { InvitationRow, OfficialRow, StaffRow } from '@tongcheng/shared/oversight/wire';
import type { PartnerRow } from '@tongcheng/shared/partners/api';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { Say } from '../../../ui/language';
import { venueLine } from '../../../ui/venue-line';
import { accessListTexts, officialRoleTexts, staffRoleTexts } from './access-texts';

/** One that may come in, as a row of the table. */
export interface AccessLine {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly where: string;
  readonly time: string;
  readonly revocable: boolean;
}

const shown = (instant: Instant) => formatInstant(instant, 'MM-DD HH:mm');
const joined = (parts: readonly string[]) => parts.join(' · ');

const whereOf = (say: Say, { scope, venues }: Pick<StaffRow, 'scope' | 'venues'>): string => {
  switch (scope.kind) {
    case 'operator':
      return say(accessListTexts.operator);
    case 'stations':
      return say(accessListTexts.stations, { list: scope.stationIds.join(' ') });
    case 'venues': {
      const names = venues.map((venue) => venueLine(venue, say));
      const n = scope.venueIds.length;
      return n > names.length ? joined([...names, say(accessListTexts.venueCount, { n })]) : joined(names);
    }
  }
};

/** Staff who are signed in. */
export const staffLine = (say: Say, row: StaffRow): AccessLine => ({
  id: row.staffId,
  name: row.displayName,
  role: say(staffRoleTexts[row.role]),
  where: whereOf(say, row),
  time: say(accessListTexts.session, { from: shown(row.signedInAt), until: shown(row.sessionEndsAt) }),
  revocable: true,
});

/** An open invitation; its code was shown once and is not known here. */
export const invitationLine = (say: Say, row: InvitationRow): AccessLine => ({
  id: row.invitationId,
  name: `${say(accessListTexts.invitation)} ${row.invitationId.slice(0, 6)}`,
  role: say(staffRoleTexts[row.role]),
  where: whereOf(say, row),
  time: say(accessListTexts.until, { time: shown(row.expiresAt) }),
  revocable: true,
});

const registeredOrRevoked = (say: Say, registeredAt: Instant, revokedAt: Instant | undefined): string =>
  revokedAt === undefined
    ? say(accessListTexts.registered, { time: shown(registeredAt) })
    : say(accessListTexts.revoked, { time: shown(revokedAt) });

/** A device. */
export const deviceLine = (say: Say, row: DeviceRow): AccessLine => ({
  id: row.deviceId,
  name: row.name,
  role: row.kind,
  where: row.venueId ?? '',
  time: registeredOrRevoked(say, row.registeredAt, row.revokedAt),
  revocable: row.revokedAt === undefined,
});

/** A partner system. */
export const partnerLine = (say: Say, row: PartnerRow): AccessLine => ({
  id: row.partnerId,
  name: row.name,
  role: row.kind,
  where: joined(row.scopes.map(({ code }) => code)),
  time: registeredOrRevoked(say, row.registeredAt, row.revokedAt),
  revocable: row.revokedAt === undefined,
});

/** An official. */
export const officialLine = (say: Say, row: OfficialRow): AccessLine => ({
  id: row.officialId,
  name: row.name === undefined ? row.login : `${row.name} (${row.login})`,
  role: joined(row.roles.map((role) => say(officialRoleTexts[role]))),
  where: joined([...row.cities, ...(row.provinces ?? [])]),
  time:
    row.revokedAt === undefined
      ? say(accessListTexts.sessions, { n: row.sessions })
      : say(accessListTexts.revoked, { time: shown(row.revokedAt) }),
  revocable: row.revocable,
});

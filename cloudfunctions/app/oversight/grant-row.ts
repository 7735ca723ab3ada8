import { type StaffScope, scopeOfStaff } from '@tongcheng/shared/caller';
import { type StaffRow, StaffScopeRow } from '@tongcheng/shared/oversight/wire';
import type { Text } from '@tongcheng/shared/text';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { venueView } from '../venues/venue-view';
import type { InvitationRecord, StaffRecord } from './staff-record';

/** Of many venues the first few say which they are. */
const namedVenues = 3;

type Granted = Omit<StaffRecord, '_id' | 'displayName'> & Pick<InvitationRecord, 'visitors'>;

/** What staff, or an invitation, may do and where, as officials see it. */
export async function grantRow(
  { cityOf, venueOf }: { readonly cityOf: CityOf; readonly venueOf: VenueOf },
  { role, city, operatorId, invitedBy, venueIds, scope, visitorOf, visitors }: Granted,
): Promise<Omit<StaffRow, 'staffId' | 'displayName' | 'signedInAt' | 'sessionEndsAt'>> {
  const where: StaffScope = scopeOfStaff({ venueIds, ...(scope && { scope }) });
  const found = await Promise.all(venueIds.slice(0, namedVenues).map(venueOf));
  return {
    ...{ role, city, invitedBy },
    ...(operatorId !== undefined && { operatorId }),
    ...((visitors ?? visitorOf !== undefined) && { visitors: true }),
    scope: StaffScopeRow.parse(where),
    ...(where.kind === 'stations' && { stations: await namesOf(cityOf, city, where.stationIds) }),
    venues: found.flatMap((venue) => (venue ? [venueView(venue)] : [])),
  };
}

async function namesOf(cityOf: CityOf, city: string, stationIds: readonly string[]): Promise<Text[]> {
  const settings = await cityOf(city);
  const stations = settings ? (blockOf(settings, 'coaches')?.stations ?? []) : [];
  return stations.filter(({ stationId }) => stationIds.includes(stationId)).map(({ name }) => name);
}

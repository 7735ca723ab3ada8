import type { StaffRole } from '@tongcheng/shared/access';
import type { StaffScope } from '@tongcheng/shared/caller';
import type { StaffPost } from '../staff/post';
import type { Clerk } from './clerk';
import type { PlannedDeparture } from './planned-departure';
import type { CoachProvince } from './province';

/** A post of the province's coach staff. */
export interface CoachPost extends StaffPost {
  readonly city: string;
  /** Absent: of the city's operator. */
  readonly scope?: StaffScope;
  /** L-06: comes in by the visitor code that this station posts. */
  readonly visitsStation?: string;
}

const postOf = (postId: string, role: StaffRole, city: string, scope?: StaffScope): CoachPost => ({
  ...{ postId, role, venueIds: [], city },
  ...(scope && { scope }),
});

const stationsOf = (stationIds: readonly string[]): StaffScope => ({ kind: 'stations', stationIds });

/** Whoever drives a departure: of the city's operator, or a visitor from outside the province, who belongs to none (L-06). */
export function driverPost({ city, run, order, toldBy, origin }: PlannedDeparture): CoachPost {
  const { stationId } = origin;
  if (toldBy === 'visitor' && stationId !== undefined)
    return { ...postOf(`visitor-${order}-${stationId}`, 'driver', city), visitsStation: stationId };
  return postOf(`driver-${city}-${run}`, 'driver', city);
}

/** The desk of the station that a departure leaves. */
export const deskPost = ({ city, origin: { stationId = '' } }: PlannedDeparture): CoachPost =>
  postOf(`desk-${city}-${stationId}`, 'desk', city, stationsOf([stationId]));

/** A desk of all stations of a city, for whoever tries the product: one station alone has a departure or two a day. */
export const cityDeskPost = (province: CoachProvince, city: string): CoachPost =>
  postOf(`desk-${city}`, 'desk', city, allStationsOf(province, city));

/** The arrival officer of a city. */
export const officerPost = (province: CoachProvince, city: string): CoachPost =>
  postOf(`officer-${city}`, 'arrival-officer', city, allStationsOf(province, city));

const allStationsOf = ({ cities }: CoachProvince, city: string): StaffScope =>
  stationsOf((cities.find((each) => each.city === city)?.stations ?? []).map(({ stationId }) => stationId));

/** As long as an invitation may last. */
const validHours = 168;

/** Invitations as the province's clerk makes them; the operator of a city is added by whoever first needs it. Throws where the product refuses. */
export function coachInvitations(clerk: Clerk, { cities }: CoachProvince): (post: CoachPost) => Promise<string> {
  const operators = new Map<string, Promise<string>>();
  const operatorOf = (city: string) => {
    const known =
      operators.get(city) ?? findOrAdd(clerk, city, cities.find((each) => each.city === city)?.name.zh ?? '');
    operators.set(city, known);
    return known;
  };
  const postedCodeOf = postedCodes(clerk);
  return async ({ role, city, scope, visitsStation }) => {
    await clerk.token();
    if (visitsStation !== undefined) return postedCodeOf(city, visitsStation);
    const place = scope ? { scope } : { scope: { kind: 'operator' } as const, operatorId: await operatorOf(city) };
    const asked = { city, role, venueIds: [], validHours, ...wirePlace(place) };
    const answer = await clerk.client.call('oversight.create-invitation', asked);
    if (!answer.ok) throw new Error(`no invitation for ${role} of ${city}: ${answer.failure.code}`);
    return answer.value.invitation;
  };
}

/** As long as a code may hang on a wall. */
const postedDays = 366;

/** The visitor code of each station, posted when the first crew from outside asks for it; all of them come in by the same one. */
function postedCodes({ client }: Clerk): (city: string, stationId: string) => Promise<string> {
  const posted = new Map<string, Promise<string>>();
  const post = async (city: string, stationId: string) => {
    const answer = await client.call('oversight.post-visitor-code', { city, stationId, validDays: postedDays });
    if (!answer.ok) throw new Error(`no visitor code for ${stationId}: ${answer.failure.code}`);
    return answer.value.invitation;
  };
  return (city, stationId) => {
    const known = posted.get(stationId) ?? post(city, stationId);
    posted.set(stationId, known);
    return known;
  };
}

type Placed = { readonly scope: StaffScope; readonly operatorId?: string };

/** A scope as the endpoint reads it. */
function wirePlace({ scope, operatorId }: Placed) {
  if (scope.kind === 'stations') return { scope: { kind: 'stations' as const, stationIds: [...scope.stationIds] } };
  return { scope: { kind: 'operator' as const }, ...(operatorId !== undefined && { operatorId }) };
}

/** Nobody real: whoever reads the list sees that it was made up. */
async function findOrAdd({ client }: Clerk, city: string, name: string): Promise<string> {
  const wanted = `${name}演示客运公司`;
  const listed = await client.call('venues.list-operators', { city });
  const known = listed.ok ? listed.value.operators.find((each) => each.name === wanted) : undefined;
  if (known) return known.operatorId;
  const added = await client.call('venues.add-operator', { city, name: wanted });
  if (!added.ok) throw new Error(`no operator in ${city}: ${added.failure.code}`);
  return added.value.operatorId;
}

import type { OfficialCaller, RiderCaller, StaffCaller } from '@tongcheng/shared/caller';
import type { HealthStatus } from '@tongcheng/shared/eligibility';
import { newId, type RandomBytes } from '@tongcheng/shared/ids';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { Installation } from './installation';
import { type PlaceName, places } from './places';
import { clock } from './ride-settings';

/** Chance from a seed: the same bytes each run, never the same twice in one. */
export const chanceOf = (seed: number): RandomBytes => {
  let state = seed + 1;
  return (size) =>
    Uint8Array.from({ length: size }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state >>> 16;
    });
};

const bytes = chanceOf(7);

/** A status of this colour that holds on the day of the tests. */
export const status = (colour: HealthStatus['colour']): HealthStatus => ({
  colour,
  issuedAt: clock('06:00:00'),
  expiresAt: clock('06:00:00', '2022-06-10'),
  source: 'provincial-health-code',
});

/** A demonstration rider, authenticated and green unless said otherwise. */
export const aRider = (id: string, more: Partial<RiderCaller> = {}): RiderCaller => ({
  kind: 'rider',
  address: '127.0.0.1',
  sessionId: `session-${id}`,
  accountId: `acc-${id}`,
  personId: `per-${id}`,
  maskedName: '演**',
  eligibility: { identity: true, status: status('green'), test: null },
  ...more,
});

/** A demonstration rider who was never authenticated. */
export const aStranger = (id: string): RiderCaller => {
  const { personId: _person, maskedName: _name, ...rest } = aRider(id);
  return { ...rest, eligibility: { identity: false, status: null, test: null } };
};

/** Staff with an invitation for these places. */
export const staffAt = (...names: PlaceName[]): StaffCaller => ({
  kind: 'staff',
  address: '127.0.0.1',
  sessionId: 'staff-session',
  staffId: 'staff-1',
  role: 'crew',
  city: '420100',
  venueIds: names.map((name) => places[name]._id),
});

/** An official of the town. */
export const official: OfficialCaller = {
  kind: 'official',
  address: '127.0.0.1',
  sessionId: 'official-session',
  officialId: 'official-1',
  roles: ['operator'],
  cities: ['420100'],
};

/** A new id of an instant. */
export const idAt = (at: number): string => newId(at, bytes);

/** A scan as a phone with a good clock sends it: at once, unless `sentAt` says later. */
export const aScan = (
  { codeOf }: Pick<Installation, 'codeOf'>,
  place: PlaceName,
  scannedAt: number,
  more: Partial<ScanInput> = {},
): ScanInput => ({ scanId: idAt(scannedAt), code: codeOf(places[place]), scannedAt, sentAt: scannedAt, ...more });

import type { AnyoneCaller, OfficialCaller, RiderCaller, StaffCaller } from '@tongcheng/shared/caller';
import { newId } from '@tongcheng/shared/ids';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { seededChance } from './chance';
import type { Installation } from './installation';
import { type PlaceName, places } from './places';
import { anEligibility, aStatus } from './records';
import { scanInput } from './scan-input';

const { bytes } = seededChance('callers');

/** A demonstration rider, authenticated and green unless said otherwise. */
export const aRider = (id: string, more: Partial<RiderCaller> = {}): RiderCaller => ({
  kind: 'rider',
  address: '127.0.0.1',
  sessionId: `session-${id}`,
  accountId: `acc-${id}`,
  personId: `per-${id}`,
  maskedName: '演**',
  eligibility: anEligibility({ identity: true, status: aStatus('green') }),
  ...more,
});

/** A demonstration rider who was never authenticated. */
export const aStranger = (id: string): RiderCaller => {
  const { personId: _person, maskedName: _name, ...rest } = aRider(id);
  return { ...rest, eligibility: anEligibility() };
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

/** An official of the town, an operator unless said otherwise. */
export const anOfficial = (more: Partial<OfficialCaller> = {}): OfficialCaller => ({
  kind: 'official',
  address: '127.0.0.1',
  sessionId: 'official-session',
  officialId: 'official-1',
  roles: ['operator'],
  cities: ['420100'],
  ...more,
});

/** Somebody without a session, who calls from an address. */
export const anyoneAt = (address: string): AnyoneCaller => ({ kind: 'anyone', address });

/** A new id of an instant. */
export const idAt = (at: number): string => newId(at, bytes);

/** A scan as a phone with a good clock sends it: at once, unless `sentAt` says later. */
export const aScan = (
  { codeOf }: Pick<Installation, 'codeOf'>,
  place: PlaceName,
  scannedAt: number,
  more: Partial<ScanInput> = {},
): ScanInput => scanInput(codeOf(places[place]), scannedAt, bytes, more);

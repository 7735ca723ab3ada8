import type { OutputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { RideView } from '@tongcheng/shared/rides/wire';
import { addDays, type Day } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { asMemberHeld } from '../identity/family/member-of';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { applyCorrections } from './corrections/corrections';
import { refusalsAbout, withEarlierRefusals } from './corrections/earlier-refusals';
import { dayOfRide, deriveMeanings, deriveRefusals, deriveRides, type Refusal } from './journeys/derive-rides';
import { ownScans } from './journeys/own-scans';
import { refusedBoarding, rideView } from './journeys/ride-view';
import { isCounted, type ScanRecord } from './scan-record';
import { type UsualOf, usualOnDays } from './usual/usual-of';

/** What a rider's history needs. */
export interface HistoryNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
  readonly usualOf: UsualOf;
}

type HistoryDay = OutputOf<typeof api.history>['days'][number];

/** A rider's own rides by day, or those of a member of their family, derived anew from the scans; days whose key is gone are skipped, for nobody can read them. */
export const history: UseCase<typeof api.history, HistoryNeeds> = async (needs, holder, input) => {
  const { city, before, days, memberId } = input;
  const settings = await needs.cityOf(city);
  if (!settings) return fail('city-unknown');
  const caller = memberId === undefined ? holder : await asMemberHeld(needs, holder, memberId);
  if (!caller) return fail('member-unknown');
  const now = needs.clock.now();
  const today = serviceDay(settings, now);
  const oldest = addDays(today, -settings.retentionDays);
  const newest = before === undefined || before > today ? today : addDays(before, -1);
  const first = later(addDays(newest, 1 - days), oldest);
  const wanted = daysBetween(later(addDays(first, -1), oldest), sooner(addDays(newest, 1), today));
  const { open, records: stored } = await ownScans(needs, caller, city, wanted);
  const records = applyCorrections(withEarlierRefusals(stored, await refusalsAbout(needs.store, city, stored)));
  const meanings = deriveMeanings(records, settings.rides);
  const rides = deriveRides(records, settings.rides, now, await usualOnDays(needs.usualOf, city, [...open]));
  const view = (ride: Ride<ScanRecord>) => rideView(needs.venueOf, ride, meanings, now);
  const openDays = daysBetween(first, newest).filter((day) => open.has(day));
  const refusals = deriveRefusals(records, settings.rides).filter(({ outcome }) => outcome === 'not-ridden');
  const page = openDays.reverse().map(async (day) => ({
    ...(await historyDay(day, records, rides, view)),
    ...(await refusalsIn(needs.venueOf, day, refusals)),
  }));
  return ok({
    days: await Promise.all(page),
    ...(first > oldest && { nextBefore: first }),
    retentionDays: settings.retentionDays,
  });
};

async function historyDay(
  day: Day,
  records: readonly ScanRecord[],
  rides: readonly Ride<ScanRecord>[],
  view: (ride: Ride<ScanRecord>) => Promise<RideView>,
): Promise<HistoryDay> {
  const ofDay = rides.filter((ride) => dayOfRide(ride) === day);
  const registered = records.filter((record) => record.day === day && isCounted(record));
  return { day, rides: await Promise.all(ofDay.map(view)), scans: registered.length };
}

async function refusalsIn(
  venueOf: VenueOf,
  day: Day,
  refusals: readonly Refusal[],
): Promise<Pick<HistoryDay, 'refusals'>> {
  const ofDay = refusals.filter(({ scan }) => scan.day === day);
  return ofDay.length === 0 ? {} : { refusals: await Promise.all(ofDay.map((each) => refusedBoarding(venueOf, each))) };
}

function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const sooner = (a: Day, b: Day): Day => (a < b ? a : b);

import { type ScanFlag, scanFlags } from '@tongcheng/shared/rides/meanings';
import type { Day } from '@tongcheng/shared/time';
import { isTooSoon } from '@tongcheng/shared/tracing/forwarded/two-cities';
import type { Span } from '@tongcheng/shared/tracing/traced-ride';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { CityPlace, CitySettings } from '@tongcheng/shared/venues/city-settings';
import { isCounted, scans } from '../../rides/scan-record';
import { cities } from '../../venues/records';
import { makeOpenDay, type OpenDay, type RiderDayNeeds } from './rider-days';

/** When somebody was in a place, with the doubts about it. */
interface Doubted {
  readonly day: Day;
  readonly flags: readonly ScanFlag[];
}

/** Adds what two cities say: `subjectId` scanned in another one sooner before or after `during` than anybody travels. */
export type DoubtTwoCities = <D extends Doubted>(doubted: D, subjectId: string, during: Span) => Promise<D>;

const mostCities = 1_000;
/** As many scans of a rider's day in one city as are looked at. */
const mostScans = 100;

/**
 * Looks at the other cities of the installation, for riders whose names are opened: a pseudonym tells nothing about another city. Asks by rider, day and city; nothing
 * where a city does not say where it is.
 */
export async function makeDoubtTwoCities(needs: RiderDayNeeds, city: string): Promise<DoubtTwoCities> {
  const { items } = await needs.store.find(cities, { where: {}, limit: mostCities });
  const here = items.find(({ _id }) => _id === city)?.settings.place;
  const others: Other[] = [];
  for (const { settings } of items) {
    const { place } = settings;
    if (here && place && settings.city !== city && rides(settings))
      others.push({ city: settings.city, place, openDay: await makeOpenDay(needs, settings.city) });
  }
  return async (doubted, subjectId, during) => {
    if (!here) return doubted;
    for (const other of others)
      if (await isIn(needs, here, other, { day: doubted.day, subjectId, during })) return doubtedMore(doubted);
    return doubted;
  };
}

interface Other {
  readonly city: string;
  readonly place: CityPlace;
  readonly openDay: OpenDay;
}

const rides = (settings: CitySettings): boolean => offers(settings, 'city');

async function isIn(
  { store }: RiderDayNeeds,
  here: CityPlace,
  { city, place, openDay }: Other,
  { day, subjectId, during }: { readonly day: Day; readonly subjectId: string; readonly during: Span },
): Promise<boolean> {
  const dayVault = await openDay(day);
  if (!dayVault) return false;
  const where = { day, city, rider: dayVault.pseudonym(subjectId) };
  const { items } = await store.find(scans, { where, limit: mostScans });
  return items
    .filter(isCounted)
    .some(({ scannedAt }) => isTooSoon(here, place, Math.max(0, during.from - scannedAt, scannedAt - during.to)));
}

const doubtedMore = <D extends Doubted>(doubted: D): D => ({
  ...doubted,
  flags: scanFlags.filter((flag) => flag === 'impossible-travel' || doubted.flags.includes(flag)),
});

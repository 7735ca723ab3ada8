import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useEffect } from 'react';
import { type Phone, usePhone } from '../../client/phone';
import { lineIsWanted, rememberLine } from './venue-cache';

/** The verdict comes first, in the phone's own time and on its network. */
const fetchAfterMs = 2_000;

/** Fetches the venues of a line for the next ride, if the phone has none or old ones. Nothing is said when it fails. */
export async function fetchLineBook(
  { rider, records, clock }: Pick<Phone, 'records' | 'clock'> & { readonly rider: Pick<Phone['rider'], 'call'> },
  venue: VenueView,
): Promise<void> {
  const { lineId, city } = venue;
  if (lineId === undefined || !lineIsWanted(records, venue, clock.now())) return;
  const answer = await rider.call('venues.line-book', { city, lineId });
  if (answer.ok) rememberLine(records, answer.value, clock.now());
}

/** Learns the line of the venue that was just scanned, once it is calm: tomorrow's bus is another one of it. */
export function useLineBook(venue: VenueView): void {
  const phone = usePhone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each venue, not for each copy of it
  useEffect(() => {
    const timer = setTimeout(() => fetchLineBook(phone, venue).catch(() => undefined), fetchAfterMs);
    return () => clearTimeout(timer);
  }, [phone, venue.venueId]);
}

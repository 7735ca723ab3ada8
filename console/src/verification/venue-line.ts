import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { Say } from '../ui/language';
import { modeTexts } from '../ui/mode-texts';

/** A venue in one line: its line, its name, and its plate where the name is not the plate. */
export const venueLine = (venue: VenueView, say: Say): string => {
  const name = say(venue.name);
  const plate = venue.plate !== undefined && !name.includes(venue.plate) ? venue.plate : undefined;
  const first = venue.lineName === undefined ? say(modeTexts[venue.mode]) : say(venue.lineName);
  return [name.startsWith(first) ? undefined : first, name, plate].filter((part) => part !== undefined).join(' · ');
};

import { plainPlate } from '@tongcheng/shared/venues/plates';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { Say } from './language';
import { modeTexts } from './mode-texts';

/** A venue's plate where its name does not already say it; names write it with a dot (鄂A·12345), records without. */
export const plateBeside = (name: string, plate: string | undefined): string | undefined =>
  plate === undefined || plainPlate(name).includes(plainPlate(plate)) ? undefined : plate;

/** A venue in one line: its line, its name, and its plate where the name is not the plate. */
export const venueLine = (venue: VenueView, say: Say): string => {
  const name = say(venue.name);
  const first = venue.lineName === undefined ? say(modeTexts[venue.mode]) : say(venue.lineName);
  return [name.startsWith(first) ? undefined : first, name, plateBeside(name, venue.plate)]
    .filter((part) => part !== undefined)
    .join(' · ');
};

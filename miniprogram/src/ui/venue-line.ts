import type { Text } from '@tongcheng/shared/text';
import { plainPlate } from '@tongcheng/shared/venues/plates';
import type { VenueView } from '@tongcheng/shared/venues/wire';

const kinds: Readonly<Record<VenueView['kind'], Text>> = {
  vehicle: { zh: '车辆', en: 'Vehicle' },
  station: { zh: '站口', en: 'Station' },
  carriage: { zh: '车厢', en: 'Carriage' },
  'dock-window': { zh: '码头售票窗', en: 'Ticket window' },
  'dock-gate': { zh: '码头闸口', en: 'Dock gate' },
  ship: { zh: '船舱', en: 'Ship' },
};

/** What a venue is in one line: line, name as posted, plate where the name does not hold it; 「2路 · 鄂A·12345」. */
export function venueLine(venue: VenueView): Text {
  const plate =
    venue.plate !== undefined && !plainPlate(venue.name.zh).includes(plainPlate(venue.plate)) ? venue.plate : undefined;
  const join = (language: 'zh' | 'en') => {
    const line = venue.lineName?.[language];
    const name = venue.name[language];
    const parts = [line !== undefined && !name.startsWith(line) ? line : undefined, name, plate];
    return parts.filter((part) => part !== undefined && part !== '').join(' · ');
  };
  return { zh: join('zh'), en: join('en') };
}

/** What kind of place it is. */
export const venueKindText = (venue: VenueView): Text => kinds[venue.kind];

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

/** What a venue is, part by part: line, name as posted, plate where the name does not hold it; empty where there is none. */
export function venueParts(venue: VenueView): readonly [line: Text, name: Text, plate: Text] {
  const { lineName, name } = venue;
  const plate = venue.plate !== undefined && !plainPlate(name.zh).includes(plainPlate(venue.plate)) ? venue.plate : '';
  const line = (language: 'zh' | 'en') =>
    lineName === undefined || name[language].startsWith(lineName[language]) ? '' : lineName[language];
  return [{ zh: line('zh'), en: line('en') }, name, { zh: plate, en: plate }];
}

/** The same in one line: 「2路 · 鄂A·12345」. */
export function venueLine(venue: VenueView): Text {
  const parts = venueParts(venue);
  const join = (language: 'zh' | 'en') => {
    const said = parts.map((part) => part[language]);
    return said.filter((part) => part !== '').join(' · ');
  };
  return { zh: join('zh'), en: join('en') };
}

/** What kind of place it is. */
export const venueKindText = (venue: VenueView): Text => kinds[venue.kind];

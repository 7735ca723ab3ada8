import { plainPlate } from '@tongcheng/shared/venues/plates';
import { plainShortCode } from '@tongcheng/shared/venues/short-code';
import type { VenueRecord } from './records';

/** Whether a typed text begins the name (or a word of the English one), the plate or the short code of a venue. */
export const isFound = (venue: VenueRecord, typed: string): boolean => {
  const text = typed.trim().toLowerCase();
  if (text === '') return true;
  if (venue.name.zh.toLowerCase().startsWith(text)) return true;
  if (` ${venue.name.en.toLowerCase()}`.includes(` ${text}`)) return true;
  if (begins(venue.plate ?? '', plainPlate(typed))) return true;
  return begins(plainShortCode(venue.shortCode), plainShortCode(typed));
};

function begins(whole: string, part: string): boolean {
  return part !== '' && whole.startsWith(part);
}

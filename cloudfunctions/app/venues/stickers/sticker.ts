import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { modeNames } from '@tongcheng/shared/venues/kinds';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { postingOf } from '@tongcheng/shared/venues/postings';
import type { VenueRecord } from '../records';

/** What one sticker says, of one posting place of a venue, or one poster of the venue. */
export interface Sticker {
  readonly title: Text;
  readonly mode: Text;
  readonly name: Text;
  readonly line?: Text;
  /** As painted on the car, when the name does not say it already. */
  readonly plate?: string;
  /** Where a sticker is to hang; a poster hangs wherever there is room. */
  readonly place?: Text;
  readonly link: string;
  readonly shortCode: string;
  readonly call: Text;
  readonly whatToDo: Text;
  readonly hotline: string;
  /** Small print: which code this is, to tell an old sticker from a new one. */
  readonly issue: string;
  readonly demonstration: boolean;
}

/** What a sticker takes from around the venue. */
export interface StickerSetting {
  readonly link: string;
  readonly hotline: string;
}

/** The stickers of a venue, one for each posting place (W-10 to W-14). */
export const stickersOf = (venue: VenueRecord, setting: StickerSetting): readonly Sticker[] => {
  const poster = posterOf(venue, setting);
  return venue.postings.map((place) => ({ ...poster, place }));
};

/** What the large poster of a venue says: all that its stickers say but the posting place. */
export const posterOf = (venue: VenueRecord, { link, hotline }: StickerSetting): Sticker => {
  const { whatToDo } = postingOf(venue.mode, venue.kind);
  const demonstration = venue.demonstration === true;
  const painted = venue.plate === undefined ? undefined : paintedPlate(venue.plate);
  return {
    title: demonstration ? demonstrationTitle : rideTitle,
    mode: modeNames[venue.mode],
    name: venue.name,
    ...(venue.lineName && { line: venue.lineName }),
    ...(painted !== undefined && !venue.name.zh.includes(painted) && { plate: painted }),
    link,
    shortCode: venue.shortCode,
    call: demonstration ? demonstrationCall : rideCall,
    whatToDo,
    hotline,
    issue: `${venue._id} · ${venue.generation + 1} · ${formatInstant(venue.issuedAt, 'YYYY-MM-DD')}`,
    demonstration,
  };
};

const rideTitle = { zh: '乘车码', en: 'Ride code' };
const rideCall = { zh: '扫码登记乘车', en: 'Scan to register your ride' };
const demonstrationTitle = { zh: '演示码', en: 'Demonstration' };
const demonstrationCall = { zh: '仅供演示，不能乘车', en: 'Demonstration: never valid' };

import { View } from '@tarojs/components';
import { pictureOf } from './icon';
import './verdict-shape.scss';

/** The four faces of a verdict, and an expired one; the shape and the word carry it, colour only speeds it up. */
export type DrawnFace = 'admit' | 'refuse' | 'refer' | 'grey' | 'expired';

/** White shapes on the dark grounds, a dark one on yellow; each cut so that it is told apart without colour. */
const drawings: Readonly<Record<DrawnFace, string>> = {
  admit:
    '<circle cx="50" cy="50" r="46" fill="#fff"/><path d="M27 52l17 17 31-36" fill="none" stroke="#0B7A3E" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"/>',
  refuse:
    '<path d="M31 4h38l27 27v38L69 96H31L4 69V31z" fill="#fff"/><path d="M25 50h50" stroke="#B3261E" stroke-width="14"/>',
  refer:
    '<path d="M50 5l47 87H3z" fill="#1A1A1A" stroke="#1A1A1A" stroke-width="4" stroke-linejoin="round"/><path d="M50 36v28" stroke="#FFC72C" stroke-width="10" stroke-linecap="round"/><circle cx="50" cy="80" r="6" fill="#FFC72C"/>',
  expired:
    '<circle cx="50" cy="50" r="42" fill="none" stroke="#16202A" stroke-width="8"/><path d="M50 26v26l18 12" fill="none" stroke="#16202A" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>',
  grey: '<path d="M50 2l48 48-48 48L2 50z" fill="#fff"/><path d="M38 40a12 12 0 1 1 17.500 10.700c-3.900 2.300-5.500 4.900-5.500 9.300" fill="none" stroke="#5B6168" stroke-width="9" stroke-linecap="round"/><circle cx="50" cy="74" r="5.500" fill="#5B6168"/>',
};

/** The shape of a verdict, as wide as its place. The word beside it says the same, so screen readers pass it over. */
export function VerdictShape({ face }: { readonly face: DrawnFace }) {
  return <View className="verdict-shape" style={pictureOf('0 0 100 100', drawings[face])} aria-hidden />;
}

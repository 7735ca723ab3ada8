import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import { type Face, faceOf, faceTexts } from '../ui/face';
import { verifyTexts } from './texts';

/** How a boarding looks to staff. Whom they let on by exception has no verdict's colour: the verdict was no green. */
type DecidedFace = Face | 'let-on';

interface Decided {
  readonly face: DecidedFace;
  readonly word: Text;
  /** What the verdict was, where staff decided otherwise since. */
  readonly verdict?: Text;
}

/** W-04, W-32: what staff decided outdoes the verdict, so that whoever was turned away never looks like a pass. */
export const decidedFaceOf = (item: FeedScan): Decided => {
  const verdict = faceTexts[faceOf(item)];
  if (item.boarding?.outcome === 'let-on') return { face: 'let-on', word: verifyTexts.letOn, verdict };
  if (item.boarding ?? item.refusal) return { face: 'refuse', word: verifyTexts.turnedAway, verdict };
  return { face: faceOf(item), word: verdict };
};

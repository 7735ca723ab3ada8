import { departureCodeInText } from '@tongcheng/shared/coaches/departure-code';
import { codeInText } from '@tongcheng/shared/venues/ride-code';

/** What the codes in view come to: one to take, several ride codes of which only the rider knows the right one, or nothing yet. */
export type CodeChoice =
  | { readonly is: 'one'; readonly text: string }
  | { readonly is: 'several' }
  | { readonly is: 'none' };

/**
 * Pictures that must show no ride code before another code is handed on: a payment code hangs beside ours, and ours is sometimes
 * read a moment later.
 */
export const foreignPictures = 6;

/** Pictures for which two ride codes stay said after the last that showed them, so that words do not flicker. */
const severalStay = 8;

/**
 * Chooses among the codes of one picture after the other. A ride code goes before every other code; two different ride codes are
 * never chosen between. Stickers of one venue all hold the same code, which is one.
 */
export function createCodeChoice(): (texts: readonly string[]) => CodeChoice {
  let foreignSeen = 0;
  let severalLeft = 0;
  const afterRideCodes = (texts: readonly [string, ...string[]]): CodeChoice => {
    foreignSeen = 0;
    const isOne = texts.every((text) => sameCode(text, texts[0]));
    severalLeft = isOne ? 0 : severalStay;
    return isOne ? { is: 'one', text: texts[0] } : { is: 'several' };
  };
  return (texts) => {
    const [ours, ...others] = texts.filter((text) => ourCode(text) !== undefined);
    if (ours !== undefined) return afterRideCodes([ours, ...others]);
    if (severalLeft > 0) {
      severalLeft -= 1;
      return { is: 'several' };
    }
    const [foreign] = texts;
    if (foreign === undefined) return { is: 'none' };
    foreignSeen += 1;
    if (foreignSeen < foreignPictures) return { is: 'none' };
    foreignSeen = 0;
    return { is: 'one', text: foreign };
  };
}

/** A ride code, or the code of a coach's departure. */
const ourCode = (text: string): string | undefined => (codeInText(text) ?? departureCodeInText(text))?.toUpperCase();

const sameCode = (one: string, other: string): boolean => ourCode(one) === ourCode(other);

import { foldWidth, withoutInvisible } from '../../../typed-text';

/**
 * Lines of recognised text as the readers take them: one a row, full-width signs folded, typographic look-alikes of the machine-readable
 * zone's filler and of the letter X folded, spaces at the ends gone, empty lines dropped. Order and case stay.
 */
export const foldLines = (recognised: readonly string[]): readonly string[] =>
  recognised
    .join('\n')
    .split(/[\r\n]+/)
    .map((line) =>
      foldWidth(withoutInvisible(line))
        .replace(/ +/g, ' ')
        .replace(/×/g, 'X')
        .replace(/«|《/g, '<<')
        .replace(/[‹〈]/g, '<')
        .trim(),
    )
    .filter((line) => line !== '');

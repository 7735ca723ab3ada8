import { encode } from './encode.mjs';
import { shaped } from './shape.mjs';
import { synthesise } from './synthesise.mjs';

/** The clip of a sentence, as MP3: the same bytes whenever and wherever it is made. */
export const clipOf = async (sentence) => encode(shaped(await synthesise(sentence)));

import type { Day } from '../../../time';
import { checkDocument } from '../check-document';
import type { DocumentKind } from '../kinds';
import { foldLines } from './fold-lines';
import { passportNameIn } from './passport-name';
import { passportNumberIn } from './passport-number';
import { printedName } from './printed-name';
import { type PrintedKind, printedNumber } from './printed-numbers';

/** What one frame of a document gave: its number in the form to store, and the name where it could be told. */
export interface DocumentReading {
  readonly number: string;
  readonly name?: string;
}

/** Whether a kind can be read at all: of another document nobody knows what its number looks like. */
export const isReadable = (kind: DocumentKind): kind is Exclude<DocumentKind, 'other'> => kind !== 'other';

/**
 * Reads a document of a kind from recognised lines of text, in any order and with other text among them (W-05). Nothing is guessed: a
 * number that fails its kind's check, or two that compete, give undefined; a name that is in doubt is left out.
 */
export function readDocument(
  kind: DocumentKind,
  recognised: readonly string[],
  today: Day,
): DocumentReading | undefined {
  if (!isReadable(kind)) return undefined;
  const lines = foldLines(recognised);
  return kind === 'passport' ? readPassport(lines, today) : readPrinted(kind, lines, today);
}

function readPrinted(kind: PrintedKind, lines: readonly string[], today: Day): DocumentReading | undefined {
  const number = printedNumber(kind, lines, today);
  return number === undefined ? undefined : reading(number, printedName(lines));
}

/** A Chinese passport prints the holder's name in Han beside 姓名; every other has what its zone says. */
function readPassport(lines: readonly string[], today: Day): DocumentReading | undefined {
  const [number, ...others] = distinct(lines.map(passportNumberIn));
  if (number === undefined || others.length > 0 || !checkDocument('passport', number, today).valid) return undefined;
  const zones = lines.map(passportNameIn).filter((zone) => zone !== undefined);
  const han = zones.some(({ state }) => state === 'CHN') ? printedName(lines) : undefined;
  const names = distinct(zones.map(({ name }) => name));
  return reading(number, han ?? (names.length === 1 ? names[0] : undefined));
}

const reading = (number: string, name: string | undefined): DocumentReading =>
  name === undefined ? { number } : { number, name };

const distinct = (found: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(found.filter((text) => text !== undefined)),
];

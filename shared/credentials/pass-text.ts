import { fromBase45, toBase45 } from './base45';

/** How the text of every pass begins; the figure is the version of its form. */
const first = 'TP1:';
/** Signs of the largest pass: version 14 of a code at level M holds no more. */
const longestPass = 528;

/** A signed step as the text of a code: signs of QR's alphanumeric mode only. */
export const passText = (step: Uint8Array): string => first + toBase45(step);

/** The bytes of such a text; undefined where it is none. What ends a line behind it is a keyboard scanner’s. */
export function readPassText(text: string): Uint8Array | undefined {
  const said = text.replace(/[\r\n\t]+$/, '');
  if (!said.startsWith(first) || said.length > longestPass) return undefined;
  return fromBase45(said.slice(first.length));
}

import type { Day } from '../../../time';
import { checkDocument } from '../check-document';
import type { DocumentKind } from '../kinds';
import { asDigits } from './lookalikes';

/** Kinds whose number is printed in plain sight; a passport's is read from its machine-readable zone instead. */
export type PrintedKind = Exclude<DocumentKind, 'passport' | 'other'>;

/** Latin words that stand before a number and would otherwise run into it once spaces are gone. */
const latinLabels = /(^|[^0-9A-Z])(?:(?:ID|CARD|DOCUMENT|PERMIT|NUMBER|NO)(?![A-Z])[\s.:/]*)+/g;
const saysNumber = /号码|號碼|证号|證號|(?:^|[^A-Z])NO(?![A-Z])|NUMBER/;

/**
 * The one number of a kind in what was recognised, in the form to store; undefined when there is none, or more than one and none or
 * several of them beside words that call it the number. It has passed its kind's own check. Look-alike letters are read as digits
 * only in the eighteen characters of GB 11643, whose check then has to hold.
 */
export function printedNumber(kind: PrintedKind, lines: readonly string[], today: Day): string | undefined {
  const seen = lines.flatMap((line) => {
    const upper = line.toUpperCase();
    const labelled = saysNumber.test(upper);
    return runsOf(upper).flatMap((run) => {
      const check = checkDocument(kind, plain(kind, run), today);
      return check.valid ? [{ number: check.stored, labelled }] : [];
    });
  });
  return (
    only(seen.filter(({ labelled }) => labelled)) ?? (seen.some(({ labelled }) => labelled) ? undefined : only(seen))
  );
}

/** Letters and digits that stand together, with the spaces inside the line and without them: readers put spaces where there are none. */
function runsOf(line: string): readonly string[] {
  const spaced = line.replace(latinLabels, '$1 ');
  const runs = [...spaced.split(/[^0-9A-Z]+/), ...spaced.replace(/ /g, '').split(/[^0-9A-Z]+/)];
  return runs.filter((run) => run !== '');
}

/** A run of eighteen with its look-alikes read as digits; any other as it was read. */
function plain(kind: PrintedKind, run: string): string {
  if (run.length !== 18 || kind === 'hk-macao-travel-permit' || kind === 'taiwan-travel-permit') return run;
  const last = run.charAt(17);
  return asDigits(run.slice(0, 17)) + (last === 'X' ? last : asDigits(last));
}

function only(seen: readonly { readonly number: string }[]): string | undefined {
  const [first] = seen;
  return first && seen.every(({ number }) => number === first.number) ? first.number : undefined;
}

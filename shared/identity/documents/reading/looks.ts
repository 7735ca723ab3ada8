import type { DocumentReading } from './read-document';

/** What looks at a document one after the other have agreed on. */
export interface Looks {
  readonly reading?: DocumentReading;
  /** How many of them, one after the other, read this number. */
  readonly agreed: number;
}

/** Before the first look. */
export const noLooks: Looks = { agreed: 0 };

/** Looks that must read the same number; a check digit alone lets one misreading in ten or eleven pass, and permits have none. */
const agreeing = 2;
/** So many looks may pass without a name before the number is taken alone. */
const patience = 4;

/** After one more look. A look that read nothing changes nothing; another number begins anew; names that differ are dropped. */
export function afterLook({ reading, agreed }: Looks, seen: DocumentReading | undefined): Looks {
  if (!seen) return reading ? { reading, agreed } : noLooks;
  if (seen.number !== reading?.number) return { reading: seen, agreed: 1 };
  const name = agreedName(reading.name, seen.name);
  return { reading: { number: seen.number, ...(name !== undefined && { name }) }, agreed: agreed + 1 };
}

/** The reading once it may be shown to its owner; undefined while another look is better. */
export const settled = ({ reading, agreed }: Looks): DocumentReading | undefined =>
  agreed >= agreeing && (reading?.name !== undefined || agreed >= patience) ? reading : undefined;

function agreedName(before: string | undefined, now: string | undefined): string | undefined {
  if (before === undefined || now === undefined) return before ?? now;
  return before === now ? before : undefined;
}

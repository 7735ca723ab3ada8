import type { DocumentReading } from './read-document';

/** What frames of a document, one after the other, have agreed on. */
export interface FrameAgreement {
  readonly reading?: DocumentReading;
  /** How many of them, one after the other, read this number. */
  readonly agreed: number;
}

/** Before the first frame. */
export const noFrames: FrameAgreement = { agreed: 0 };

/** Frames that must read the same number; a check digit alone lets one misreading in ten or eleven pass, and permits have none. */
const minAgreeing = 2;
/** So many frames may pass without a name before the number is taken alone. */
const maxNamelessFrames = 4;

/** After one more frame. A frame that read nothing changes nothing; another number begins anew; names that differ are dropped. */
export function withFrame({ reading, agreed }: FrameAgreement, seen: DocumentReading | undefined): FrameAgreement {
  if (!seen) return reading ? { reading, agreed } : noFrames;
  if (seen.number !== reading?.number) return { reading: seen, agreed: 1 };
  const name = agreedName(reading.name, seen.name);
  return { reading: { number: seen.number, ...(name !== undefined && { name }) }, agreed: agreed + 1 };
}

/** The reading once it may be shown to its owner; undefined while another frame is better. */
export const agreedReading = ({ reading, agreed }: FrameAgreement): DocumentReading | undefined =>
  agreed >= minAgreeing && (reading?.name !== undefined || agreed >= maxNamelessFrames) ? reading : undefined;

function agreedName(before: string | undefined, now: string | undefined): string | undefined {
  if (before === undefined || now === undefined) return before ?? now;
  return before === now ? before : undefined;
}

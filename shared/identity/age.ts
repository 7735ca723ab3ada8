import type { Day } from '../time';
import type { DocumentKind } from './documents/kinds';

/** Below this age a guardian consents (PIPL article 31). */
const consentAge = 14;

/** Kinds whose numbers of eighteen characters are of GB 11643. */
const carryBirth: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'resident-id',
  'hmt-residence-permit',
  'foreign-permanent-residence',
]);

/** Whole years on `today`, where the document number carries the date of birth; undefined otherwise. */
function ageOf(kind: DocumentKind, storedNumber: string, today: Day): number | undefined {
  if (!carryBirth.has(kind) || storedNumber.length !== 18) return undefined;
  const birth = Number(storedNumber.slice(6, 14));
  return Math.floor((Number(today.replace(/-/g, '')) - birth) / 10_000);
}

/** From this age on somebody may agree for a child. */
const adultAge = 18;

/** Whether somebody is grown up, as far as the document number tells. */
export const isAdult = (kind: DocumentKind, storedNumber: string, today: Day): boolean =>
  (ageOf(kind, storedNumber, today) ?? adultAge) >= adultAge;

/** Whether a guardian's consent is needed (W-19, PIPL). */
export const needsGuardian = (kind: DocumentKind, storedNumber: string, today: Day): boolean =>
  (ageOf(kind, storedNumber, today) ?? consentAge) < consentAge;

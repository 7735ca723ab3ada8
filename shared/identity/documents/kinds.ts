/** The documents people really carry (W-05). Each has its own rule in the file of its name. */
export const documentKinds = [
  'resident-id',
  'hmt-residence-permit',
  'foreign-permanent-residence',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'passport',
  'other',
] as const;

/** One of them. */
export type DocumentKind = (typeof documentKinds)[number];

/** Why a number is refused, so that the person can be told at the field. */
export type DocumentRefusal = 'length' | 'characters' | 'birth-date' | 'check-digit' | 'kind';

/** What a document check answers: the form to store, or the reason. */
export type DocumentCheck =
  | { readonly valid: true; readonly stored: string }
  | { readonly valid: false; readonly reason: DocumentRefusal };

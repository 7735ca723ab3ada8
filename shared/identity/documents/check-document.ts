import type { Day } from '../../time';
import { plainNumber } from '../../typed-text';
import { checkForeignPermanentResidence } from './foreign-permanent-residence';
import { checkHkMacaoTravelPermit } from './hk-macao-travel-permit';
import { checkHmtResidencePermit } from './hmt-residence-permit';
import { kindOfNumber } from './kind-of-number';
import type { DocumentCheck, DocumentKind } from './kinds';
import { checkOther } from './other';
import { checkPassport } from './passport';
import { checkResidentId } from './resident-id';
import { checkTaiwanTravelPermit } from './taiwan-travel-permit';

const rules: Readonly<Record<DocumentKind, (number: string, today: Day) => DocumentCheck>> = {
  'resident-id': checkResidentId,
  'hmt-residence-permit': checkHmtResidencePermit,
  'foreign-permanent-residence': checkForeignPermanentResidence,
  'hk-macao-travel-permit': checkHkMacaoTravelPermit,
  'taiwan-travel-permit': checkTaiwanTravelPermit,
  passport: checkPassport,
  other: checkOther,
};

/**
 * Checks a document number as typed by the rule of its kind (W-05): the form to store, or the reason for a refusal. A number that only
 * another kind issues is refused as of that kind (`rightKind` tells which): one document is one person.
 */
export function checkDocument(kind: DocumentKind, typed: string, today: Day): DocumentCheck {
  const number = plainNumber(typed);
  return rightKind(kind, number) === undefined ? rules[kind](number, today) : { valid: false, reason: 'kind' };
}

/** The kind that a typed number belongs to, where it is another than the chosen one. */
export function rightKind(chosen: DocumentKind, typed: string): DocumentKind | undefined {
  const kind = kindOfNumber(plainNumber(typed));
  return kind === chosen ? undefined : kind;
}

import type { Day } from '../../time';
import { plainNumber } from '../../typed-text';
import { checkForeignPermanentResidence } from './foreign-permanent-residence';
import { checkHkMacaoTravelPermit } from './hk-macao-travel-permit';
import { checkHmtResidencePermit } from './hmt-residence-permit';
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

/** Checks a document number as typed by the rule of its kind (W-05): the form to store, or the reason for a refusal. */
export const checkDocument = (kind: DocumentKind, typed: string, today: Day): DocumentCheck =>
  rules[kind](plainNumber(typed), today);

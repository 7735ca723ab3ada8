import { needsGuardian } from '@tongcheng/shared/identity/age';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { Relation } from '@tongcheng/shared/identity/family';
import type { Day } from '@tongcheng/shared/time';
import { type FieldStepName, refusalOf } from '../check-step';

/** A member as typed so far; in memory only, like the rider's own draft. */
export interface MemberDraft {
  readonly relation?: Relation;
  readonly kind?: DocumentKind;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly demonstration: boolean;
}

/** Nothing typed yet. */
export const emptyMember: MemberDraft = { number: '', name: '', phone: '', demonstration: false };

/** What is wrong with a field, in its words; undefined when nothing is. */
export const memberRefusal = (field: FieldStepName, draft: MemberDraft, today: Day) =>
  refusalOf(field, { ...draft, guardian: false, byForm: true }, today);

/** Whether a guardian has to agree, by the number of the document. */
export function isChild({ kind, number }: MemberDraft, today: Day): boolean {
  if (kind === undefined) return false;
  const checked = checkDocument(kind, number, today);
  return checked.valid && needsGuardian(kind, checked.stored, today);
}

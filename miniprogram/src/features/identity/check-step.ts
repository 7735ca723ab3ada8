import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { Text } from '@tongcheng/shared/text';
import type { Day } from '@tongcheng/shared/time';
import { plainCode, plainNumber } from '@tongcheng/shared/typed-text';
import type { Draft } from './draft';
import { registerTexts } from './texts/register-texts';

/** The steps that are a field. */
export type FieldStepName = 'number' | 'name' | 'phone';

/** What is wrong with what a field holds, in words for that field; undefined when nothing is. */
export function refusalOf(field: FieldStepName, draft: Draft, today: Day): Text | undefined {
  if (field === 'number') return refusedNumber(draft, today);
  if (field === 'phone') return checkPhone(draft.phone) === undefined ? registerTexts.phoneRefused : undefined;
  const checked = checkName(draft.name);
  return checked.valid ? undefined : nameRefusalText(checked);
}

/** Kinds whose number has one length only, so that its last character can be told by whoever types it. */
const wholeAt: Readonly<Partial<Record<DocumentKind, number>>> = { 'resident-id': 18, 'hmt-residence-permit': 18 };

/** Whether a field is typed to its end: then it is checked at once and not only when it is left. */
export function isTypedToEnd(field: FieldStepName, { kind, number, phone }: Draft): boolean {
  if (field === 'phone') return /^1\d{10}$/.test(plainCode(phone));
  if (field !== 'number' || kind === undefined) return false;
  return plainNumber(number).length === wholeAt[kind];
}

function refusedNumber({ kind, number }: Draft, today: Day): Text | undefined {
  if (kind === undefined) return registerTexts.kindTitle;
  const checked = checkDocument(kind, number, today);
  return checked.valid ? undefined : refusalText(kind, checked.reason, number);
}

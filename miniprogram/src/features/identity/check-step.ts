import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { Text } from '@tongcheng/shared/text';
import type { Day } from '@tongcheng/shared/time';
import type { Draft } from './draft';
import { registerTexts } from './texts/register-texts';

/** The steps that are a field. */
export type FieldStep = 'number' | 'name' | 'phone';

const nameRefusals = {
  empty: registerTexts.nameEmpty,
  'too-long': registerTexts.nameTooLong,
  characters: registerTexts.nameCharacters,
} as const;

/** What is wrong with what a field holds, in words for that field; undefined when nothing is. */
export function refusalOf(field: FieldStep, draft: Draft, today: Day): Text | undefined {
  if (field === 'number') return refusedNumber(draft, today);
  if (field === 'phone') return checkPhone(draft.phone) === undefined ? registerTexts.phoneRefused : undefined;
  const checked = checkName(draft.name);
  return checked.valid ? undefined : nameRefusals[checked.reason];
}

function refusedNumber({ kind, number }: Draft, today: Day): Text | undefined {
  if (kind === undefined) return registerTexts.kindTitle;
  const checked = checkDocument(kind, number, today);
  return checked.valid ? undefined : refusalText(kind, checked.reason, number);
}

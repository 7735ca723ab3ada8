import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { Text } from '@tongcheng/shared/text';
import type { Day } from '@tongcheng/shared/time';
import { departureTexts } from './texts/departure-texts';

/** A passenger as typed so far; in memory only. */
export interface PassengerDraft {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
}

/** Nothing typed yet. */
export const emptyPassenger: PassengerDraft = { kind: 'resident-id', number: '', name: '', phone: '' };

/** In the order in which they are asked for. */
export const passengerFields = ['number', 'name', 'phone'] as const;

/** What is wrong with a field, in its words; undefined when nothing is. */
export function passengerRefusal(
  field: (typeof passengerFields)[number],
  { kind, number, name, phone }: PassengerDraft,
  today: Day,
): Text | undefined {
  if (field === 'phone') return checkPhone(phone) === undefined ? departureTexts.phoneRefused : undefined;
  if (field === 'name') {
    const checked = checkName(name);
    return checked.valid ? undefined : nameRefusalText(checked);
  }
  const checked = checkDocument(kind, number, today);
  return checked.valid ? undefined : refusalText(kind, checked.reason, number);
}

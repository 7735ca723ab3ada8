import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { Day } from '@tongcheng/shared/time';
import { CaseNumber, type CaseRow } from '@tongcheng/shared/tracing/wire';
import { plainText } from '@tongcheng/shared/typed-text';
import { tracingTexts } from './texts';

/** A case as far as it was chosen and typed. It is kept nowhere: the document is the index rider's. */
export interface CaseForm {
  readonly number: string;
  readonly legalBasis: CaseRow['legalBasis'];
  readonly purpose: CaseRow['purpose'];
  readonly infectiousFrom: Day;
  readonly infectiousTo: Day;
  /** Hours of the clock, `''` where nothing was chosen. */
  readonly fromHour: string;
  readonly toHour: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
}

/** A case of today, nothing typed yet. */
export const emptyCase = (today: Day): CaseForm => ({
  number: '',
  legalBasis: 'infectious-disease-law',
  purpose: 'confirmed-case',
  infectiousFrom: today,
  infectiousTo: today,
  fromHour: '',
  toHour: '',
  documentKind: 'resident-id',
  documentNumber: '',
});

/** What is sent of it. */
export const openingOf = (city: string, { fromHour, toHour, ...form }: CaseForm) => ({
  ...form,
  city,
  number: plainText(form.number),
  documentNumber: plainText(form.documentNumber),
  ...((fromHour !== '' || toHour !== '') && { hours: hoursOf({ fromHour, toHour }) }),
});

/** The whole day on the side where nothing was chosen. */
const hoursOf = ({ fromHour, toHour }: Pick<CaseForm, 'fromHour' | 'toHour'>) => ({
  from: fromHour === '' ? 0 : Number(fromHour),
  to: toHour === '' ? 24 : Number(toHour),
});

/** Whether a period ends before it begins. */
export const isBackwards = ({ infectiousFrom, infectiousTo, ...form }: CaseForm): boolean => {
  const { from, to } = hoursOf(form);
  return infectiousFrom > infectiousTo || (infectiousFrom === infectiousTo && from >= to);
};

/** Whether a number that was typed is none. */
export const isWrongNumber = (number: string): boolean =>
  plainText(number) !== '' && !CaseNumber.safeParse(plainText(number)).success;

/** Whether it can be sent. */
export const isReady = (form: CaseForm): boolean =>
  CaseNumber.safeParse(plainText(form.number)).success &&
  form.infectiousFrom !== '' &&
  !isBackwards(form) &&
  plainText(form.documentNumber) !== '';

/** A refusal as it is said here: the tries counted are the officer's cases of the day, not those with one document. */
export const openingFailure = (failure: ArrivedFailure<string>): ArrivedFailure<string> =>
  failure.code === 'too-many-tries' ? { ...failure, code: 'too-many-cases', ...tracingTexts.tooManyCases } : failure;

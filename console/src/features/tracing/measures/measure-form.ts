import type { Day } from '@tongcheng/shared/time';
import type { Measure, MeasureKind } from '@tongcheng/shared/tracing/measures';
import type { Certainty } from '@tongcheng/shared/tracing/traced-ride';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { plainText } from '@tongcheng/shared/typed-text';

type AskedExtract = Extract<Measure, { readonly kind: 'extract' }>;

/** What can be said of a measure, whichever it is. */
export interface MeasureForm {
  readonly atLeast: Certainty;
  readonly reason: string;
  readonly until: Day;
  readonly legalBasis: CaseRow['legalBasis'];
  readonly recipient: AskedExtract['recipient'];
  readonly receiver: string;
  readonly purpose: AskedExtract['purpose'];
}

/** Nothing said yet. */
export const emptyMeasure = (until: Day): MeasureForm => ({
  ...{ atLeast: 'likely', reason: '', until, legalBasis: 'infectious-disease-law' },
  ...{ recipient: 'disease-control', receiver: '', purpose: 'contact-management' },
});

/** Which of it each kind asks for, in order. */
export const fieldsOfMeasure: Readonly<Record<MeasureKind, readonly (keyof MeasureForm)[]>> = {
  notify: ['atLeast'],
  'take-over': ['reason'],
  extract: ['recipient', 'receiver', 'purpose', 'legalBasis'],
  hold: ['until', 'legalBasis', 'reason'],
  'end-hold': ['reason'],
  delay: ['until', 'legalBasis', 'reason'],
  'second-step': ['reason'],
};

/** Whether all of it is said. */
export const isMeasureReady = (kind: MeasureKind, form: MeasureForm): boolean =>
  fieldsOfMeasure[kind].every((field) => plainText(form[field]) !== '');

/** The measure that is asked for. */
export function measureFrom(kind: MeasureKind, form: MeasureForm): Measure {
  const reason = plainText(form.reason);
  const { atLeast, until, legalBasis, recipient, purpose } = form;
  switch (kind) {
    case 'notify':
      return { kind, atLeast };
    case 'take-over':
    case 'end-hold':
    case 'second-step':
      return { kind, reason };
    case 'extract':
      return { kind, recipient, receiver: plainText(form.receiver), purpose, legalBasis };
    case 'hold':
    case 'delay':
      return { kind, until, legalBasis, reason };
  }
}

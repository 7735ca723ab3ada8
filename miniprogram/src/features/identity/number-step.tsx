import { useDraft } from './draft';
import { FieldStep, ordinaryOnwards } from './field-step';
import { kindTexts, registerTexts } from './texts/register-texts';

/** Documents whose number is digits with, at most, a final X. */
const digitsAndX = ['resident-id', 'hmt-residence-permit'];

/** The document's number with the keyboard that fits its kind. */
export function NumberStep({ onDone }: { readonly onDone: () => void }) {
  const { kind = 'other' } = useDraft();
  const plain = digitsAndX.includes(kind);
  return (
    <FieldStep
      field="number"
      label={kindTexts[kind]}
      hint={registerTexts.numberHint}
      keyboard={plain ? 'id-card' : 'code'}
      maxLength={plain ? 24 : 44}
      extraKey={plain ? 'X' : undefined}
      onwards={ordinaryOnwards}
      onDone={onDone}
    />
  );
}

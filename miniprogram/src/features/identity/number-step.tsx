import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../client/phone';
import { ReadByCamera } from '../../ui/document-camera/read-by-camera';
import { useDraft } from './draft';
import { FieldStep, ordinaryOnwards } from './field-step';
import { RightKind } from './right-kind';
import { kindTexts, registerTexts } from './texts/register-texts';

/** Documents whose number is digits with, at most, a final X. */
const digitsAndX = ['resident-id', 'hmt-residence-permit'];

/** Digits with X, digits alone, or letters and digits: as the document is printed. */
function keyboardOf(kind: DocumentKind): 'id-card' | 'digits' | 'code' {
  if (digitsAndX.includes(kind)) return 'id-card';
  return kind === 'taiwan-travel-permit' ? 'digits' : 'code';
}

/** The document's number with the keyboard that fits its kind; the camera's help fills it and, where it was read, the name of the next step. */
export function NumberStep({ onDone }: { readonly onDone: () => void }) {
  const { draft, change } = useDraft();
  const { clock } = usePhone();
  const { kind = 'other' } = draft;
  const plain = digitsAndX.includes(kind);
  return (
    <FieldStep
      field="number"
      label={kindTexts[kind]}
      hint={registerTexts.numberHint}
      keyboard={keyboardOf(kind)}
      maxLength={plain ? 40 : 60}
      extraKey={plain ? 'X' : undefined}
      onwards={ordinaryOnwards}
      onDone={onDone}
    >
      <RightKind kind={draft.kind} number={draft.number} onChoose={(right) => change({ kind: right })} />
      <ReadByCamera
        kind={kind}
        today={dayOf(clock.now())}
        onRead={(reading) => change({ ...reading, demonstration: false })}
      />
    </FieldStep>
  );
}

import { View } from '@tarojs/components';
import type { Text } from '@tongcheng/shared/text';
import { dayOf } from '@tongcheng/shared/time';
import { type ReactNode, useState } from 'react';
import { usePhone } from '../../client/phone';
import { useInFront } from '../../platform/view/in-front';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useSay } from '../../ui/words';
import { type FieldStepName as FieldName, isTypedToEnd, refusalOf } from './check-step';
import { type Draft, useDraft } from './draft';
import { registerTexts } from './texts/register-texts';

interface FieldStepProps {
  readonly field: FieldName;
  readonly label: Text;
  readonly hint: Text;
  readonly keyboard: 'text' | 'digits' | 'id-card' | 'phone' | 'code';
  readonly maxLength: number;
  readonly extraKey?: string | undefined;
  /** Words of the button that goes on. */
  readonly onwards: Text;
  readonly busy?: boolean;
  readonly onDone: (draft: Draft) => void;
  readonly children?: ReactNode;
}

/** One field, checked once it is typed to its end, when it is left and when the button is pressed; the message says what to do. */
export function FieldStep({ field, busy = false, children, onDone, ...words }: FieldStepProps) {
  const { clock } = usePhone();
  const say = useSay();
  const { draft, change } = useDraft();
  const [left, setLeft] = useState(false);
  const refusal = refusalOf(field, draft, dayOf(clock.now()));
  const inFront = useInFront();
  const isEmpty = draft[field] === '';
  const goOn = () => {
    setLeft(true);
    if (!refusal) onDone(draft);
  };
  return (
    <>
      <View className="step-words">
        <Field
          id={`field-${field}`}
          label={say(words.label)}
          titled={field !== 'number'}
          hint={say(words.hint)}
          keyboard={words.keyboard}
          maxLength={words.maxLength}
          value={draft[field]}
          onChange={(value) => {
            setLeft(false);
            change({ [field]: value, demonstration: false });
          }}
          onLeave={() => setLeft(!isEmpty)}
          onDone={goOn}
          focused={inFront}
          grouped={field !== 'name'}
          {...(words.extraKey !== undefined && { extraKey: words.extraKey })}
          {...((left || isTypedToEnd(field, draft)) && refusal && { refusal: say(refusal) })}
        />
        {children}
      </View>
      <View className="step-end">
        <Button id={`${field}-next`} busy={busy} onPress={goOn}>
          {say(words.onwards)}
        </Button>
      </View>
    </>
  );
}

/** The words of the button of an ordinary step. */
export const ordinaryOnwards = registerTexts.next;

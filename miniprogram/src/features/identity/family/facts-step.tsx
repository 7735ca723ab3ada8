import { Text, View } from '@tarojs/components';
import { dayOf } from '@tongcheng/shared/time';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { ReadByCamera } from '../../../ui/document-camera/read-by-camera';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import type { FieldStepName } from '../check-step';
import { RightKind } from '../right-kind';
import { familyTexts } from '../texts/family-texts';
import { type MemberDraft, memberRefusal } from './member-draft';

const fields = ['number', 'name', 'phone'] as const;
const keyboards = { number: 'code', name: 'text', phone: 'phone' } as const;
const lengths = { number: 60, name: 80, phone: 30 } as const;

interface FactsStepProps {
  readonly draft: MemberDraft;
  readonly onChange: (part: Partial<MemberDraft>) => void;
  readonly onDone: () => void;
}

/** Number, name and phone on one screen, each checked when it is left and all when going on. */
export function FactsStep({ draft, onChange, onDone }: FactsStepProps) {
  const say = useSay();
  const { clock } = usePhone();
  const [left, setLeft] = useState<readonly FieldStepName[]>([]);
  const today = dayOf(clock.now());
  const goOn = () => {
    setLeft(fields);
    if (fields.every((field) => !memberRefusal(field, draft, today))) onDone();
  };
  return (
    <View className="panel">
      <Text className="panel-title">{say(familyTexts.factsTitle)}</Text>
      {draft.demonstration && <Text className="demonstration-mark">{say(familyTexts.demonstrationMark)}</Text>}
      <ReadByCamera
        kind={draft.kind}
        today={today}
        onRead={(reading) => onChange({ ...reading, demonstration: false })}
      />
      {fields.map((field) => {
        const refusal = left.includes(field) ? memberRefusal(field, draft, today) : undefined;
        return (
          <Field
            key={field}
            id={`member-${field}`}
            label={say(familyTexts[field])}
            keyboard={keyboards[field]}
            maxLength={lengths[field]}
            grouped={field !== 'name'}
            value={draft[field]}
            onChange={(value) => {
              setLeft(left.filter((each) => each !== field));
              onChange({ [field]: value, demonstration: false });
            }}
            onLeave={() => draft[field] !== '' && setLeft([...left, field])}
            onDone={goOn}
            {...(field === 'phone' && { hint: say(familyTexts.phoneHint) })}
            {...(refusal && { refusal: say(refusal) })}
          />
        );
      })}
      <RightKind kind={draft.kind} number={draft.number} onChoose={(kind) => onChange({ kind })} />
      <Button id="member-next" onPress={goOn}>
        {say(familyTexts.next)}
      </Button>
    </View>
  );
}

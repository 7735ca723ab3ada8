import { Text, View } from '@tarojs/components';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { plainText } from '@tongcheng/shared/typed-text';
import { isPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { fieldRefusals } from '../texts/refusal-texts';
import { crewNow, type HeldDeparture } from './crew-book';
import type { Replacement } from './replace-crew';

const fields = ['plate', 'driverName', 'driverPhone'] as const;
type Typed = Readonly<Record<(typeof fields)[number], string>>;

interface ReplaceCoachProps {
  readonly held: HeldDeparture;
  readonly onReplace: (replacement: Replacement) => void;
}

/** Another coach or driver takes over: the list of passengers stays as it is, the code of the former coach is dead. */
export function ReplaceCoach({ held, onReplace }: ReplaceCoachProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="replace-coach" variant="link" onPress={() => setOpen(true)}>
        {say(formTexts.replace)}
      </Button>
    );
  return (
    <ReplacementForm
      held={held}
      onClose={() => setOpen(false)}
      onReplace={(replacement) => {
        setOpen(false);
        onReplace(replacement);
      }}
    />
  );
}

function ReplacementForm({ held, onReplace, onClose }: ReplaceCoachProps & { readonly onClose: () => void }) {
  const say = useSay();
  const { plate, driver } = crewNow(held);
  const [typed, setTyped] = useState<Typed>({ plate, driverName: driver.name, driverPhone: driver.phone });
  const [asked, setAsked] = useState(false);
  const confirm = () => {
    setAsked(true);
    if (fields.some((field) => !isGood[field](typed[field]))) return;
    const now = { name: plainText(typed.driverName), phone: plainText(typed.driverPhone) };
    onReplace({ plate: plainPlate(typed.plate), driver: now });
  };
  return (
    <View className="panel coach-typed" id="replacement">
      <Text className="panel-title">{say(formTexts.replace)}</Text>
      <Text className="panel-note">{say(formTexts.replaceNote)}</Text>
      {fields.map((field) => (
        <Field
          key={field}
          id={`replacement-${field}`}
          label={say(crewTexts[field])}
          keyboard={field === 'driverPhone' ? 'phone' : 'text'}
          maxLength={60}
          value={typed[field]}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
          onLeave={() => undefined}
          onDone={confirm}
          {...(asked &&
            !isGood[field](typed[field]) && {
              refusal: say(refusals[field]),
            })}
        />
      ))}
      <Button id="confirm-replacement" onPress={confirm}>
        {say(formTexts.replaceConfirm)}
      </Button>
      <Button variant="link" onPress={onClose}>
        {say(crewTexts.cancelForm)}
      </Button>
    </View>
  );
}

const refusals = { plate: fieldRefusals.plate, driverName: fieldRefusals.name, driverPhone: fieldRefusals.phone };

const isGood: Readonly<Record<(typeof fields)[number], (value: string) => boolean>> = {
  plate: (value) => isPlate(plainPlate(value)),
  driverName: (value) => checkName(value).valid,
  driverPhone: (value) => checkPhone(value) !== undefined,
};

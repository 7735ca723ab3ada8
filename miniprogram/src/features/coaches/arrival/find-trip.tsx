import { Text, View } from '@tarojs/components';
import { departureCodeInText } from '@tongcheng/shared/coaches/departure-code';
import { plainText } from '@tongcheng/shared/typed-text';
import { isPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { arrivalTexts } from '../texts/arrival-texts';
import type { Sought } from './open-trip';

/** A trip by its plate, or by its code: a scanner that acts as a keyboard types that into the same field. */
export function FindTrip({ busy, onFind }: { readonly busy: boolean; readonly onFind: (sought: Sought) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const sought = soughtIn(typed);
  const find = () => {
    setLeft(true);
    if (sought) onFind(sought);
  };
  return (
    <View className="panel coach-typed" id="find-trip">
      <Text className="panel-title">{say(arrivalTexts.title)}</Text>
      <Field
        id="arrival-plate"
        label={say(arrivalTexts.plate)}
        hint={say(arrivalTexts.plateHint)}
        keyboard="text"
        maxLength={300}
        value={typed}
        onChange={(value) => {
          setLeft(false);
          setTyped(value);
        }}
        onLeave={() => setLeft(typed !== '')}
        onDone={find}
        {...(left && !sought && { refusal: say(arrivalTexts.plateRefused) })}
      />
      <Button id="open-trip" busy={busy} onPress={find}>
        {say(arrivalTexts.open)}
      </Button>
    </View>
  );
}

function soughtIn(typed: string): Sought | undefined {
  const code = departureCodeInText(plainText(typed));
  if (code !== undefined) return { by: 'code', code };
  const plate = plainPlate(typed);
  return isPlate(plate) ? { by: 'plate', plate } : undefined;
}

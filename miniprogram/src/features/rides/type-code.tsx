import { Text, View } from '@tarojs/components';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useSay } from '../../ui/words';
import { scanTexts } from './texts/scan-texts';

const minLength = 4;

/** W-17: typing the short code printed under the QR code, for when the camera cannot. */
export function TypeCode({
  onCode,
  onClose,
}: {
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const code = plainText(typed).toUpperCase();
  const send = () => {
    if (code.length >= minLength) onCode(code);
  };
  return (
    <BottomSheet onClose={onClose} closeLabel={say(scanTexts.close)}>
      <View className="type-code">
        <Text className="type-title">{say(scanTexts.typeTitle)}</Text>
        <Field
          id="typed-code"
          label={say(scanTexts.typeLabel)}
          hint={say(scanTexts.typeHint)}
          keyboard="code"
          focused
          maxLength={60}
          value={typed}
          onChange={setTyped}
          onLeave={() => undefined}
          onDone={send}
        />
        <Button id="send-code" onPress={send} disabled={code.length < minLength}>
          {say(scanTexts.typeSend)}
        </Button>
        <Button variant="link" onPress={onClose}>
          {say(scanTexts.close)}
        </Button>
      </View>
    </BottomSheet>
  );
}

import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { registerTexts } from './texts/register-texts';
import { useIdentityTap } from './use-identity-tap';

interface PlatformStepProps {
  /** The rider rather types, or has to. */
  readonly onForm: () => void;
  readonly onRead: () => void;
}

/** W-02: one tap brings the identity over. Whatever comes in between, the form stays one press away. */
export function PlatformStep({ onForm, onRead }: PlatformStepProps) {
  const say = useSay();
  const [guardian, setGuardian] = useState(false);
  const { busy, trouble, tap } = useIdentityTap();
  const press = async () => {
    if ((await tap(guardian)) === 'guardian') setGuardian(true);
  };
  return (
    <>
      <View className="step-words">
        <Text>{say(guardian ? registerTexts.guardianWords : registerTexts.platformWords)}</Text>
        {guardian && <Text className="small-print">{say(registerTexts.platformGuardianAgain)}</Text>}
        <Button variant="link" onPress={onRead}>
          {say(registerTexts.consentRead)}
        </Button>
        {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
      </View>
      <View className="step-end">
        <Button id="platform-tap" busy={busy} onPress={press}>
          {say(guardian ? registerTexts.guardianAgree : registerTexts.platformTap)}
        </Button>
        <Button id="platform-form" variant="link" onPress={onForm}>
          {say(registerTexts.platformForm)}
        </Button>
      </View>
    </>
  );
}

import { View } from '@tarojs/components';
import type { Text } from '@tongcheng/shared/text';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { PhoneButton } from '../../platform/account/phone-button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { changeDraft } from './draft';
import { registerTexts } from './texts/register-texts';

/** Fills the phone field by the platform's own button, where there is one; the rider sees the number and may change it. */
export function PlatformPhone() {
  const { rider } = usePhone();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Text>();
  const fill = async (code: string | undefined) => {
    if (code === undefined) return setTrouble(registerTexts.phoneDeclined);
    setBusy(true);
    const answer = await rider.call('identity.ask-phone', { code });
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.failure);
    if (answer.ok) changeDraft({ phone: answer.value.phone, demonstration: false });
  };
  return (
    <View className="platform-phone">
      <PhoneButton id="phone-by-platform" words={say(registerTexts.phoneByPlatform)} busy={busy} onCode={fill} />
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
    </View>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { PhoneButton } from '../../platform/account/phone-button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { useDraft } from './draft';
import { registerTexts } from './texts/register-texts';

/** Fills the phone field by the platform's own button, where there is one; the rider sees the number and may change it. */
export function PlatformPhoneButton() {
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const { change } = useDraft();
  const [declined, setDeclined] = useState(false);
  const fill = async (code: string | undefined) => {
    setDeclined(code === undefined);
    if (code === undefined) return;
    const answer = await send((rider) => rider.call('identity.ask-phone', { code }));
    if (answer.ok) change({ phone: answer.value.phone, demonstration: false });
  };
  const trouble = declined ? registerTexts.phoneDeclined : failure;
  return (
    <View className="platform-phone">
      <PhoneButton id="phone-by-platform" words={say(registerTexts.phoneByPlatform)} busy={busy} onCode={fill} />
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
    </View>
  );
}

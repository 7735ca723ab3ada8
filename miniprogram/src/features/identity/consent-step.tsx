import { Text, View } from '@tarojs/components';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import type { Text as Pair } from '@tongcheng/shared/text';
import { useState } from 'react';
import { useCity, usePhone } from '../../client/phone';
import { Press } from '../../platform/view/press';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/skeleton';
import { useSay } from '../../ui/words';
import { accessTexts } from './texts/account-texts';
import { registerTexts } from './texts/register-texts';

/** Consent in three short sentences: what, why, how long; the long text behind a link. Agreed is to the text that this app shows. */
export function ConsentStep({ onAgreed, onRead }: { readonly onAgreed: () => void; readonly onRead: () => void }) {
  const { rider } = usePhone();
  const say = useSay();
  const city = useCity();
  const [busy, setBusy] = useState(false);
  const [sensitive, setSensitive] = useState(false);
  const [trouble, setTrouble] = useState<Pair>();
  const tick = (on: boolean) => {
    setSensitive(on);
    setTrouble(undefined);
  };
  if (!city) return <Skeleton lines={6} label={say(accessTexts.loading)} />;
  const agree = async () => {
    if (!sensitive) return setTrouble(registerTexts.consentSensitiveFirst);
    setBusy(true);
    const answer = await rider.call('identity.consent', { version: consentVersion, sensitive: true });
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.failure);
    onAgreed();
  };
  return (
    <>
      <View className="step-words">
        <Sentence head={say(registerTexts.consentWhat)} words={say(registerTexts.consentWhatWords)} />
        <Sentence head={say(registerTexts.consentWhy)} words={say(registerTexts.consentWhyWords)} />
        <Sentence
          head={say(registerTexts.consentLong)}
          words={say(registerTexts.consentLongWords, { days: city.retentionDays })}
        />
        <SensitiveTick on={sensitive} onChange={tick} />
        <Button variant="link" onPress={onRead}>
          {say(registerTexts.consentRead)}
        </Button>
      </View>
      <View className="step-end">
        {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
        <Button id="agree" busy={busy} onPress={agree}>
          {say(registerTexts.consentAgree)}
        </Button>
      </View>
    </>
  );
}

/** The separate consent that sensitive data needs (PIPL article 29): never ticked beforehand. */
function SensitiveTick({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const say = useSay();
  return (
    <Press id="agree-sensitive" className="tick-line" role="switch" on={on} onPress={() => onChange(!on)}>
      <View className={`tick${on ? ' on' : ''}`} aria-hidden>
        {on && <Icon name="check" colour="white" />}
      </View>
      <Text className="tick-words">{say(registerTexts.consentSensitive)}</Text>
    </Press>
  );
}

function Sentence({ head, words }: { readonly head: string; readonly words: string }) {
  return (
    <View className="sentence">
      <Text className="sentence-head">{head}</Text>
      <Text>{words}</Text>
    </View>
  );
}

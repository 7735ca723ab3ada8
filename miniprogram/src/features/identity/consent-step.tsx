import { Text, View } from '@tarojs/components';
import { consentIsGiven, consentVersion } from '@tongcheng/shared/identity/consent';
import { useState } from 'react';
import { useAccount, useCity, usePhone, useRecord } from '../../client/phone';
import { answerPosition, isPositionAllowed, positionChoice, positionRecord } from '../../client/phone-position';
import { useMutation } from '../../client/use-mutation';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { TickLine } from '../../ui/tick-line';
import { useSay } from '../../ui/words';
import { accessTexts } from './texts/account-texts';
import { registerTexts } from './texts/register-texts';

/**
 * Consent in three short sentences: what, why, how long; the long text behind a link. Agreed is to the text that this app shows; who
 * agreed to it already and comes back to read goes on without agreeing anew.
 */
export function ConsentStep({ onAgreed, onRead }: { readonly onAgreed: () => void; readonly onRead: () => void }) {
  const say = useSay();
  const { records } = usePhone();
  const city = useCity();
  const { busy, failure, send } = useMutation();
  const isGiven = consentIsGiven(useAccount());
  const [sensitive, setSensitive] = useState(isGiven);
  const [said, setSaid] = useState<'nothing' | 'tick-first' | 'answer'>('nothing');
  const tick = (on: boolean) => {
    setSensitive(on);
    setSaid('nothing');
  };
  if (!city) return <Skeleton lines={6} label={say(accessTexts.loading)} />;
  const agree = async () => {
    if (!sensitive) return setSaid('tick-first');
    if (isGiven) return onAgreed();
    const answer = await send((rider) => rider.call('identity.consent', { version: consentVersion, sensitive: true }));
    setSaid('answer');
    if (!answer.ok) return;
    answerPosition(records);
    onAgreed();
  };
  const trouble = { nothing: undefined, 'tick-first': registerTexts.consentSensitiveFirst, answer: failure }[said];
  return (
    <>
      <View className="step-words">
        <Sentence head={say(registerTexts.consentWhat)} words={say(registerTexts.consentWhatWords)} />
        <Sentence head={say(registerTexts.consentWhy)} words={say(registerTexts.consentWhyWords)} />
        <Sentence
          head={say(registerTexts.consentLong)}
          words={say(registerTexts.consentLongWords, { days: city.retentionDays })}
        />
        <TickLine id="agree-sensitive" words={say(registerTexts.consentSensitive)} on={sensitive} onChange={tick} />
        <PositionTick />
        <Button variant="link" onPress={onRead}>
          {say(registerTexts.consentRead)}
        </Button>
      </View>
      <View className="step-end">
        {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
        <Button id="agree" busy={busy} onPress={agree}>
          {say(isGiven ? registerTexts.consentGiven : registerTexts.consentAgree)}
        </Button>
      </View>
    </>
  );
}

/** a rough place with scans and registrations for coaches is the rider's choice, asked for beside the consent and never ticked beforehand. */
function PositionTick() {
  const say = useSay();
  const { records } = usePhone();
  const on = isPositionAllowed(useRecord(positionRecord));
  const change = (next: boolean) => records.write(positionRecord, positionChoice(next));
  return <TickLine id="agree-position" words={say(registerTexts.consentPosition)} on={on} onChange={change} />;
}

function Sentence({ head, words }: { readonly head: string; readonly words: string }) {
  return (
    <View className="sentence">
      <Text className="sentence-head">{head}</Text>
      <Text>{words}</Text>
    </View>
  );
}

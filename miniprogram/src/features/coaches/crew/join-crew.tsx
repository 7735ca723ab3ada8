import { Text, View } from '@tarojs/components';
import type { ArrivedFailure } from '@tongcheng/shared/client';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';

/** A crew joins an operator by a single-use invitation; it opens a second session beside the rider's. */
export function JoinCrew({ invitation: given = '' }: { readonly invitation: string | undefined }) {
  const say = useSay();
  const { crew } = usePhone();
  const [invitation, setInvitation] = useState(given);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const isWhole = plainText(invitation).length >= 6 && plainText(name) !== '';
  const join = async () => {
    if (!isWhole) return;
    setBusy(true);
    const answer = await crew.accept(plainText(invitation), plainText(name));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
  };
  return (
    <View className="sheet-of-paper coach" id="join-crew">
      <View className="panel coach-typed">
        <Text className="panel-title">{say(crewTexts.joinTitle)}</Text>
        <Text className="panel-note">{say(crewTexts.joinWords)}</Text>
        <Field
          id="crew-invitation"
          label={say(crewTexts.invitation)}
          keyboard="code"
          maxLength={60}
          value={invitation}
          onChange={setInvitation}
          onLeave={() => undefined}
          onDone={join}
        />
        <Field
          id="crew-name"
          label={say(crewTexts.yourName)}
          keyboard="text"
          maxLength={40}
          value={name}
          onChange={setName}
          onLeave={() => undefined}
          onDone={join}
        />
        {failure && <NoticeBar tone="heed" words={say(failure)} />}
        <Button id="join" busy={busy} disabled={!isWhole} onPress={join}>
          {say(crewTexts.join)}
        </Button>
      </View>
    </View>
  );
}

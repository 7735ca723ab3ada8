import { Text, View } from '@tarojs/components';
import { messageConsentVersion } from '@tongcheng/shared/identity/consent';
import { useState } from 'react';
import { useQuery } from '../../client/use-query';
import { askForMessages, type MessageAnswer } from '../../platform/account/message-question';
import { platformSignIn } from '../../platform/account/sign-in';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { messageTexts } from './texts/message-texts';

/** Decision 234: the rider lets the health office reach them inside this app, or no longer. Nothing where the platform or the installation has no messages. */
export function MessagesPanel() {
  const say = useSay();
  const [answer, setAnswer] = useState<MessageAnswer>();
  const { value, failure, busy, change } = useQuery((client) => client.call('identity.get-message-choice', {}), {
    // On the web there is nothing to choose, and nothing is asked.
    wait: !askForMessages,
  });
  const templateId = value?.templateId;
  if (!askForMessages || templateId === undefined) return null;
  // First of all: platforms open their question only at the touch itself.
  const agree = async () => {
    const came = await askForMessages?.(templateId);
    setAnswer(came);
    if (came !== 'agreed') return;
    const code = await platformSignIn.code();
    if (code === undefined) return setAnswer('away');
    await change((client) =>
      client.call('identity.choose-messages', { choice: { agreed: true, version: messageConsentVersion, code } }),
    );
  };
  const stop = () => {
    setAnswer(undefined);
    return change((client) => client.call('identity.choose-messages', { choice: { agreed: false } }));
  };
  const isAgreed = value?.agreed === true;
  return (
    <View className="panel" id="messages-panel">
      <Text className="panel-title">{say(messageTexts.title)}</Text>
      <Text>{say(messageTexts.consent)}</Text>
      {isAgreed && <Text className="panel-note">{say(messageTexts.agreed)}</Text>}
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {(answer === 'declined' || answer === 'away') && <NoticeBar words={say(messageTexts[answer])} />}
      <Button id="agree-messages" busy={busy} onPress={agree}>
        {say(isAgreed ? messageTexts.again : messageTexts.agree)}
      </Button>
      {isAgreed && (
        <Button id="stop-messages" variant="link" onPress={stop}>
          {say(messageTexts.stop)}
        </Button>
      )}
    </View>
  );
}

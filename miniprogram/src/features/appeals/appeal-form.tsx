import { Text, View } from '@tarojs/components';
import { longestAppeal } from '@tongcheng/shared/appeals/outcomes';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useTypedLoss } from '../../client/typed-loss';
import { TextArea } from '../../platform/view/text-area';
import { Button } from '../../ui/button';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { appealTexts } from './texts/appeal-texts';

const minLength = 4;

/** The rider's own words, once for each scan; with the time within which a person answers. */
export function AppealForm({
  hours,
  busy,
  onSend,
}: {
  readonly hours: number;
  readonly busy: boolean;
  readonly onSend: (text: string) => void;
}) {
  const say = useSay();
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const isLost = useTypedLoss('appeal', text !== '');
  const isShort = plainText(text).length < minLength;
  const send = () => {
    setLeft(true);
    if (!isShort) onSend(plainText(text));
  };
  const refused = left && isShort;
  return (
    <View className="panel" id="appeal-form">
      <Text className="panel-title">{say(appealTexts.yourWords)}</Text>
      <TypedLossNotice isLost={isLost} />
      <TextArea
        id="appeal-text"
        label={say(appealTexts.yourWords)}
        value={text}
        maxLength={longestAppeal}
        refused={refused}
        onChange={(typed) => {
          setLeft(false);
          setText(typed);
        }}
        onLeave={() => setLeft(text !== '')}
      />
      <View id="appeal-text-hint" className={`field-hint${refused ? ' refused' : ''}`} aria-live="polite">
        <Text>{refused ? say(appealTexts.tooShort) : say(appealTexts.hint, { n: longestAppeal })}</Text>
      </View>
      <Button id="send-appeal" busy={busy} onPress={send}>
        {say(appealTexts.send)}
      </Button>
      <Text className="panel-note">{say(appealTexts.limit, { hours })}</Text>
      <Text className="panel-note">{say(appealTexts.nobodySets)}</Text>
    </View>
  );
}

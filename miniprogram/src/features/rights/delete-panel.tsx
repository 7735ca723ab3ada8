import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { eraseAccount } from '../../client/erase-account';
import { usePhone } from '../../client/phone';
import { sessionRecord } from '../../client/session-record';
import { useMutation } from '../../client/use-mutation';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

type Stage =
  | { readonly at: 'quiet' | 'asked' }
  /** Done; the day on which the last is destroyed, unless it is already. */
  | { readonly at: 'gone'; readonly day?: string };

interface DeletePanelProps {
  /** The account is gone: there is nothing left to show of it. */
  readonly onGone: () => void;
  /** The rider has read so. */
  readonly onEnded: () => void;
}

/** deletes the account; asks once more and says what follows, then when the last of it is destroyed. */
export function DeletePanel({ onGone, onEnded }: DeletePanelProps) {
  const { records } = usePhone();
  const say = useSay();
  const [stage, setStage] = useState<Stage>({ at: 'quiet' });
  const { busy, failure, send } = useMutation();
  const remove = async () => {
    const answer = await send((rider) => rider.call('identity.delete-account', {}));
    if (!answer.ok) return;
    const { keptUntil } = answer.value;
    await eraseAccount(records);
    onGone();
    setStage(keptUntil === undefined ? { at: 'gone' } : { at: 'gone', day: keptUntil });
  };
  const leave = () => {
    records.write(sessionRecord, { is: 'signed-out' });
    onEnded();
  };
  return (
    <View className="panel" id="delete-panel">
      <Text className="panel-title">{say(rightsTexts.deleteTitle)}</Text>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {stage.at === 'quiet' && (
        <Button id="delete-account" variant="link" onPress={() => setStage({ at: 'asked' })}>
          {say(rightsTexts.deleteAsk)}
        </Button>
      )}
      {stage.at === 'asked' && (
        <>
          <Text>{say(rightsTexts.deleteWords)}</Text>
          <Button onPress={() => setStage({ at: 'quiet' })}>{say(rightsTexts.keep)}</Button>
          <Button id="delete-confirm" variant="plain" busy={busy} onPress={remove}>
            {say(rightsTexts.deleteSure)}
          </Button>
        </>
      )}
      {stage.at === 'gone' && (
        <>
          <Text id="deleted">
            {stage.day === undefined ? say(rightsTexts.gone) : say(rightsTexts.goneUntil, { day: stage.day })}
          </Text>
          <Button id="delete-done" onPress={leave}>
            {say(rightsTexts.done)}
          </Button>
        </>
      )}
    </View>
  );
}

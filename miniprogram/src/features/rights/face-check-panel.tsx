import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { type OpenedElsewhere, openLink } from '../../platform/device/open-link';
import { useOnReturn } from '../../platform/view/on-return';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { faceCheckTexts } from './texts/face-check-texts';

interface FaceCheckPanelProps {
  /** A check that was begun earlier waits: its page may be open still. */
  readonly isBegun: boolean;
  readonly onPassed: () => void;
}

/**
 * Proves this account by a face check (decision 149): begun by one touch, its page opened by another, since platforms open nothing without
 * one; back from there it is asked by itself what came of it.
 */
export function FaceCheckPanel({ isBegun, onPassed }: FaceCheckPanelProps) {
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const [url, setUrl] = useState<string>();
  const [opened, setOpened] = useState<OpenedElsewhere>();
  const begin = async () => {
    const answer = await send((rider) => rider.call('identity.begin-face-check', {}));
    if (answer.ok) setUrl(answer.value.url);
    setOpened(undefined);
  };
  const finish = async () => {
    if (busy) return;
    const answer = await send((rider) => rider.call('identity.finish-face-check', {}));
    if (answer.ok) onPassed();
    else if (answer.failure.code === 'face-check-failed') setUrl(undefined);
  };
  useOnReturn(() => {
    if (opened !== undefined) finish();
  });
  return (
    <View className="right-row" id="face-check">
      <Text>{say(faceCheckTexts.title)}</Text>
      <Text className="panel-note">{say(faceCheckTexts[opened ?? 'words'])}</Text>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {url === undefined ? (
        <Button id="face-check-begin" variant="plain" busy={busy} onPress={begin}>
          {say(faceCheckTexts.begin)}
        </Button>
      ) : (
        <Button id="face-check-open" onPress={() => openLink(url).then(setOpened)}>
          {say(faceCheckTexts.open)}
        </Button>
      )}
      {(isBegun || opened !== undefined) && (
        <Button id="face-check-done" variant="plain" busy={busy} onPress={finish}>
          {say(faceCheckTexts.done)}
        </Button>
      )}
    </View>
  );
}

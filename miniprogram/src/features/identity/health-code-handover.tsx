import { Text, View } from '@tarojs/components';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { openHealthCode } from '../../platform/device/open-health-code';
import type { OpenedElsewhere } from '../../platform/device/open-link';
import { useOnReturn } from '../../platform/view/on-return';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { handoverTexts } from './texts/handover-texts';

/**
 * W-02: brings the identity from the health code. Asked for by one touch, its page opened by another, since platforms open nothing without
 * one; back from there it is fetched by itself, and registration goes on as after the form. The form stays below.
 */
export function HealthCodeHandover() {
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const [pages, setPages] = useState<HealthCodePages>();
  const [opened, setOpened] = useState<OpenedElsewhere>();
  const begin = async () => {
    const answer = await send((rider) => rider.call('identity.begin-health-code-handover', {}));
    setPages(answer.ok ? answer.value.pages : undefined);
    setOpened(undefined);
  };
  const finish = async () => {
    if (busy) return;
    const answer = await send((rider) => rider.call('identity.finish-health-code-handover', {}));
    if (!answer.ok && answer.failure.code !== 'health-code-pending') setPages(undefined);
  };
  useOnReturn(() => {
    if (opened !== undefined && pages) finish();
  });
  return (
    <View className="panel" id="handover">
      <Text>{say(handoverTexts[opened ?? 'words'])}</Text>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {pages ? (
        <Button id="handover-open" onPress={() => openHealthCode(pages).then(setOpened)}>
          {say(handoverTexts.open)}
        </Button>
      ) : (
        <Button id="handover-begin" variant="plain" busy={busy} onPress={begin}>
          {say(handoverTexts.begin)}
        </Button>
      )}
      {pages && opened !== undefined && (
        <Button id="handover-done" variant="plain" busy={busy} onPress={finish}>
          {say(handoverTexts.done)}
        </Button>
      )}
    </View>
  );
}

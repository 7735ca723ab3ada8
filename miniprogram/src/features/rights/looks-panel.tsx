import { Text, View } from '@tarojs/components';
import type { OwnAccess } from '@tongcheng/shared/rights/wire';
import type { Text as Pair } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** who looked at the rider's information, when and why; asked for when wanted. */
export function LooksPanel() {
  const { rider } = usePhone();
  const say = useSay();
  const [looks, setLooks] = useState<readonly OwnAccess[]>();
  const [trouble, setTrouble] = useState<Pair>();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await rider.call('rights.accesses', {});
    setBusy(false);
    if (answer.ok) setLooks(answer.value.accesses);
    else setTrouble(answer.failure);
  };
  return (
    <View className="panel" id="looks-panel">
      <Text className="panel-title">{say(rightsTexts.looksTitle)}</Text>
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
      {looks?.length === 0 && <Text>{say(rightsTexts.looksEmpty)}</Text>}
      {looks?.map((look) => (
        <Look key={look.entry} look={look} />
      ))}
      {!looks && (
        <Button id="show-looks" look="plain" busy={busy} onPress={fetch}>
          {say(rightsTexts.looksShow)}
        </Button>
      )}
    </View>
  );
}

function Look({ look }: { readonly look: OwnAccess }) {
  const say = useSay();
  const { entry, at, who, purpose, day } = look;
  const about = day === undefined ? [] : [say(rightsTexts.looksDay, { day })];
  return (
    <View className="look">
      <Text>{`${say(rightsTexts[who])} · ${say(rightsTexts[purpose])}`}</Text>
      <Text className="panel-note">
        {[formatInstant(at, 'MM-DD HH:mm'), ...about, say(rightsTexts.looksEntry, { entry })].join(' · ')}
      </Text>
    </View>
  );
}

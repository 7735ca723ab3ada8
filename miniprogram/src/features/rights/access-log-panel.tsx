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
export function AccessLogPanel() {
  const { rider } = usePhone();
  const say = useSay();
  const [accesses, setAccesses] = useState<readonly OwnAccess[]>();
  const [trouble, setTrouble] = useState<Pair>();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await rider.call('rights.accesses', {});
    setBusy(false);
    if (answer.ok) setAccesses(answer.value.accesses);
    else setTrouble(answer.failure);
  };
  return (
    <View className="panel" id="access-log-panel">
      <Text className="panel-title">{say(rightsTexts.accessTitle)}</Text>
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
      {accesses?.length === 0 && <Text>{say(rightsTexts.accessEmpty)}</Text>}
      {accesses?.map((access) => (
        <AccessRow key={access.entry} access={access} />
      ))}
      {!accesses && (
        <Button id="show-access-log" variant="plain" busy={busy} onPress={fetch}>
          {say(rightsTexts.accessShow)}
        </Button>
      )}
    </View>
  );
}

function AccessRow({ access }: { readonly access: OwnAccess }) {
  const say = useSay();
  const { entry, at, who, purpose, day } = access;
  const about = day === undefined ? [] : [say(rightsTexts.accessDay, { day })];
  return (
    <View className="right-row">
      <Text>{`${say(rightsTexts[who])} · ${say(rightsTexts[purpose])}`}</Text>
      <Text className="panel-note">
        {[formatInstant(at, 'MM-DD HH:mm'), ...about, say(rightsTexts.accessEntry, { entry })].join(' · ')}
      </Text>
    </View>
  );
}

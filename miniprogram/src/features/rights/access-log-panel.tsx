import { Text, View } from '@tarojs/components';
import type { OwnAccess } from '@tongcheng/shared/rights/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** who looked at the rider's information, when and why; asked for when wanted. */
export function AccessLogPanel() {
  const say = useSay();
  const { value, failure, busy, fetch } = useQuery((rider) => rider.call('rights.own-accesses', {}), { wait: true });
  const accesses = value?.accesses;
  return (
    <View className="panel" id="access-log-panel">
      <Text className="panel-title">{say(rightsTexts.accessTitle)}</Text>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
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

import { Text, View } from '@tarojs/components';
import type { DeviceView } from '@tongcheng/shared/identity/wire';
import type { Text as Pair } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/skeleton';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** Where the rider is signed in; one is signed out, or all. */
export function DevicesPanel({ onEnded }: { readonly onEnded: () => void }) {
  const { rider } = usePhone();
  const say = useSay();
  const [devices, setDevices] = useState<readonly DeviceView[]>();
  const [trouble, setTrouble] = useState<Pair>();
  const fetch = useCallback(async () => {
    setTrouble(undefined);
    const answer = await rider.call('identity.list-devices', {});
    if (answer.ok) setDevices(answer.value.devices);
    else setTrouble(answer.failure);
  }, [rider]);
  useEffect(() => {
    fetch();
  }, [fetch]);
  const end = async (deviceId: string) => {
    const answer = await rider.call('identity.end-device', { deviceId });
    if (!answer.ok) return setTrouble(answer.failure);
    await fetch();
  };
  const endAll = async () => {
    await rider.signOut(true);
    onEnded();
  };
  return (
    <View className="panel" id="devices-panel">
      <Text className="panel-title">{say(rightsTexts.devicesTitle)}</Text>
      {trouble && (
        <NoticeBar tone="heed" words={say(trouble)}>
          <Button variant="link" onPress={fetch}>
            {say(rightsTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {!devices && !trouble && <Skeleton lines={2} label={say(rightsTexts.loading)} />}
      {devices?.map((device) => (
        <View key={device.deviceId} className="right-row">
          <Text>{`${say(rightsTexts[device.provider])}${device.here ? ` · ${say(rightsTexts.here)}` : ''}`}</Text>
          <Text className="panel-note">
            {say(rightsTexts.lastUsed, { time: formatInstant(device.lastUsedAt, 'MM-DD HH:mm') })}
          </Text>
          {!device.here && (
            <Button variant="link" onPress={() => end(device.deviceId)}>
              {say(rightsTexts.endDevice)}
            </Button>
          )}
        </View>
      ))}
      <Button id="end-all" variant="link" onPress={endAll}>
        {say(rightsTexts.endAll)}
      </Button>
    </View>
  );
}

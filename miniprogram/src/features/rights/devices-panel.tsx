import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { usePhone } from '../../client/phone';
import { useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** Where the rider is signed in; one is signed out, or all. */
export function DevicesPanel({ onEnded }: { readonly onEnded: () => void }) {
  const { rider } = usePhone();
  const say = useSay();
  const { value, failure, fetch, change } = useQuery((client) => client.call('identity.list-own-devices', {}));
  const devices = value?.devices;
  const end = (deviceId: string) => change((client) => client.call('identity.end-device', { deviceId }));
  const endAll = async () => {
    await rider.signOut(true);
    onEnded();
  };
  return (
    <View className="panel" id="devices-panel">
      <Text className="panel-title">{say(rightsTexts.devicesTitle)}</Text>
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(rightsTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {!devices && !failure && <Skeleton lines={2} label={say(rightsTexts.loading)} />}
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

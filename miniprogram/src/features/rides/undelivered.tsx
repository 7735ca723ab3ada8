import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { usePhone, useRecord } from '../../client/phone';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { deliverScans } from './deliver';
import { clearRefused, queueRecord } from './queue';
import { historyTexts } from './texts/history-texts';

/** Scans that are still on this phone, and those that were refused with the reason for each. */
export function Undelivered() {
  const phone = usePhone();
  const say = useSay();
  const { waiting, refused } = useRecord(queueRecord);
  const [busy, setBusy] = useState(false);
  const deliver = async () => {
    setBusy(true);
    await deliverScans(phone).catch(() => undefined);
    setBusy(false);
  };
  return (
    <>
      {waiting.length > 0 && (
        <View className="panel" id="waiting-scans">
          <Text className="panel-title">{say(historyTexts.waitingTitle)}</Text>
          {waiting.map((scan) => (
            <Text key={scan.scanId} className="panel-line">
              {formatInstant(scan.scannedAt, 'MM-DD HH:mm:ss')}
            </Text>
          ))}
          <Button variant="plain" busy={busy} onPress={deliver}>
            {say(historyTexts.waitingNow)}
          </Button>
        </View>
      )}
      {refused.length > 0 && (
        <View className="panel" id="refused-scans">
          <Text className="panel-title">{say(historyTexts.refusedTitle)}</Text>
          {refused.map(({ scan, reason }) => (
            <View key={scan.scanId} className="panel-line">
              <Text>{formatInstant(scan.scannedAt, 'MM-DD HH:mm:ss')}</Text>
              <Text className="panel-note">{say(reason)}</Text>
            </View>
          ))}
          <Button variant="plain" onPress={() => clearRefused(phone.records)}>
            {say(historyTexts.refusedClear)}
          </Button>
        </View>
      )}
    </>
  );
}

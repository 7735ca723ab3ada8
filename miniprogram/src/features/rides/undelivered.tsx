import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useLasts, usePhone, useRecord } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { venueLine } from '../../ui/venue-line';
import { useSay } from '../../ui/words';
import { deliverScans } from './deliver';
import { clearRefused, queueRecord } from './queue';
import type { QueuedScan } from './queued-scan';
import { sendingRecord } from './sending';
import { historyTexts } from './texts/history-texts';
import { scanTexts } from './texts/scan-texts';

/** Scans that are still on this phone, and those that were refused with the reason for each. */
export function Undelivered() {
  const phone = usePhone();
  const say = useSay();
  const { waiting, refused } = useRecord(queueRecord);
  const sending = useRecord(sendingRecord).scans;
  const lasts = useLasts(queueRecord);
  const [busy, setBusy] = useState(false);
  const deliver = async () => {
    setBusy(true);
    await deliverScans(phone).catch(() => undefined);
    setBusy(false);
  };
  return (
    <>
      {sending.length > 0 && (
        <View className="panel" id="sending-scans">
          <Text className="panel-title">{say(historyTexts.sendingTitle)}</Text>
          {sending.map(({ scan }) => (
            <ScanLine key={scan.scanId} scan={scan} />
          ))}
        </View>
      )}
      {waiting.length > 0 && (
        <View className="panel" id="waiting-scans">
          <Text className="panel-title">{say(historyTexts.waitingTitle)}</Text>
          {!lasts && <NoticeBar tone="heed" words={say(scanTexts.waitingHeld)} />}
          {waiting.map((scan) => (
            <ScanLine key={scan.scanId} scan={scan} />
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
            <View key={scan.scanId}>
              <ScanLine scan={scan} />
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

/** When, and where as far as the phone knows. */
function ScanLine({ scan: { scannedAt, venue } }: { readonly scan: QueuedScan }) {
  const say = useSay();
  return (
    <View className="panel-line">
      <Text>{formatInstant(scannedAt, 'MM-DD HH:mm:ss')}</Text>
      {venue && <Text className="ride-note">{say(venueLine(venue))}</Text>}
    </View>
  );
}

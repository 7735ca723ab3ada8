import { useEffect } from 'react';
import { usePhone } from '../../client/phone';
import { onNetworkBack } from '../../platform/network/network';
import { deliverScans } from './deliver';
import { queueRecord } from './queue';
import { retryInMs } from './retry-time';
import { sendingRecord } from './sending';

const everyMs = 15_000;

/** Delivers kept scans while the app is open, those in the second place too: at its start, when the network returns, every quarter minute, and when the time is over that the service asked for. */
export function useDelivery(): void {
  const phone = usePhone();
  useEffect(() => {
    const deliver = () => {
      const { records } = phone;
      records.storeHeld();
      const isSomethingHere = records.read(queueRecord).waiting.length + records.read(sendingRecord).scans.length > 0;
      if (isSomethingHere) deliverScans(phone).catch(() => undefined);
    };
    deliver();
    Promise.all([phone.records.recover(queueRecord), phone.records.recover(sendingRecord)])
      .then(deliver)
      .catch(() => undefined);
    const timer = setInterval(deliver, everyMs);
    const stop = onNetworkBack(deliver);
    let again: ReturnType<typeof setTimeout> | undefined;
    // The service asked to be left alone for a while: whoever waits at the door should not wait for the quarter minute too.
    const stopWatching = phone.memory.watch(() => {
      const waits = retryInMs(phone);
      clearTimeout(again);
      if (waits > 0) again = setTimeout(deliver, waits + 1);
    });
    return () => {
      clearInterval(timer);
      clearTimeout(again);
      stopWatching();
      stop();
    };
  }, [phone]);
}

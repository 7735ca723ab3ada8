import { useEffect } from 'react';
import { usePhone } from '../../client/phone';
import { onNetworkBack } from '../../platform/network/network';
import { deliverScans } from './deliver';
import { queueRecord } from './queue';
import { sendingRecord } from './sending';

const everyMs = 15_000;

/** Delivers kept scans while the app is open: at its start, when the network returns, and every quarter minute. */
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
    const timer = setInterval(deliver, everyMs);
    const stop = onNetworkBack(deliver);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [phone]);
}

import { useEffect } from 'react';
import { usePhone } from '../../client/phone';
import { onNetworkBack } from '../../platform/network/network';
import { deliverScans } from './deliver';
import { queueRecord } from './queue';

const everyMs = 15_000;

/** Delivers kept scans while the app is open: at its start, when the network returns, and every quarter minute. */
export function useDelivery(): void {
  const phone = usePhone();
  useEffect(() => {
    const deliver = () => {
      if (phone.records.read(queueRecord).waiting.length > 0) deliverScans(phone).catch(() => undefined);
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

import { useMemo, useSyncExternalStore } from 'react';
import { usePhone } from '../../client/phone';
import { createScanFlow, type ScanFlow } from './scan-flow';
import type { ScanState } from './scan-state';

const wait = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** One page's scan flow with its present state. */
export function useScanFlow(): { readonly flow: ScanFlow; readonly state: ScanState } {
  const phone = usePhone();
  const flow = useMemo(() => createScanFlow({ ...phone, wait }), [phone]);
  return { flow, state: useSyncExternalStore(flow.watch, flow.state, flow.state) };
}

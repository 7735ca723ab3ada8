import { useEffect, useState } from 'react';
import { adviceAfter, adviceAfterMs, type CameraAdvice } from './camera-patience';

/** The advice due now. It counts from when the camera began to look, and anew with each `attempt`. */
export function useCameraAdvice(looking: boolean, attempt: number): CameraAdvice {
  const [waitedMs, setWaitedMs] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt begins the waiting anew
  useEffect(() => {
    setWaitedMs(0);
    if (!looking) return;
    const timers = Object.values(adviceAfterMs).map((ms) => setTimeout(() => setWaitedMs(ms), ms));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [looking, attempt]);
  return adviceAfter(waitedMs);
}

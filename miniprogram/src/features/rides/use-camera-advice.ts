import { useEffect, useState } from 'react';

/** What to say to somebody who holds the camera before a code in vain. */
export type CameraAdvice = 'none' | 'light' | 'other-scanner';

/** How long the camera may read nothing, in milliseconds, before each advice. */
const adviceAfterMs = { light: 4_000, 'other-scanner': 10_000 } as const;

/** The advice after reading nothing for so long. The later one leaves the earlier standing: light helps still. */
export function adviceAfter(waitedMs: number): CameraAdvice {
  if (waitedMs >= adviceAfterMs['other-scanner']) return 'other-scanner';
  return waitedMs >= adviceAfterMs.light ? 'light' : 'none';
}

/** The advice due now. It counts from when the camera began to read, and anew with each `attempt`. */
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

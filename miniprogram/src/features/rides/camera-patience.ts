/** What to say to somebody who holds the camera before a code in vain. */
export type CameraAdvice = 'none' | 'light' | 'other-scanner';

/** How long the camera may look in vain, in milliseconds, before each advice. */
export const adviceAfterMs = { light: 4_000, 'other-scanner': 10_000 } as const;

/** The advice after looking in vain for so long. The later one leaves the earlier standing: light helps still. */
export function adviceAfter(waitedMs: number): CameraAdvice {
  if (waitedMs >= adviceAfterMs['other-scanner']) return 'other-scanner';
  return waitedMs >= adviceAfterMs.light ? 'light' : 'none';
}

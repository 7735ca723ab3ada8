/** Keeps the screen from going dark while the page is seen; a browser takes it back when it is hidden. Gives the way back. */
export function keepScreenOn(): () => void {
  let held: WakeLockSentinel | undefined;
  let isOver = false;
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    const lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (isOver) await lock?.release();
    else held = lock;
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    held?.release().catch(() => undefined);
  };
}

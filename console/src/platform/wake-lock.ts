/** Keeps the screen lit while the page is visible, where the browser can. The answer lets it sleep again. */
export const keepAwake = (): (() => void) => {
  let held: WakeLockSentinel | undefined;
  let wanted = true;
  const ask = async () => {
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    held = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (!wanted) await held?.release();
  };
  const again = () => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', again);
    void held?.release();
  };
};

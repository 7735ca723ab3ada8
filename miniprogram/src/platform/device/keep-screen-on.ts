import Taro from '@tarojs/taro';

/** Keeps the screen from going dark. Gives the way back. */
export const keepScreenOn = (): (() => void) => {
  keep(true);
  return () => keep(false);
};

function keep(keepScreenOn: boolean): void {
  try {
    Taro.setKeepScreenOn({ keepScreenOn })?.catch(() => undefined);
  } catch {
    // Older than the function: the phone's own time holds.
  }
}

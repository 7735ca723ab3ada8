import Taro from '@tarojs/taro';

/** Full brightness while something is shown to staff. Gives the way back. */
export const brighten = (): (() => void) => {
  let before: number | undefined;
  Taro.getScreenBrightness({
    success: ({ value }) => {
      before = value;
      Taro.setScreenBrightness({ value: 1 }).catch(() => undefined);
    },
  });
  return () => {
    if (before !== undefined) Taro.setScreenBrightness({ value: before }).catch(() => undefined);
  };
};

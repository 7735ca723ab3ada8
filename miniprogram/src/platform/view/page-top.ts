import Taro from '@tarojs/taro';

/** Shows the beginning of the page in front: what comes in the place of a long form begins at its own top. */
export function showPageTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

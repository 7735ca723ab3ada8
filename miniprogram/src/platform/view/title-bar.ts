import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Whether the platform draws the title and the way back above each page by itself. */
export const platformDrawsTitle: boolean = true;

/** Gives the platform's bar the page's title in the reader's language; the build knows the Chinese one only. */
export function usePlatformTitle(title: string, inFront: boolean): void {
  useEffect(() => {
    if (inFront) Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  }, [title, inFront]);
}

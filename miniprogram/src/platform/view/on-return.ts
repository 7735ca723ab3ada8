import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Does something each time the rider comes back to this page from elsewhere: another app, another page. */
export function useOnReturn(act: () => void): void {
  const away = useRef(false);
  useDidHide(() => {
    away.current = true;
  });
  useDidShow(() => {
    if (away.current) act();
    away.current = false;
  });
}

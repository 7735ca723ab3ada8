import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { hasFields } from '../../client/records';
import type { CodeReaderProps } from './code-reader-props';

/**
 * The platform's own scanner, which has torch and album of its own. It lies over the app, so the page is behind it meanwhile and in
 * front again afterwards: that alone must not open it anew, or nobody could leave it.
 */
export function PlatformScanner({ active, reading, attempt, onRead, onTrouble, onReady, onLight }: CodeReaderProps) {
  const openedFor = useRef<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scanner opens once for each attempt, not for each drawing
  useEffect(() => {
    if (!reading) openedFor.current = undefined;
    if (!active || !reading || openedFor.current === attempt) return;
    openedFor.current = attempt;
    onReady();
    onLight({ dark: false, torch: false });
    Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => onRead(result),
      (reason: unknown) => wasClosed(reason) || onTrouble('absent'),
    );
  }, [active, reading, attempt]);
  return <View className="reader-picture" />;
}

/** Whether the rider closed the scanner: WeChat says so in words, Alipay by the number 10. */
const wasClosed = (reason: unknown): boolean =>
  (hasFields(reason, 'errMsg') && String(reason.errMsg).includes('cancel')) ||
  (hasFields(reason, 'error') && Number(reason.error) === 10);

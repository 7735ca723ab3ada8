import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { hasFields } from '../client/records';

/** Why there is no picture: not allowed, none here, or taken by another app. */
export type CameraTrouble = 'refused' | 'absent' | 'busy';

/** What is known of the light: whether the picture is dark and whether a torch is there to help. */
export interface Light {
  readonly dark: boolean;
  readonly torch: boolean;
}

/** Reads QR codes through the camera as long as it is active. A change of `attempt` begins anew. */
export interface CodeReaderProps {
  readonly active: boolean;
  /** Whether a code is wanted now; while one is under way it is not. */
  readonly reading: boolean;
  readonly torch: boolean;
  readonly attempt: number;
  readonly onRead: (text: string) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onReady: () => void;
  readonly onLight: (light: Light) => void;
}

/**
 * A mini-program opens its platform's own scanner, which has torch and album of its own. It lies over the app, so the page is behind it
 * meanwhile and in front again afterwards: that alone must not open it anew, or nobody could leave it.
 */
export function CodeReader({ active, reading, attempt, onRead, onTrouble, onReady }: CodeReaderProps) {
  const openedFor = useRef<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scanner opens once for each attempt, not for each drawing
  useEffect(() => {
    if (!reading) openedFor.current = undefined;
    if (!active || !reading || openedFor.current === attempt) return;
    openedFor.current = attempt;
    onReady();
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

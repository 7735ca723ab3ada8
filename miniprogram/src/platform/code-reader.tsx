import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

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
  readonly torch: boolean;
  readonly attempt: number;
  readonly onRead: (text: string) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onReady: () => void;
  readonly onLight: (light: Light) => void;
}

/** A mini-program opens its platform's own scanner, which has torch and album of its own. */
export function CodeReader({ active, attempt, onRead, onTrouble, onReady }: CodeReaderProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scanner opens once for each attempt, not for each drawing
  useEffect(() => {
    if (!active) return;
    onReady();
    Taro.scanCode({ scanType: ['qrCode'], success: ({ result }) => onRead(result), fail: () => undefined }).catch(() =>
      onTrouble('absent'),
    );
  }, [active, attempt]);
  return <View className="reader-picture" />;
}

import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { wasRefused } from './camera-fallbacks';
import { CameraView, cameraReadsCodes } from './camera-view';
import { PlatformScanner } from './platform-scanner';

/** Why there is no picture: not allowed, none here, or taken by another app. */
export type CameraTrouble = 'refused' | 'absent' | 'busy';

/** What is known of the light: whether the picture is dark (unknown where no platform tells) and whether a torch is there to help. */
export interface Light {
  readonly dark: boolean | undefined;
  readonly torch: boolean;
}

/** Reads QR codes through the camera as long as it is active. A change of `attempt` begins anew. */
export interface CodeReaderProps {
  readonly active: boolean;
  /** Whether a code is wanted now; while one is under way it is not. */
  readonly reading: boolean;
  readonly torch: boolean;
  readonly attempt: number;
  /** The platform's own scanner is wanted instead of a camera in the page; a browser has none. */
  readonly scanner: boolean;
  readonly onRead: (text: string) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onReady: () => void;
  readonly onLight: (light: Light) => void;
}

/** Between two cameras of one page: the first must be gone before the next is there. */
const betweenCamerasMs = 100;

/**
 * A mini-program's camera in the page. Where this version of the platform has none that reads codes, or it fails for another reason than
 * a refusal, the platform's own scanner takes its place until the next attempt. Nothing is drawn, so no camera runs, while not active.
 */
export function CodeReader(props: CodeReaderProps) {
  const { active, attempt, scanner, torch, onRead, onTrouble, onReady, onLight } = props;
  const [failedAt, setFailedAt] = useState<number>();
  const [openFor, setOpenFor] = useState(attempt);
  useEffect(() => {
    const timer = setTimeout(() => setOpenFor(attempt), betweenCamerasMs);
    return () => clearTimeout(timer);
  }, [attempt]);
  if (scanner || failedAt === attempt || !cameraReadsCodes()) return <PlatformScanner {...props} />;
  if (!active || openFor !== attempt) return <View className="reader-picture" />;
  const open = () => {
    onReady();
    onLight({ dark: undefined, torch: true });
  };
  const fail = async (reason: unknown) => {
    if (await wasRefused(reason)) return onTrouble('refused');
    setFailedAt(attempt);
  };
  return <CameraView lit={torch} onOpen={open} onRead={onRead} onFail={fail} />;
}

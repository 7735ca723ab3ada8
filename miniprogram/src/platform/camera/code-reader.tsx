import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { wasRefused } from './camera-fallbacks';
import { CameraView, cameraReadsCodes } from './camera-view';
import type { CodeReaderProps } from './code-reader-props';
import { PlatformScanner } from './platform-scanner';

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

import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { cameraFallbacks } from '../../platform/camera/camera-fallbacks';
import { CodeReader } from '../../platform/camera/code-reader';
import type { CameraTrouble, Light } from '../../platform/camera/code-reader-props';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { CameraTroubleView } from './camera-trouble';
import { ScanTools } from './scan-tools';
import { scanTexts } from './texts/scan-texts';
import { useCameraAdvice } from './use-camera-advice';

interface CameraStageProps {
  /** Whether the page is in front. */
  readonly active: boolean;
  readonly reading: boolean;
  readonly onRead: (text: string) => void;
  readonly onRefresh: () => void;
  readonly onType: () => void;
}

/** The camera's picture with its frame, and its tools below it; where there is no picture, why, and the ways on instead of the tools. */
export function CameraStage({ active, reading, onRead, onRefresh, onType }: CameraStageProps) {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const [scanner, setScanner] = useState(false);
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const [ready, setReady] = useState(false);
  const [several, setSeveral] = useState(false);
  const [light, setLight] = useState<Light>({ dark: undefined, torch: false });
  const [torch, setTorch] = useState(false);
  const advice = useCameraAdvice(active && reading && trouble === undefined && !scanner, attempt);
  useEffect(() => {
    if (!active) setTorch(false);
  }, [active]);
  const beginAnew = (byScanner: boolean) => {
    setTrouble(undefined);
    setReady(false);
    setSeveral(false);
    setTorch(false);
    setScanner(byScanner);
    setAttempt(attempt + 1);
    onRefresh();
  };
  const seeLight = (seen: Light) => {
    if (seen.dark !== light.dark || seen.torch !== light.torch) setLight(seen);
  };
  const dark = light.dark ?? advice !== 'none';
  return (
    <View className="stage">
      <View className="sight">
        <CodeReader
          active={active && trouble === undefined}
          reading={reading}
          torch={torch}
          attempt={attempt}
          scanner={scanner}
          onRead={(text) => reading && onRead(text)}
          onTrouble={setTrouble}
          onReady={() => setReady(true)}
          onLight={seeLight}
          onSeveral={setSeveral}
        />
        {trouble === undefined ? (
          <Frame words={say(aimWords(ready, several))}>
            {cameraFallbacks.scanner && advice === 'other-scanner' && (
              <Button id="other-scanner" variant="light" onPress={() => beginAnew(true)}>
                {say(scanTexts.notReading)}
              </Button>
            )}
          </Frame>
        ) : (
          <CameraTroubleView
            trouble={trouble}
            ways={reading}
            onRetry={() => beginAnew(false)}
            onType={onType}
            onScanner={() => beginAnew(true)}
          />
        )}
      </View>
      {trouble === undefined && (
        <ScanTools
          torch={light.torch ? { on: torch, needed: dark && !torch, toggle: () => setTorch(!torch) } : undefined}
          onRefresh={() => beginAnew(false)}
          onType={onType}
        />
      )}
    </View>
  );
}

const aimWords = (ready: boolean, several: boolean) => {
  if (!ready) return scanTexts.starting;
  return several ? scanTexts.several : scanTexts.aim;
};

function Frame({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <View className="frame-place">
      <View className="frame" aria-hidden>
        <View className="frame-line" />
      </View>
      <Text className="frame-words">{words}</Text>
      {children}
    </View>
  );
}

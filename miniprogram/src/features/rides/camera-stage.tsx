import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type CameraTrouble, CodeReader, type Light } from '../../platform/code-reader';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { ScanTools } from './scan-tools';
import { scanTexts } from './texts/scan-texts';

const troubleTexts = {
  refused: scanTexts.cameraRefused,
  absent: scanTexts.cameraAbsent,
  busy: scanTexts.cameraBusy,
} as const;

interface CameraStageProps {
  /** Whether the page is in front. */
  readonly active: boolean;
  readonly reading: boolean;
  readonly onRead: (text: string) => void;
  readonly onRefresh: () => void;
  readonly onType: () => void;
}

/** The camera's picture with its frame and tools; where there is none, why, and the way on. */
export function CameraStage({ active, reading, onRead, onRefresh, onType }: CameraStageProps) {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const [ready, setReady] = useState(false);
  const [light, setLight] = useState<Light>({ dark: false, torch: false });
  const [torch, setTorch] = useState(false);
  const beginAnew = () => {
    setTrouble(undefined);
    setReady(false);
    setTorch(false);
    setAttempt(attempt + 1);
    onRefresh();
  };
  const seeLight = (seen: Light) => {
    if (seen.dark !== light.dark || seen.torch !== light.torch) setLight(seen);
  };
  return (
    <View className="stage">
      <CodeReader
        active={active && trouble === undefined}
        reading={reading}
        torch={torch}
        attempt={attempt}
        onRead={(text) => reading && onRead(text)}
        onTrouble={setTrouble}
        onReady={() => setReady(true)}
        onLight={seeLight}
      />
      {trouble === undefined ? <Frame words={say(ready ? scanTexts.aim : scanTexts.starting)} /> : null}
      {trouble !== undefined && (
        <View className="stage-trouble">
          <NoticeBar tone="heed" words={say(troubleTexts[trouble])}>
            <View className="stage-ways">
              <Button onPress={onType} icon="keyboard">
                {say(scanTexts.type)}
              </Button>
              <Button look="plain" onPress={beginAnew}>
                {say(scanTexts.retry)}
              </Button>
            </View>
          </NoticeBar>
        </View>
      )}
      <ScanTools
        torch={light.torch ? { on: torch, needed: light.dark && !torch, toggle: () => setTorch(!torch) } : undefined}
        onRefresh={beginAnew}
        onType={onType}
      />
    </View>
  );
}

function Frame({ words }: { readonly words: string }) {
  return (
    <View className="frame-place">
      <View className="frame" aria-hidden>
        <View className="frame-line" />
      </View>
      <Text className="frame-words">{words}</Text>
    </View>
  );
}

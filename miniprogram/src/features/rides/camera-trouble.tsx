import { View } from '@tarojs/components';
import { cameraFallbacks } from '../../platform/camera/camera-fallbacks';
import type { CameraTrouble } from '../../platform/camera/code-reader-props';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { scanTexts } from './texts/scan-texts';

const troubleTexts = {
  refused: cameraFallbacks.settings ? scanTexts.cameraNotAllowed : scanTexts.cameraRefused,
  absent: scanTexts.cameraAbsent,
  busy: scanTexts.cameraBusy,
} as const;

interface CameraTroubleViewProps {
  readonly trouble: CameraTrouble;
  /** Whether the ways on stand here; not while an answer below offers its own. */
  readonly ways: boolean;
  readonly onRetry: () => void;
  readonly onType: () => void;
  readonly onScanner: () => void;
}

/** Why there is no picture, and every way on: the settings where they can be opened, typing, the platform's scanner. */
export function CameraTroubleView({ trouble, ways, onRetry, onType, onScanner }: CameraTroubleViewProps) {
  const say = useSay();
  const settings = trouble === 'refused' ? cameraFallbacks.settings : undefined;
  const allow = async () => {
    if (await settings?.()) onRetry();
  };
  return (
    <View className="stage-trouble" id="camera-trouble">
      <NoticeBar tone="heed" words={say(troubleTexts[trouble])}>
        {ways && (
          <View className="stage-ways">
            {settings && (
              <Button id="camera-settings" onPress={allow}>
                {say(scanTexts.toSettings)}
              </Button>
            )}
            <Button id="type-code" variant={settings ? 'plain' : 'main'} onPress={onType} icon="keyboard">
              {say(scanTexts.type)}
            </Button>
            {cameraFallbacks.scanner && (
              <Button id="other-scanner" variant="plain" onPress={onScanner} icon="scan">
                {say(scanTexts.otherScanner)}
              </Button>
            )}
            <Button variant="plain" onPress={onRetry}>
              {say(scanTexts.retry)}
            </Button>
          </View>
        )}
      </NoticeBar>
    </View>
  );
}

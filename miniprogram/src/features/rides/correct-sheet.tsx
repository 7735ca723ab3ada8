import { Text, View } from '@tarojs/components';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { RideScan } from '@tongcheng/shared/rides/wire';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Button } from '../../ui/button';
import { clockText } from '../../ui/clock-text';
import { useSay } from '../../ui/words';
import { MeaningChoice } from './meaning-choice';
import { correctionTexts } from './texts/meaning-texts';
import './correct.scss';

/** A scan that can be shown in the sheet. */
type CorrectableScan = Pick<RideScan, 'scanId' | 'scannedAt' | 'meaning' | 'others'>;

interface CorrectSheetProps {
  readonly city: string;
  /** Of a member of the family. */
  readonly memberId?: string | undefined;
  readonly scans: readonly CorrectableScan[];
  readonly onCorrected: (scanId: string, meaning: Meaning) => void;
  readonly onClose: () => void;
}

/** Correcting what scans meant: each that can still be corrected, with what else it may have been. */
export function CorrectSheet({ city, memberId, scans, onCorrected, onClose }: CorrectSheetProps) {
  const say = useSay();
  return (
    <BottomSheet onClose={onClose} closeLabel={say(correctionTexts.close)}>
      <View className="correct" id="correct">
        <Text className="panel-title">{say(correctionTexts.title)}</Text>
        <Text className="panel-note">{say(correctionTexts.words)}</Text>
        {scans.map(({ scanId, scannedAt, meaning, others }) => (
          <View key={scanId} className="correct-scan">
            <Text className="correct-time">{clockText(scannedAt)}</Text>
            <MeaningChoice
              scan={{ city, scanId, memberId }}
              meaning={meaning}
              others={others}
              onCorrected={(said) => onCorrected(scanId, said)}
            />
          </View>
        ))}
        <Button variant="link" onPress={onClose}>
          {say(correctionTexts.close)}
        </Button>
      </View>
    </BottomSheet>
  );
}

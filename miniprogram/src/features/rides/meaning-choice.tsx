import { Text, View } from '@tarojs/components';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { correctionTexts, meaningInSentenceTexts } from './texts/meaning-texts';
import { type CorrectedScan, useCorrection } from './use-correction';

interface MeaningChoiceProps {
  readonly scan: CorrectedScan;
  readonly meaning: Meaning;
  readonly others: readonly Meaning[];
  readonly onCorrected: (meaning: Meaning) => void;
}

/** What a scan meant and what else it may have meant, each a button; the choice is sent at once. */
export function MeaningChoice({ scan, meaning, others, onCorrected }: MeaningChoiceProps) {
  const say = useSay();
  const { correct, busy, trouble } = useCorrection(scan, onCorrected);
  return (
    <View className="meaning-choice">
      <Text>{say(correctionTexts.was, { meaning: say(meaningInSentenceTexts[meaning]) })}</Text>
      {others.map((other) => (
        <Button
          key={other}
          id={`correct-${other}`}
          variant="plain"
          busy={busy === other}
          onPress={() => correct(other)}
        >
          {say(correctionTexts.instead, { meaning: say(meaningInSentenceTexts[other]) })}
        </Button>
      ))}
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
    </View>
  );
}

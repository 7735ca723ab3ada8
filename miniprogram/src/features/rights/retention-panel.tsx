import { Text, View } from '@tarojs/components';
import { useCity } from '../../client/phone';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** What is kept until when, in plain words, and why something stays after an account erasure (W-28). */
export function RetentionPanel() {
  const say = useSay();
  const days = useCity()?.retentionDays ?? 30;
  return (
    <View className="panel" id="kept-panel">
      <Text className="panel-title">{say(rightsTexts.keptTitle)}</Text>
      <Text>{say(rightsTexts.keptName)}</Text>
      <Text>{say(rightsTexts.keptRides, { days })}</Text>
      <Text>{say(rightsTexts.keptCoaches)}</Text>
      <Text>{say(rightsTexts.keptAppeals)}</Text>
      <Text>{say(rightsTexts.keptLog)}</Text>
      <Text className="panel-note">{say(rightsTexts.whyKept)}</Text>
    </View>
  );
}

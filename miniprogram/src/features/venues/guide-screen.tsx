import { Text, View } from '@tarojs/components';
import { useCity } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { GuideQuestions } from './guide-questions';
import { guideTexts } from './texts/guide-texts';
import { WhereToFind } from './where-to-find';

const after = [
  [guideTexts.coloursTitle, guideTexts.colours],
  [guideTexts.offlineTitle, guideTexts.offline],
  [guideTexts.darkTitle, guideTexts.dark],
  [guideTexts.fareTitle, guideTexts.fare],
  [guideTexts.withoutTitle, guideTexts.without],
] as const;

/** How it works, in the order in which it happens; only the modes that this city has. */
export function GuideScreen() {
  const say = useSay();
  const city = useCity();
  const modes = city?.modes ?? (['bus', 'metro', 'taxi', 'ferry'] as const);
  return (
    <View className="sheet-of-paper" id="guide">
      <GuideQuestions />
      {city?.entrances && city.entrances.length > 0 && <WhereToFind entrances={city.entrances} />}
      <View className="panel">
        <Text className="panel-title">{say(guideTexts.firstTitle)}</Text>
        <Text>{say(guideTexts.first)}</Text>
      </View>
      <View className="panel">
        <Text className="panel-title">{say(guideTexts.everyTitle)}</Text>
        {modes.map((mode) => (
          <Text key={mode} className="panel-line">
            {say(guideTexts[mode])}
          </Text>
        ))}
      </View>
      {after.map(([title, words]) => (
        <View key={title.en} className="panel">
          <Text className="panel-title">{say(title)}</Text>
          <Text>{say(words)}</Text>
        </View>
      ))}
      {city && (
        <Button variant="plain" icon="phone" number={city.hotline} onPress={() => telephone(city.hotline)}>
          {say(guideTexts.hotline)}
        </Button>
      )}
    </View>
  );
}

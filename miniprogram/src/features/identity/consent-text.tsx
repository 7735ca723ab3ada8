import { Text, View } from '@tarojs/components';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { useCity } from '../../client/phone';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { accessTexts } from './texts/account-texts';
import { consentTexts } from './texts/consent-texts';

const sections = [
  [consentTexts.whoTitle, consentTexts.who],
  [consentTexts.whatTitle, consentTexts.what],
  [consentTexts.placeTitle, consentTexts.place],
  [consentTexts.whyTitle, consentTexts.why],
  [consentTexts.howTitle, consentTexts.how],
  [consentTexts.longTitle, consentTexts.long],
  [consentTexts.childTitle, consentTexts.child],
  [consentTexts.rightsTitle, consentTexts.rights],
] as const;

/** The long consent text with the city's own figures. */
export function ConsentText() {
  const say = useSay();
  const city = useCity();
  if (!city) return <Skeleton lines={8} label={say(accessTexts.loading)} />;
  const values = { city: say(city.name), hotline: city.hotline, days: city.retentionDays };
  return (
    <View className="sheet-of-paper" id="long-consent">
      {sections.map(([title, words]) => (
        <View key={title.en} className="panel">
          <Text className="panel-title">{say(title)}</Text>
          <Text>{say(words, values)}</Text>
        </View>
      ))}
      <Text className="small-print">{say(consentTexts.version, { version: consentVersion })}</Text>
    </View>
  );
}

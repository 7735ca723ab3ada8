import { Text, View } from '@tarojs/components';
import { familyRecord } from '../../client/family-record';
import { usePhone, useRecord } from '../../client/phone';
import { Press } from '../../platform/view/press';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { familyScanTexts } from './texts/scan-texts';

/** who rides along; chosen once, scanned together until changed. Nothing without a family. */
export function Companions() {
  const say = useSay();
  const { records } = usePhone();
  const family = useRecord(familyRecord);
  const { members, chosen, withoutMe } = family;
  if (members.length === 0) return null;
  const choose = (next: Partial<typeof family>) => {
    const after = { ...family, ...next };
    // Somebody always rides: without companions it is the rider.
    records.write(familyRecord, after.chosen.length === 0 ? { ...after, withoutMe: false } : after);
  };
  const toggle = (memberId: string) =>
    choose({ chosen: chosen.includes(memberId) ? chosen.filter((id) => id !== memberId) : [...chosen, memberId] });
  return (
    <View className="companions" role="group" aria-label={say(familyScanTexts.who)} id="companions">
      <Text className="companions-title">{say(familyScanTexts.who)}</Text>
      <Chip words={say(familyScanTexts.me)} on={!withoutMe} onPress={() => choose({ withoutMe: !withoutMe })} />
      {members.map(({ memberId, maskedName }) => (
        <Chip key={memberId} words={maskedName} on={chosen.includes(memberId)} onPress={() => toggle(memberId)} />
      ))}
    </View>
  );
}

function Chip({ words, on, onPress }: { readonly words: string; readonly on: boolean; readonly onPress: () => void }) {
  return (
    <Press className={`companion${on ? ' chosen' : ''}`} role="switch" on={on} label={words} onPress={onPress}>
      <Icon name={on ? 'check' : 'plus'} colour={on ? 'white' : 'brand'} />
      <Text>{words}</Text>
    </Press>
  );
}

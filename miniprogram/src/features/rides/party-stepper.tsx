import { Text, View } from '@tarojs/components';
import { Press } from '../../platform/view/press';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { scanTexts } from './texts/scan-texts';

/** W-15: at most this many in one taxi. */
const maxParty = 8;

/** How many ride together; one scan registers them all. */
export function PartyStepper({
  party,
  onChange,
}: {
  readonly party: number;
  readonly onChange: (party: number) => void;
}) {
  const say = useSay();
  return (
    <View className="party">
      <Text className="party-label">{say(scanTexts.party)}</Text>
      <View className="party-row">
        <Press
          className="party-key"
          label={say(scanTexts.fewer)}
          disabled={party <= 1}
          onPress={() => onChange(party - 1)}
        >
          <Icon name="minus" />
        </Press>
        <Text className="party-count" id="party-count">
          {party}
        </Text>
        <Press
          className="party-key"
          label={say(scanTexts.more)}
          disabled={party >= maxParty}
          onPress={() => onChange(party + 1)}
        >
          <Icon name="plus" />
        </Press>
      </View>
      <Text className="party-hint">{say(scanTexts.partyHint)}</Text>
    </View>
  );
}

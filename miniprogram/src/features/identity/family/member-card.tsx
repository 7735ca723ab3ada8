import { Text, View } from '@tarojs/components';
import type { MemberView } from '@tongcheng/shared/identity/wire';
import { dayOf } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { useSay } from '../../../ui/words';
import { familyTexts } from '../texts/family-texts';
import { kindTexts } from '../texts/register-texts';

/** One member: who, with which document; the code for the desk where nobody heard their consent; their rides, and the way out, which asks once more. */
export function MemberCard({
  member,
  onRides,
  onCards,
  onRemove,
}: {
  readonly member: MemberView;
  readonly onRides: () => void;
  readonly onCards: () => void;
  readonly onRemove: () => Promise<void>;
}) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  return (
    <View className="panel member">
      <Text className="panel-title">{`${member.maskedName} · ${say(familyTexts[member.relation])}`}</Text>
      <Text className="panel-note">{say(familyTexts.statusAtScan)}</Text>
      <Text className="panel-note">{`${say(kindTexts[member.documentKind])} ${member.maskedDocument}`}</Text>
      <Text className="panel-note">{say(familyTexts.since, { day: dayOf(member.addedAt) })}</Text>
      {member.code !== undefined && (
        <Text className="panel-note">{say(familyTexts.deskCode, { code: member.code })}</Text>
      )}
      {asked ? (
        <>
          <Text>{say(familyTexts.removeWords)}</Text>
          <Button onPress={() => setAsked(false)}>{say(familyTexts.keep)}</Button>
          <Button id="remove-confirm" variant="plain" onPress={onRemove}>
            {say(familyTexts.removeSure)}
          </Button>
        </>
      ) : (
        <View className="member-ways">
          <Button variant="link" onPress={onRides}>
            {say(familyTexts.rides)}
          </Button>
          <Button variant="link" onPress={onCards}>
            {say(familyTexts.cards)}
          </Button>
          <Button variant="link" onPress={() => setAsked(true)}>
            {say(familyTexts.remove)}
          </Button>
        </View>
      )}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import { incompleteReasons } from '@tongcheng/shared/coaches/events';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import type { Telling } from './use-told';

/** Leaving complete by one touch; incomplete only with a reason, which the bureau sees; or not at all. */
export function Leaving({
  isComplete,
  onTell,
}: {
  readonly isComplete: boolean;
  readonly onTell: (told: Telling) => void;
}) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [sure, setSure] = useState(false);
  if (asking)
    return (
      <View className="panel" id="leave-incomplete">
        <Text className="panel-title">{say(crewTexts.reasonTitle)}</Text>
        <ChoiceList
          label={say(crewTexts.reasonTitle)}
          choices={incompleteReasons.map((value) => ({ value, words: say(crewTexts[value]) }))}
          onChoose={(reason) => {
            setAsking(false);
            onTell({ kind: 'departed', reason });
          }}
        />
        <Button variant="link" onPress={() => setAsking(false)}>
          {say(crewTexts.cancelForm)}
        </Button>
      </View>
    );
  return (
    <>
      <Button
        id="depart"
        variant={isComplete ? 'main' : 'plain'}
        onPress={() => (isComplete ? onTell({ kind: 'departed' }) : setAsking(true))}
      >
        {say(isComplete ? crewTexts.depart : crewTexts.departIncomplete)}
      </Button>
      <Button
        id="cancel-departure"
        variant="link"
        onPress={() => (sure ? onTell({ kind: 'cancelled', reason: 'other' }) : setSure(true))}
      >
        {say(sure ? crewTexts.cancelSure : crewTexts.cancel)}
      </Button>
    </>
  );
}

import { Text, View } from '@tarojs/components';
import { cancelReasons, incompleteReasons } from '@tongcheng/shared/coaches/events';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { endingTexts } from '../texts/ending-texts';
import type { Telling } from './use-told';

/** What may end the registration of a departure for a reason only. */
const endings = {
  departed: { id: 'leave-incomplete', title: endingTexts.leaveTitle, reasons: incompleteReasons },
  cancelled: { id: 'cancel-reasons', title: endingTexts.cancelTitle, reasons: cancelReasons },
} as const;

type Reason = (typeof incompleteReasons)[number] | (typeof cancelReasons)[number];

interface LeavingProps {
  readonly mayLeave: boolean;
  readonly onTell: (told: Telling) => void;
}

/** Leaving by one touch where nothing is lacking; incomplete, or not at all, only with a reason, which the bureau sees. */
export function Leaving({ mayLeave, onTell }: LeavingProps) {
  const say = useSay();
  const [asking, setAsking] = useState<keyof typeof endings>();
  const stop = () => setAsking(undefined);
  const tell = (told: Telling) => {
    stop();
    onTell(told);
  };
  if (asking === 'departed')
    return <Reasons ending={asking} onClose={stop} onChoose={(reason) => tell({ kind: 'departed', reason })} />;
  if (asking === 'cancelled')
    return <Reasons ending={asking} onClose={stop} onChoose={(reason) => tell({ kind: 'cancelled', reason })} />;
  return (
    <>
      <Button
        id="depart"
        variant={mayLeave ? 'main' : 'plain'}
        onPress={() => (mayLeave ? tell({ kind: 'departed' }) : setAsking('departed'))}
      >
        {say(mayLeave ? crewTexts.depart : crewTexts.departIncomplete)}
      </Button>
      <Button id="cancel-departure" variant="link" onPress={() => setAsking('cancelled')}>
        {say(crewTexts.cancel)}
      </Button>
    </>
  );
}

interface ReasonsProps<E extends keyof typeof endings> {
  readonly ending: E;
  readonly onChoose: (reason: (typeof endings)[E]['reasons'][number]) => void;
  readonly onClose: () => void;
}

/** The reasons stand elsewhere than the button that asked for them: a double touch ends nothing. */
function Reasons<E extends keyof typeof endings>({ ending, onChoose, onClose }: ReasonsProps<E>) {
  const say = useSay();
  const { id, title, reasons } = endings[ending];
  const choices: readonly (typeof endings)[E]['reasons'][number][] = reasons;
  return (
    <View className="panel" id={id}>
      <Text className="panel-title">{say(title)}</Text>
      <ChoiceList
        label={say(title)}
        choices={choices.map((value) => ({ value, words: say(endingTexts[value satisfies Reason]) }))}
        onChoose={onChoose}
      />
      <Button variant="link" onPress={onClose}>
        {say(crewTexts.cancelForm)}
      </Button>
    </View>
  );
}

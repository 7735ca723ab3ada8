import { Text, View } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { useState } from 'react';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';

/** L-10: registered of those aboard, with a mark until it is complete; the number aboard can be corrected, which leaves a trace. */
export function DepartureProgress({
  seen,
  onCount,
}: {
  readonly seen: DepartureView;
  readonly onCount: (aboard: number) => void;
}) {
  const say = useSay();
  const { registered, aboard = 0, missing, over, byStaff } = seen.figures;
  return (
    <View className={`panel crew-progress${seen.complete ? '' : ' incomplete'}`} id="departure-progress" role="status">
      <Text className="panel-title">{say(crewTexts.registered)}</Text>
      <Text className="crew-count" id="departure-count">
        {say(crewTexts.of, { registered, aboard })}
      </Text>
      <View className="crew-verdict">
        <Icon name={seen.complete ? 'check' : 'warn'} colour="ink" />
        <Text>{seen.complete ? say(crewTexts.complete) : say(crewTexts.missing, { n: missing })}</Text>
      </View>
      {over > 0 && <Text>{say(crewTexts.over, { n: over })}</Text>}
      {byStaff > 0 && <Text className="panel-note">{say(crewTexts.byStaff, { n: byStaff })}</Text>}
      <AboardStepper aboard={aboard} onCount={onCount} />
      <Text className="panel-note">{say(crewTexts.noNames)}</Text>
    </View>
  );
}

/** The number aboard, one up or down; sent by a second touch, so that a slip of the finger is none. */
function AboardStepper({ aboard, onCount }: { readonly aboard: number; readonly onCount: (aboard: number) => void }) {
  const say = useSay();
  const [wanted, setWanted] = useState<number>();
  const shown = wanted ?? aboard;
  const save = () => {
    onCount(shown);
    setWanted(undefined);
  };
  return (
    <View className="crew-aboard" role="group" aria-label={say(crewTexts.aboardChange)}>
      <Text>{say(crewTexts.aboard)}</Text>
      <Press
        className="crew-key"
        label={say(crewTexts.fewer)}
        disabled={shown <= 0}
        onPress={() => setWanted(shown - 1)}
      >
        <Icon name="minus" />
      </Press>
      <Text className="crew-aboard-count">{shown}</Text>
      <Press
        className="crew-key"
        label={say(crewTexts.more)}
        disabled={shown >= 200}
        onPress={() => setWanted(shown + 1)}
      >
        <Icon name="plus" />
      </Press>
      {shown !== aboard && (
        <Button id="save-aboard" variant="link" onPress={save}>
          {say(crewTexts.saveAboard, { n: shown })}
        </Button>
      )}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { VerdictShape } from '../../../ui/verdict-shape';
import { useSay } from '../../../ui/words';
import { standingLooks, standingWords } from '../standing';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { StopCounts } from './stop-counts';

interface DepartureProgressProps {
  readonly seen: DepartureView;
  /** Corrects the number aboard; absent for whoever only looks. */
  readonly onCount?: (aboard: number) => void;
}

/** L-10: registered of those aboard: a verdict on the coach, refused while somebody has to do something; the number aboard can be corrected, which leaves a trace. */
export function DepartureProgress({ seen, onCount }: DepartureProgressProps) {
  const say = useSay();
  const { registered, aboard = 0, over, byStaff } = seen.figures;
  const { ground, face } = standingLooks[seen.standing];
  return (
    <View className="panel crew-progress" id="departure-progress" role="status">
      <View className={`crew-band ${ground}`}>
        {face && (
          <View className="crew-band-shape">
            <VerdictShape face={face} />
          </View>
        )}
        <View className="crew-band-words">
          <Text className="crew-count" id="departure-count">
            {say(crewTexts.of, { registered, aboard })}
          </Text>
          <Text id="departure-standing">{standingWords(seen, say)}</Text>
        </View>
      </View>
      {seen.tickets && <Text id="sold-ahead">{say(crewTexts.tickets, seen.tickets)}</Text>}
      {over > 0 && <Text>{say(crewTexts.over, { n: over })}</Text>}
      {byStaff > 0 && <Text className="panel-note">{say(crewTexts.byStaff, { n: byStaff })}</Text>}
      {onCount && <AboardStepper aboard={aboard} onCount={onCount} />}
      <StopCounts seen={seen} />
      <AboardTrace said={seen.aboardSaid} />
      <Text className="panel-note">{say(crewTexts.noNames)}</Text>
    </View>
  );
}

/** The numbers that were told one after the other; nothing while it was told once. */
function AboardTrace({ said }: { readonly said: DepartureView['aboardSaid'] }) {
  const say = useSay();
  if (said.length < 2) return null;
  const steps = said.map(({ at, aboard }) =>
    say(formTexts.traceStep, { time: formatInstant(at, 'HH:mm'), n: String(aboard) }),
  );
  return (
    <Text className="panel-note" id="aboard-trace">
      {say(formTexts.trace, { steps: steps.join(' → ') })}
    </Text>
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
      <View className="crew-keys">
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
      </View>
      {shown !== aboard && (
        <Button id="save-aboard" variant="link" onPress={save}>
          {say(crewTexts.saveAboard, { n: shown })}
        </Button>
      )}
    </View>
  );
}

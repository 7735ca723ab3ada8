import { View } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { ChoiceList } from '../../../ui/choice-list';
import { Field } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { Empty } from '../../../ui/placeholders';
import { VerdictShape } from '../../../ui/verdict-shape';
import { type Say, useSay } from '../../../ui/words';
import { standingLooks } from '../standing';
import { crewTexts } from '../texts/crew-texts';
import { stationTexts } from '../texts/station-texts';
import { isSought } from './departures-in-order';
import { StationDeparture } from './station-departure';
import { useStationDepartures } from './use-station-departures';

interface StationScreenProps {
  readonly departureId: string | undefined;
  readonly onOpen: (departureId: string) => void;
  readonly onBack: () => void;
}

/** For desk and ticket window: the departures of the station today with their completeness; one of them to help at. */
export function StationScreen({ departureId, onOpen, onBack }: StationScreenProps) {
  const say = useSay();
  const { departures, at } = useStationDepartures();
  const [typed, setTyped] = useState('');
  const one = departures.find((each) => each.departureId === departureId);
  if (one) return <StationDeparture known={one} onBack={onBack} />;
  if (departures.length === 0)
    return <Empty icon="rides" title={say(stationTexts.none)} words={say(stationTexts.noneWords)} />;
  const found = departures.filter((each) => isSought(each, typed));
  return (
    <View className="coach" id="station">
      <Field
        id="station-search"
        label={say(stationTexts.search)}
        hint={say(stationTexts.asOf, { time: formatInstant(at, 'HH:mm:ss'), n: found.length })}
        keyboard="text"
        maxLength={30}
        value={typed}
        onChange={setTyped}
        onLeave={() => undefined}
        onDone={() => undefined}
      />
      {found.length === 0 && (
        <Empty icon="rides" title={say(stationTexts.nothing)} words={say(stationTexts.nothingWords)} />
      )}
      <ChoiceList
        label={say(stationTexts.title)}
        choices={found.map((each) => ({
          value: each.departureId,
          words: `${formatInstant(each.departsAt, 'HH:mm')} · ${each.destination?.name ?? ''}`,
          about: aboutOf(each, say),
          picture: <Mark standing={each.standing} />,
        }))}
        onChoose={onOpen}
      />
    </View>
  );
}

function aboutOf({ plate, serviceNumber, phase, figures, tickets, standing }: DepartureView, say: Say): string {
  const { registered, aboard = 0 } = figures;
  const coach = plate === undefined ? '' : paintedPlate(plate);
  const count = say(crewTexts.of, { registered, aboard });
  const sold = tickets ? [say(crewTexts.ticketsShort, tickets)] : [];
  const about = standing === 'ledger-awaited' || standing === 'voluntary' ? [say(stationTexts[standing])] : [];
  return [coach, serviceNumber ?? '', count, ...sold, ...about, say(crewTexts[phase])].join(' · ');
}

/** The shape of where the registration stands, beside words and numbers that say the same; of what is not, or need not be registered, none. */
function Mark({ standing }: Pick<DepartureView, 'standing'>) {
  const { ground, face } = standingLooks[standing];
  return (
    <View className={`coach-mark ${ground}`}>
      {face ? (
        <VerdictShape face={face} />
      ) : (
        <Icon name={standing === 'cancelled' ? 'close' : 'minus'} colour="muted" />
      )}
    </View>
  );
}

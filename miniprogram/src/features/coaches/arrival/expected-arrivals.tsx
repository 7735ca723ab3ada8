import { Text } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useEffect, useState } from 'react';
import { usePhone } from '../../../client/phone';
import { ChoiceList } from '../../../ui/choice-list';
import { Empty } from '../../../ui/placeholders';
import { useSay } from '../../../ui/words';
import { arrivalTexts } from '../texts/arrival-texts';
import { crewTexts } from '../texts/crew-texts';
import type { Sought } from './open-trip';

const most = 50;

/** Coaches that are to come to the officer's city today, those not verified yet. */
export function ExpectedArrivals({ onOpen }: { readonly onOpen: (sought: Sought) => void }) {
  const say = useSay();
  const { crew } = usePhone();
  const [expected, setExpected] = useState<readonly DepartureView[]>();
  useEffect(() => {
    crew
      .call('coaches.list-departures', { limit: most })
      .then((answer) => answer.ok && setExpected(answer.value.departures))
      .catch(() => undefined);
  }, [crew]);
  const coming = expected?.filter(({ phase }) => phase !== 'closed' && phase !== 'cancelled') ?? [];
  if (expected && coming.length === 0)
    return <Empty icon="rides" title={say(arrivalTexts.none)} words={say(arrivalTexts.noneWords)} />;
  if (!expected) return null;
  return (
    <>
      <Text className="panel-title">{say(arrivalTexts.expected)}</Text>
      <ChoiceList
        label={say(arrivalTexts.expected)}
        choices={coming.map(({ departureId, departsAt, plate, origin, serviceNumber, phase }) => ({
          value: departureId,
          words: `${formatInstant(departsAt, 'MM-DD HH:mm')} · ${plate === undefined ? '' : paintedPlate(plate)}`,
          about: `${origin?.name ?? ''} · ${serviceNumber ?? ''} · ${say(crewTexts[phase])}`,
        }))}
        onChoose={(departureId) => {
          const found = coming.find((each) => each.departureId === departureId);
          if (found) onOpen({ by: 'departure', city: found.city, departureId });
        }}
      />
    </>
  );
}

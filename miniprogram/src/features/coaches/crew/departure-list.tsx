import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { ChoiceList } from '../../../ui/choice-list';
import { Empty } from '../../../ui/placeholders';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { crewNow, type HeldDeparture, timeNow } from './crew-book';

/** The departures that this phone made, newest first. */
export function DepartureList({
  departures,
  onOpen,
}: {
  readonly departures: readonly HeldDeparture[];
  readonly onOpen: (departureId: string) => void;
}) {
  const say = useSay();
  if (departures.length === 0)
    return <Empty icon="rides" title={say(crewTexts.none)} words={say(crewTexts.noneWords)} />;
  return (
    <ChoiceList
      label={say(crewTexts.back)}
      choices={departures.map((held) => ({
        value: held.departureId,
        words: `${formatInstant(timeNow(held), 'MM-DD HH:mm')} · ${held.opened.destination.name}`,
        about: `${paintedPlate(crewNow(held).plate)} · ${held.opened.serviceNumber}`,
      }))}
      onChoose={onOpen}
    />
  );
}

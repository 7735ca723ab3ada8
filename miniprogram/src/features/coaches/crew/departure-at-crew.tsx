import { Text, View } from '@tarojs/components';
import { departureLink } from '@tongcheng/shared/coaches/departure-code';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useRecord } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { CodePicture } from './code-picture';
import { type HeldDeparture, placesRecord } from './crew-book';
import { Leaving } from './leaving';
import { DepartureProgress } from './progress';
import { useTold } from './use-told';

interface DepartureAtCrewProps {
  readonly held: HeldDeparture;
  /** How many events wait on this phone. */
  readonly waiting: number;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** One departure as its crew have it before them: the code large, how far the registration is, and leaving. No name of anybody. */
export function DepartureAtCrew({ held, waiting, onBack, onAgain }: DepartureAtCrewProps) {
  const say = useSay();
  const { publicUrl } = useRecord(placesRecord);
  const { seen, isStale, tell } = useTold(held);
  const { opened, code } = held;
  // Before the service ever said where links lead, the bare code is read by the app's own camera.
  const link = publicUrl === '' ? code : departureLink(publicUrl, code);
  const plate = paintedPlate(opened.crew.plate);
  const isOver = seen !== undefined && seen.phase !== 'open' && seen.phase !== 'planned';
  return (
    <>
      {!isOver && (
        <View className="panel crew-code" id="departure-code">
          <CodePicture link={link} label={say(crewTexts.codeLabel, { plate })} />
          <Text className="panel-note">{say(crewTexts.show)}</Text>
        </View>
      )}
      <View className="panel crew-head">
        <Text className="coach-plate">{plate}</Text>
        <Text>{`${say(crewTexts.departs, { time: formatInstant(opened.departsAt, 'MM-DD HH:mm') })} · ${opened.destination.name}`}</Text>
        <Text className="panel-note">{`${opened.serviceNumber} · ${say(crewTexts[seen?.phase ?? 'planned'])}`}</Text>
      </View>
      {waiting > 0 && <NoticeBar words={say(crewTexts.waiting, { n: waiting })} />}
      {isStale && waiting === 0 && <NoticeBar words={say(crewTexts.stale)} />}
      {seen && <DepartureProgress seen={seen} onCount={(aboard) => tell({ kind: 'aboard-counted', aboard })} />}
      {!isOver && <Leaving isComplete={seen?.complete === true} onTell={tell} />}
      <Button id="same-again" variant="plain" icon="plus" onPress={onAgain}>
        {say(crewTexts.again)}
      </Button>
      <Button variant="link" icon="back" onPress={onBack}>
        {say(crewTexts.back)}
      </Button>
    </>
  );
}

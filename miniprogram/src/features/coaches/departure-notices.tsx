import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant, hourMs } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { usePhone } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import type { OtherCoach } from './own-coaches';
import { delayTexts } from './texts/delay-texts';
import { departureTexts } from './texts/departure-texts';

/** A coach may be late; by so much it is rather the code of another one. */
const longPastMs = 3 * hourMs;

interface DepartureNoticesProps {
  readonly departure: ScannedDeparture;
  readonly others: readonly OtherCoach[];
  readonly onOpen: (code: string) => void;
}

/** What is to be known before registering: a demonstration, another time, a time long past, a coach that left, one too many, another coach of the same hours. */
export function DepartureNotices({ departure, others, onOpen }: DepartureNoticesProps) {
  const say = useSay();
  const { clock } = usePhone();
  const { phase, demonstration, over, departsAt, plannedFor, ended, plate } = departure;
  const isToLeave = phase === 'planned' || phase === 'open';
  return (
    <>
      {demonstration && <NoticeBar tone="heed" words={say(departureTexts.demonstration)} />}
      {phase === 'planned' && !demonstration && <NoticeBar words={say(departureTexts.planned)} />}
      {plannedFor !== undefined && (
        <NoticeBar
          tone="heed"
          words={say(delayTexts.changed, {
            time: formatInstant(plannedFor, 'HH:mm'),
            now: formatInstant(departsAt, 'HH:mm'),
          })}
        />
      )}
      {isToLeave && clock.now() - departsAt > longPastMs && (
        <NoticeBar
          tone="heed"
          words={say(departureTexts.longPast, { time: formatInstant(departsAt, 'MM-DD HH:mm') })}
        />
      )}
      {phase === 'departed' && <NoticeBar tone="heed" words={say(departureTexts.departed)} />}
      {(phase === 'arrived' || phase === 'closed') && (
        <NoticeBar tone="heed" words={say(departureTexts.endedArrived)} />
      )}
      {ended?.code === 'departure-code-replaced' && (
        <NoticeBar tone="heed" words={say(departureTexts.movedTo, { plate: paintedPlate(plate) })} />
      )}
      {over && <NoticeBar words={say(departureTexts.over)} />}
      {others.map((each) => (
        <Elsewhere key={each.departureId} other={each} onOpen={onOpen} />
      ))}
    </>
  );
}

interface ElsewhereProps {
  readonly other: OtherCoach;
  readonly onOpen: (code: string) => void;
}

/** Another coach of the same hours, and the way to its page where this phone knows it. */
function Elsewhere({ other: { departsAt, serviceNumber, to, code }, onOpen }: ElsewhereProps) {
  const say = useSay();
  const words = say(departureTexts.elsewhere, {
    time: formatInstant(departsAt, 'HH:mm'),
    service: serviceNumber ?? '',
    to: to ?? say(departureTexts.elsewherePlace),
  });
  return (
    <NoticeBar tone="heed" words={words}>
      {code !== undefined && (
        <Button variant="link" onPress={() => onOpen(code)}>
          {say(departureTexts.elsewhereOpen)}
        </Button>
      )}
    </NoticeBar>
  );
}

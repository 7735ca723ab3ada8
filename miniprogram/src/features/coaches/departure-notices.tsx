import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant } from '@tongcheng/shared/time';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';

/** What is to be known before registering: a demonstration, a coach that left, one too many, another coach of the same hours. */
export function DepartureNotices({ departure }: { readonly departure: ScannedDeparture }) {
  const say = useSay();
  const { phase, demonstration, over, elsewhere } = departure;
  return (
    <>
      {demonstration && <NoticeBar tone="heed" words={say(departureTexts.demonstration)} />}
      {phase === 'planned' && !demonstration && <NoticeBar words={say(departureTexts.planned)} />}
      {phase === 'departed' && <NoticeBar tone="heed" words={say(departureTexts.departed)} />}
      {over && <NoticeBar words={say(departureTexts.over)} />}
      {elsewhere.map(({ departureId, departsAt, serviceNumber, destination }) => (
        <NoticeBar
          key={departureId}
          tone="heed"
          words={say(departureTexts.elsewhere, {
            time: formatInstant(departsAt, 'HH:mm'),
            service: serviceNumber ?? '',
            to: destination?.name ?? say(departureTexts.elsewherePlace),
          })}
        />
      ))}
    </>
  );
}

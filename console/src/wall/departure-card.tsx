import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useSpeech } from '../ui/language';
import { QrCode } from '../ui/qr-code';
import { departureTexts } from './departure-texts';
import type { WallDeparture } from './departures';
import { scanPath } from './wall-page';

/** What makes a departure unlike the ordinary one, in a word or two. */
function kindOf({ demonstration, outside, service }: WallDeparture) {
  if (demonstration) return departureTexts.practice;
  if (outside) return departureTexts.outside;
  return service === 'charter' ? departureTexts.charter : undefined;
}

/** The code on a crew's phone: scan it, or click it to register as a passenger in the rider's app. */
export const DepartureCard = ({ departure }: { readonly departure: WallDeparture }) => {
  const { say } = useSpeech();
  const { departureId, link, plate, serviceNumber, from, to, departsAt, aboard, registered, demonstration } = departure;
  const kind = kindOf(departure);
  return (
    <a
      className={demonstration ? 'poster departure practice' : 'poster departure'}
      href={scanPath(link)}
      target="_blank"
      rel="noopener noreferrer"
      data-departure={departureId}
    >
      <QrCode payload={link} label={serviceNumber} />
      <strong>{formatInstant(departsAt, 'HH:mm')}</strong>
      <strong>{paintedPlate(plate)}</strong>
      <span>{say(departureTexts.way, { from: say(from), to: say(to) })}</span>
      {kind && <span className="pill">{say(kind)}</span>}
      {registered !== undefined && aboard !== undefined && (
        <span>{say(departureTexts.registered, { registered, aboard })}</span>
      )}
      {registered === undefined && !demonstration && <span>{say(departureTexts.unheard)}</span>}
      <code>{serviceNumber}</code>
    </a>
  );
};

import { useSpeech } from '../ui/language';
import { venueKindTexts } from '../ui/mode-texts';
import { QrCode } from '../ui/qr-code';
import { plateBeside } from '../ui/venue-line';
import { type Poster, scanPath } from './wall-page';

const isOfDock = ({ kind }: Poster): boolean => kind === 'dock-window' || kind === 'dock-gate';

/** One blue-framed poster: scan it, or click it to open the rider's app at its scan. */
export const PosterCard = ({ poster }: { readonly poster: Poster }) => {
  const { say } = useSpeech();
  const name = say(poster.name);
  const plate = plateBeside(name, poster.plate);
  // The two codes of a dock hang under the same name and line.
  const place = isOfDock(poster) ? say(venueKindTexts[poster.kind]) : undefined;
  const second = [poster.lineName && say(poster.lineName), plate, place].filter(
    (part) => part !== undefined && part !== name,
  );
  return (
    <a
      className="poster"
      href={scanPath(poster.link)}
      target="_blank"
      rel="noopener noreferrer"
      data-venue={poster.venueId}
    >
      <QrCode payload={poster.link} label={poster.shortCode} />
      <strong>{name}</strong>
      <span>{second.length > 0 ? second.join(' · ') : say(venueKindTexts[poster.kind])}</span>
      <code>{poster.shortCode}</code>
    </a>
  );
};

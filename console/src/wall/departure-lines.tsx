import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useSpeech } from '../ui/language';
import { departureTexts } from './departure-texts';
import type { WallLine } from './departures';

interface Props {
  readonly title: Text;
  readonly lines: readonly WallLine[];
}

/** Departures without a code to scan, a line each. */
export const DepartureLines = ({ title, lines }: Props) => {
  const { say } = useSpeech();
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{say(title)}</h2>
      <ul className="departure-lines">
        {lines.map(({ departureId, at, plate, from, to, serviceNumber }) => (
          <li key={departureId}>
            <strong>{formatInstant(at, 'HH:mm')}</strong>
            <span>{say(departureTexts.way, { from: say(from), to: say(to) })}</span>
            <code>{serviceNumber}</code>
            <code>{paintedPlate(plate)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
};

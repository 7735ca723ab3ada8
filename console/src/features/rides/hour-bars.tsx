import { useSpeech } from '../../ui/language';
import { liveTexts } from './texts';

const step = 36;
const height = 120;
const labelled = (hour: number) => hour % 3 === 0;

/** Scans by hour of the day in Shanghai, as 24 bars under their greatest. */
export const HourBars = ({ byHour }: { readonly byHour: readonly number[] }) => {
  const { say } = useSpeech();
  const max = Math.max(1, ...byHour);
  return (
    <svg
      className="hour-bars"
      viewBox={`0 0 ${24 * step} ${height + 40}`}
      role="img"
      aria-label={say(liveTexts.byHour)}
    >
      {byHour.map((count, hour) => {
        const tall = Math.round((height * count) / max);
        const label = say(liveTexts.hourLabel, { from: hour, to: hour + 1, count });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the hour is the key, and hours never move
          <g key={hour}>
            <rect className="hour-bar" x={hour * step + 5} y={height - tall + 8} width={step - 10} height={tall}>
              <title>{label}</title>
            </rect>
            {labelled(hour) && (
              <text x={hour * step + step / 2} y={height + 34} textAnchor="middle">
                {hour}
              </text>
            )}
          </g>
        );
      })}
      <path className="hour-ground" d={`M0 ${height + 8}.5H${24 * step}`} />
    </svg>
  );
};

import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { liveTexts } from './texts';

/** The figures that the bars are drawn from. */
export const HourTable = ({ byHour }: { readonly byHour: readonly number[] }) => {
  const { say } = useSpeech();
  return (
    <details>
      <summary>{say(liveTexts.asTable)}</summary>
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">{say(liveTexts.hour)}</th>
            <th scope="col" className="number">
              {say(liveTexts.count)}
            </th>
          </tr>
        </thead>
        <tbody>
          {byHour.map((count, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour is the key, and hours never move
            <tr key={hour}>
              <th scope="row">{`${hour}–${hour + 1}`}</th>
              <td className="number">{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

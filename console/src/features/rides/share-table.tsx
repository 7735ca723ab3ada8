import type { ReactNode } from 'react';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { shareOf } from './day-comparison';
import { liveTexts } from './texts';

/** One horizontal bar, `part` of `whole`, for a cell beside its figure. Says nothing that the figure does not, so readers skip it. */
const Bar = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="bar-ground" width="100" height="8" />
    <rect className="bar-part" width={whole === 0 ? 0 : (100 * part) / whole} height="8" />
  </svg>
);

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly count: number }[];
}

/** Counts with their shares of the sum. */
export const ShareTable = ({ title, head, rows }: Props) => {
  const { say } = useSpeech();
  const sum = rows.reduce((total, row) => total + row.count, 0);
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="number">
                {say(liveTexts.count)}
              </th>
              <th scope="col" className="number">
                {say(liveTexts.share)}
              </th>
              <th scope="col" className="bar-cell">
                <span className="visually-hidden">{say(liveTexts.share)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, count }) => (
              <tr key={key} data-row={key}>
                <th scope="row">{name}</th>
                <td className="number">{formatCount(count)}</td>
                <td className="number">{shareOf(count, sum)}</td>
                <td className="bar-cell">
                  <Bar part={count} whole={sum} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

import type { ReactNode } from 'react';
import { Bar } from '../../ui/bar';
import { formatCount } from '../../ui/figures';
import { useSpeech } from '../../ui/language';
import { liveTexts } from './texts';

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly count: number }[];
}

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`);

/** Counts with their shares of the sum. */
export const ShareTable = ({ title, head, rows }: Props) => {
  const { say } = useSpeech();
  const sum = rows.reduce((total, row) => total + row.count, 0);
  return (
    <section className="sheet">
      <h2>{title}</h2>
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
              <td className="number">{percent(count, sum)}</td>
              <td className="bar-cell">
                <Bar part={count} whole={sum} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

import { useSpeech } from '../../../ui/language';
import { type ComparedLine, compareLines, type LineMark } from './comparison';
import { comparisonTexts } from './terms-texts';

interface Props {
  /** Empty where there is nothing yet. */
  readonly before: readonly ComparedLine[];
  /** Empty where it ends. */
  readonly after: readonly ComparedLine[];
}

/** Shapes beside the words: nobody has to tell colours apart. */
const signs: Readonly<Record<LineMark, string>> = { same: '=', changed: '≠', added: '+', removed: '−' };

/** What holds now beside what would hold, line by line; what differs says so in words and by a sign. */
export const ComparisonTable = ({ before, after }: Props) => {
  const { say } = useSpeech();
  const lines = compareLines(before, after);
  const changed = lines.filter(({ mark }) => mark !== 'same').length;
  return (
    <div className="terms-preview comparison" data-part="comparison">
      <table>
        <caption>
          {say(changed === 0 ? comparisonTexts.nothingChanges : comparisonTexts.caption, { n: changed })}
        </caption>
        <thead>
          <tr>
            {(['what', 'now', 'after', 'difference'] as const).map((column) => (
              <th key={column} scope="col">
                {say(comparisonTexts[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} data-line={line.key} data-mark={line.mark}>
              <th scope="row">{say(line.name)}</th>
              <td data-column={say(comparisonTexts.now)}>
                {line.mark === 'removed' ? <del>{line.before}</del> : <span>{line.before ?? '—'}</span>}
              </td>
              <td data-column={say(comparisonTexts.after)}>
                {line.mark === 'added' || line.mark === 'changed' ? (
                  <ins>{line.after}</ins>
                ) : (
                  <span>{line.after ?? '—'}</span>
                )}
              </td>
              <td className="mark-cell">
                <span aria-hidden="true" className="sign">
                  {signs[line.mark]}
                </span>{' '}
                <span>{say(comparisonTexts[line.mark])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

import { useSpeech } from '../../ui/language';
import { badRowsText, type ImportSum } from './import-file';
import { importTexts } from './texts';

/** The rows of a file that cannot be taken, each with its reason, here and as a file to mend. Nothing where there are none. */
export const BadRows = ({ sum, text }: { readonly sum: ImportSum; readonly text: string }) => {
  const { say } = useSpeech();
  if (sum.badRows.length === 0) return null;
  return (
    <>
      <table data-part="bad-rows">
        <thead>
          <tr>
            <th scope="col" className="number">
              {say(importTexts.row)}
            </th>
            <th scope="col">{say(importTexts.problem)}</th>
          </tr>
        </thead>
        <tbody>
          {sum.badRows.map((bad) => (
            <tr key={bad.row}>
              <td className="number">{bad.row}</td>
              <td>{say(bad)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(badRowsText(text, sum))}`}
          download="venues-bad-rows.csv"
          data-part="bad-rows-file"
        >
          {say(importTexts.badRowsFile)}
        </a>
      </p>
    </>
  );
};

import { documentWords } from '@tongcheng/shared/reports/words';
import type { ExposedRider } from '@tongcheng/shared/tracing/wire';
import { useSpeech } from '../../../ui/language';
import { certaintyTexts } from '../meaning-texts';
import { namesTexts as texts } from '../texts';
import { byRider, type MatchRow } from './match-rows';
import { doubtTexts, groundText, inferredTexts, whenText, whereText } from './match-words';

const heads = [texts.rider, texts.where, texts.when, texts.sure, texts.rests, texts.inferred, texts.flags] as const;

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <span key={line} className="cell-line">
        {line}
      </span>
    ))}
    {lines.length === 0 && <span>—</span>}
  </>
);

const Person = ({ number, person }: { readonly number: number; readonly person: ExposedRider['person'] }) => {
  const { say } = useSpeech();
  if (!person) return <Lines lines={[`${number}. ${say(texts.unnamed)}`]} />;
  const { name, documentKind, maskedDocument, phone } = person;
  return <Lines lines={[`${number}. ${name}`, phone, `${say(documentWords[documentKind])} ${maskedDocument}`]} />;
};

const MatchCells = ({ match }: Pick<MatchRow, 'match'>) => {
  const { say } = useSpeech();
  return (
    <>
      <td className="wrap">{whereText(match, say)}</td>
      <td>{whenText(match, say)}</td>
      <td data-certainty={match.certainty}>{say(certaintyTexts[match.certainty])}</td>
      <td className="wrap">{groundText(match, say)}</td>
      <td className="wrap">
        <Lines lines={inferredTexts(match, say)} />
      </td>
      <td className="wrap">
        <Lines lines={doubtTexts(match, say)} />
      </td>
    </>
  );
};

/** W-26: who, where, how long, how sure, on what it rests, which ends are inferred, and what is doubtful. It is no table of the kit: no file, no search in the address. */
export const ExposedTable = ({ rows }: { readonly rows: readonly MatchRow[] }) => {
  const { say } = useSpeech();
  return (
    <div className="scroll">
      <table data-part="exposed">
        <caption className="visually-hidden">{say(texts.title)}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        {byRider(rows).map(({ number, person, rows: own }) => (
          <tbody key={number} data-rider={number}>
            {own.map((row, at) => (
              <tr key={row.key} data-match={row.match.mode}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={own.length}>
                    <Person number={number} person={person} />
                  </th>
                )}
                <MatchCells match={row.match} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};

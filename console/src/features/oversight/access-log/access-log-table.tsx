import type { AccessRow } from '@tongcheng/shared/oversight/wire';
import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { useSpeech } from '../../../ui/language';
import { accessLogTexts, actorTexts, countTexts, ownReasonTexts, purposeTexts } from './access-log-texts';

/** Entries of the access log, the latest first. */
export const AccessLogTable = ({ accesses }: { readonly accesses: readonly AccessRow[] }) => {
  const { say } = useSpeech();
  const { time, purpose, actor, object, reason, entry } = accessLogTexts;
  return (
    <div className="scroll" data-part="access-log">
      <table>
        <thead>
          <tr>
            {[time, actor, purpose, object, reason, entry].map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accesses.map((row) => (
            <tr key={row.entry} data-entry={row.entry}>
              <th scope="row">{formatInstant(row.at)}</th>
              <td className="wrap">
                {row.name === undefined ? say(actorTexts[row.actor]) : `${say(actorTexts[row.actor])} ${row.name}`}
              </td>
              <td>{say(purposeTexts[row.purpose])}</td>
              <td className="wrap" translate="no">
                {row.aboutName === undefined ? row.about : `${row.aboutName} (${row.about})`}
              </td>
              <td className="wrap">{reasonAndCounts(row, say)}</td>
              <td className="wrap" translate="no">
                <code>{row.entry}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const reasonAndCounts = ({ reason, counts }: AccessRow, say: (text: Text) => string): string =>
  [
    ...(reason === undefined ? [] : [wordOr(ownReasonTexts[reason], reason, say)]),
    ...Object.entries(counts).map(([name, count]) => `${wordOr(countTexts[name], name, say)} ${count}`),
  ].join(' · ');

const wordOr = (text: Text | undefined, as: string, say: (text: Text) => string): string => (text ? say(text) : as);

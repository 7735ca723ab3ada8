import { HeadRow } from '../../../ui/head-row';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import type { AccessLine } from './access-lines';
import { accessListTexts } from './access-texts';

interface Props {
  readonly lines: readonly AccessLine[];
  /** Absent for those who may only look. */
  readonly onRevoke: ((line: AccessLine) => void) | undefined;
}

/** Who or what may come in, each with the button that ends it. */
export const AccessTable = ({ lines, onRevoke }: Props) => {
  const { say } = useSpeech();
  if (lines.length === 0) return <Empty text={accessListTexts.none} />;
  const { name, role, where, time, act, revoke } = accessListTexts;
  return (
    <div className="scroll" data-part="access">
      <table>
        <HeadRow names={[name, role, where, time]} act={act} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-access={line.id}>
              <th scope="row">{line.name}</th>
              <td>{line.role}</td>
              <td className="wrap">{line.where}</td>
              <td>{line.time}</td>
              <td className="act-cell">
                {onRevoke && line.revocable && (
                  <button type="button" className="small" data-act="revoke" onClick={() => onRevoke(line)}>
                    {say(revoke)}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

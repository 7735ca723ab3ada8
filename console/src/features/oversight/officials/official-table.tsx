import { type OfficialChangeRow, officialChangeKinds } from '@tongcheng/shared/oversight/official-change';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useOfficial } from '../../../client/official-context';
import { HeadRow } from '../../../ui/head-row';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { changeTexts, officialsTexts } from './officials-texts';
import type { OpenDialog, OpenProposal } from './open-dialog';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly officials: readonly OfficialRow[];
  readonly waiting: readonly OfficialChangeRow[];
  readonly words: ReturnType<typeof useAppointmentWords>;
  /** Absent for those who may only look. */
  readonly onOpen: ((open: OpenDialog) => void) | undefined;
}

/** The officials of the city, those who may sign in first; names, roles and places in words. */
export const OfficialTable = ({ officials, waiting, words, onOpen }: Props) => {
  if (officials.length === 0) return <Empty text={officialsTexts.none} />;
  const isRevoked = ({ revokedAt }: OfficialRow) => revokedAt !== undefined;
  const sorted = [...officials.filter((each) => !isRevoked(each)), ...officials.filter(isRevoked)];
  const { name, roles, places, state, act } = officialsTexts;
  return (
    <div className="terms-list">
      <table>
        <HeadRow names={[name, roles, places, state]} act={act} />
        <tbody>
          {sorted.map((official) => (
            <OfficialLine
              key={official.officialId}
              {...{ official, words, onOpen }}
              isWaiting={waiting.some(({ login }) => login === official.login)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface LineProps extends Pick<Props, 'words' | 'onOpen'> {
  readonly official: OfficialRow;
  readonly isWaiting: boolean;
}

const OfficialLine = ({ official, isWaiting, words, onOpen }: LineProps) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { login, name, revokedAt, sessions, within } = official;
  const isOwn = official.officialId === session.officialId;
  const state =
    revokedAt === undefined
      ? say(officialsTexts.sessions, { n: sessions })
      : say(officialsTexts.revoked, { time: formatInstant(revokedAt, 'YYYY-MM-DD HH:mm') });
  return (
    <tr data-official={login}>
      <th scope="row">
        <span>{name ?? login}</span>
        <p className="hint">
          {[...(name === undefined ? [] : [login]), ...(isOwn ? [say(officialsTexts.you)] : [])].join(' · ')}
        </p>
      </th>
      <td>{words.roles(official.roles)}</td>
      <td>{words.places(official)}</td>
      <td>
        <span>{state}</span>
        {isWaiting && <p className="hint">{say(officialsTexts.isWaiting)}</p>}
        {!within && <p className="hint">{say(officialsTexts.beyond)}</p>}
      </td>
      <td className="act-cell">
        {onOpen && within && !isWaiting && (
          <LineActs
            official={official}
            name={name ?? login}
            onChoose={(change) => onOpen({ kind: 'propose', change, official })}
          />
        )}
      </td>
    </tr>
  );
};

interface ActsProps {
  readonly official: OfficialRow;
  readonly name: string;
  readonly onChoose: (change: OpenProposal['change']) => void;
}

const LineActs = ({ official, name, onChoose }: ActsProps) => {
  const { say } = useSpeech();
  const possible = officialChangeKinds
    .filter((kind) => kind !== 'add')
    .filter((kind) => official.revokedAt === undefined || kind === 'credentials');
  return possible.map((kind) => (
    <button
      key={kind}
      type="button"
      className="small"
      data-act={kind}
      aria-label={say(changeTexts[kind].title, { name })}
      onClick={() => onChoose(kind)}
    >
      {say(changeTexts[kind].button)}
    </button>
  ));
};

import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import { type Say, useSpeech } from '../../../ui/language';
import { officialsTexts } from './officials-texts';
import type { useAppointmentWords } from './use-appointment-words';

interface Known {
  readonly words: ReturnType<typeof useAppointmentWords>;
  /** Whether a change about them waits. */
  readonly isWaiting: (official: OfficialRow) => boolean;
  readonly isOwn: (official: OfficialRow) => boolean;
}

const stateText = ({ revokedAt, sessions }: OfficialRow, say: Say): string =>
  revokedAt === undefined
    ? say(officialsTexts.sessions, { n: sessions })
    : say(officialsTexts.revoked, { time: formatInstant(revokedAt, 'YYYY-MM-DD HH:mm') });

/** Beside the name: the login where that is another word, and whether it is the reader. */
const besideName = ({ name, login }: OfficialRow, isOwn: boolean, say: Say): string =>
  [...(name === undefined ? [] : [login]), ...(isOwn ? [say(officialsTexts.you)] : [])].join(' · ');

/** The columns of the officials' list. */
export const officialColumns = ({ words, isWaiting, isOwn }: Known): readonly TableColumn<OfficialRow>[] => [
  {
    id: 'name',
    name: officialsTexts.name,
    text: (official, say) =>
      [official.name ?? official.login, besideName(official, isOwn(official), say)].filter(Boolean).join(' · '),
    cell: (official) => <Name official={official} isOwn={isOwn(official)} />,
    order: ({ name, login }) => name ?? login,
    kind: 'head',
  },
  { id: 'roles', name: officialsTexts.roles, text: ({ roles }) => words.roles(roles), kind: 'answer' },
  { id: 'places', name: officialsTexts.places, text: (official) => words.places(official), kind: 'answer' },
  {
    id: 'state',
    name: officialsTexts.state,
    text: stateText,
    cell: (official) => <State official={official} isWaiting={isWaiting(official)} />,
    order: ({ revokedAt, sessions }) => revokedAt ?? -sessions,
  },
];

const Name = ({ official, isOwn }: { readonly official: OfficialRow; readonly isOwn: boolean }) => {
  const { say } = useSpeech();
  return (
    <>
      <span>{official.name ?? official.login}</span>
      <p className="hint">{besideName(official, isOwn, say)}</p>
    </>
  );
};

const State = ({ official, isWaiting }: { readonly official: OfficialRow; readonly isWaiting: boolean }) => {
  const { say } = useSpeech();
  return (
    <>
      <span>{stateText(official, say)}</span>
      {isWaiting && <p className="hint">{say(officialsTexts.isWaiting)}</p>}
      {!official.within && <p className="hint">{say(officialsTexts.beyond)}</p>}
    </>
  );
};

import { type OfficialChangeRow, officialChangeKinds } from '@tongcheng/shared/oversight/official-change';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { officialColumns } from './official-columns';
import { changeTexts, officialsTexts } from './officials-texts';
import type { OpenDialog, OpenProposal } from './open-dialog';
import type { useAppointmentWords } from './use-appointment-words';
import { useOfficialFilters } from './use-official-filters';

interface Props {
  readonly officials: readonly OfficialRow[];
  readonly waiting: readonly OfficialChangeRow[];
  readonly words: ReturnType<typeof useAppointmentWords>;
  /** Absent for those who may only look. */
  readonly onOpen: ((open: OpenDialog) => void) | undefined;
}

/** The officials of the city, those who may sign in first; names, roles and places in words. */
export const OfficialTable = ({ officials, waiting, words, onOpen }: Props) => {
  const { session } = useOfficial();
  const { shown, filters } = useOfficialFilters(officials);
  const administrators = officials.filter(({ roles, revokedAt }) => roles.includes('administrator') && !revokedAt);
  // A city keeps an administrator: the removal of its only one would be refused.
  const isOnlyOne = (official: OfficialRow) => administrators.length === 1 && administrators.includes(official);
  const isWaiting = ({ login }: OfficialRow) => waiting.some((change) => change.login === login);
  return (
    <KitTable
      title={officialsTexts.all}
      part="official-list"
      rows={shown}
      columns={officialColumns({ words, isWaiting, isOwn: ({ officialId }) => officialId === session.officialId })}
      keyOf={({ officialId }) => officialId}
      marks={({ login }) => ({ 'data-official': login })}
      empty={officials.length === 0 ? officialsTexts.none : uiTexts.noSuchRow}
      filters={filters}
      acts={(official) =>
        onOpen && official.within && !isWaiting(official) ? (
          <LineActs
            official={official}
            isRemovable={!isOnlyOne(official)}
            onChoose={(change) => onOpen({ kind: 'propose', change, official })}
          />
        ) : null
      }
    />
  );
};

interface ActsProps {
  readonly official: OfficialRow;
  readonly isRemovable: boolean;
  readonly onChoose: (change: OpenProposal['change']) => void;
}

const LineActs = ({ official: { name, login, revokedAt }, isRemovable, onChoose }: ActsProps) => {
  const { say } = useSpeech();
  const possible = officialChangeKinds
    .filter((kind) => kind !== 'add')
    .filter((kind) => kind !== 'remove' || isRemovable)
    .filter((kind) => revokedAt === undefined || kind === 'credentials');
  return possible.map((kind) => (
    <Button
      key={kind}
      size="small"
      data-act={kind}
      aria-label={say(changeTexts[kind].title, { name: name ?? login })}
      onClick={() => onChoose(kind)}
    >
      {say(changeTexts[kind].button)}
    </Button>
  ));
};

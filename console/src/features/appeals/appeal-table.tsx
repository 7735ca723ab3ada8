import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useOfficial } from '../../client/official-context';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { uiTexts } from '../../ui/texts';
import { answerDrafts, draftKey } from './answer-draft';
import { appealColumns, isOverdue } from './appeal-columns';
import { useAppealFilters } from './appeal-filters';
import { appealSectionTexts } from './texts';

interface Props {
  readonly appeals: readonly AppealRow[];
  readonly isAnswered: boolean;
  readonly now: Instant;
  /** Absent for those who may not open. */
  readonly onOpen: ((appeal: AppealRow) => void) | undefined;
}

/** The queue, masked: searched, narrowed, ordered; an answer that was begun says so on its row. */
export const AppealTable = ({ appeals, isAnswered, now, onOpen }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const nameOf = useOfficialName();
  const { shown, filters } = useAppealFilters(appeals, now, isAnswered);
  const none = isAnswered ? appealSectionTexts.noneAnswered : appealSectionTexts.noneWaiting;
  const isBegun = ({ appealId }: AppealRow) => answerDrafts.has(draftKey(session, appealId));
  return (
    <KitTable
      title={appealSectionTexts.title}
      part="appeals"
      rows={shown}
      columns={appealColumns(say, now, { isAnswered, nameOf })}
      keyOf={({ appealId }) => appealId}
      marks={(appeal) => ({ 'data-appeal': appeal.appealId, 'data-overdue': String(isOverdue(appeal, now)) })}
      empty={appeals.length === 0 ? none : uiTexts.noSuchRow}
      filters={filters}
      acts={(appeal) =>
        onOpen ? (
          <Button size="small" data-act="open" onClick={() => onOpen(appeal)}>
            {say(isBegun(appeal) ? appealSectionTexts.goOn : appealSectionTexts.open)}
          </Button>
        ) : null
      }
    />
  );
};

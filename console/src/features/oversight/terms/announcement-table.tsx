import type { Instant } from '@tongcheng/shared/time';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { KitTable } from '../../../kit/kit-table';
import type { TableColumn } from '../../../kit/table-view';
import { rangeText } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { uiTexts } from '../../../ui/texts';
import { TermState } from './term-state';
import { termStateOf, useTermStates } from './term-states';
import { announcementTexts, termsTexts } from './terms-texts';

interface Props {
  readonly announcements: readonly Announcement[];
  readonly now: Instant;
  readonly onEdit: (announcement: Announcement) => void;
  readonly onRemove: (announcement: Announcement) => void;
}

const announcementColumns = (now: Instant): readonly TableColumn<Announcement>[] => [
  { id: 'text', name: announcementTexts.text, text: ({ text }, say) => say(text), kind: 'head' },
  {
    id: 'modes',
    name: announcementTexts.modes,
    text: ({ modes }, say) => modes.map((mode) => say(modeTexts[mode])).join(' · '),
    kind: 'answer',
  },
  {
    id: 'when',
    name: termsTexts.when,
    text: ({ from, to }, say) => `${say(termsTexts[termStateOf({ from, to }, now)])} ${rangeText(from, to)}`,
    cell: (announcement) => <TermState term={announcement} now={now} />,
    order: ({ from }) => from,
  },
];

/** What riders are told where they scan: what shows now first, then what is to come, then what is over. */
export const AnnouncementTable = ({ announcements, now, onEdit, onRemove }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { shown, filter } = useTermStates('announcement-list', announcements, now);
  return (
    <KitTable
      title={announcementTexts.title}
      part="announcement-list"
      rows={shown}
      columns={announcementColumns(now)}
      keyOf={({ noticeId }) => noticeId}
      marks={(announcement) => ({
        'data-announcement': announcement.noticeId,
        'data-state': termStateOf(announcement, now),
      })}
      empty={announcements.length === 0 ? announcementTexts.none : uiTexts.noSuchRow}
      filters={filter}
      acts={(announcement) => (
        <>
          {may('oversight.save-announcement') && (
            <Button size="small" data-act="change" onClick={() => onEdit(announcement)}>
              {say(termsTexts.change)}
            </Button>
          )}
          {may('oversight.remove-announcement') && (
            <Button size="small" data-act="remove" onClick={() => onRemove(announcement)}>
              {say(announcementTexts.remove)}
            </Button>
          )}
        </>
      )}
    />
  );
};

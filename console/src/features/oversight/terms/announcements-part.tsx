import type { Instant } from '@tongcheng/shared/time';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { rangeText } from '../../../ui/format';
import { HeadRow } from '../../../ui/head-row';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import { AnnouncementDialog } from './announcement-dialog';
import { RemoveDialog } from './remove-dialog';
import { announcementTexts, termsTexts } from './terms-texts';

type Open =
  | { readonly kind: 'edit'; readonly announcement: Announcement | undefined }
  | { readonly kind: 'remove'; readonly announcement: Announcement };

/** W-31: the announcements of the city, those that are over and to come among them. */
export const AnnouncementsPart = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [open, setOpen] = useState<Open>();
  const query = useQuery((client) => client.call('oversight.list-announcements', { city }), city);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    query.refetch();
  };
  return (
    <section className="sheet" data-part="announcements">
      <div className="section-head">
        <h2>{say(announcementTexts.title)}</h2>
        {may('oversight.save-announcement') && (
          <button
            type="button"
            className="primary"
            data-act="add-announcement"
            onClick={() => setOpen({ kind: 'edit', announcement: undefined })}
          >
            {say(announcementTexts.add)}
          </button>
        )}
      </div>
      <QueryView query={query}>
        {({ announcements }) =>
          announcements.length === 0 ? (
            <Empty text={announcementTexts.none} />
          ) : (
            <AnnouncementTable announcements={announcements} now={clock()} onOpen={setOpen} />
          )
        }
      </QueryView>
      {open?.kind === 'edit' && (
        <AnnouncementDialog announcement={open.announcement} now={clock()} onDone={done} onClose={close} />
      )}
      {open?.kind === 'remove' && <RemoveDialog announcement={open.announcement} onDone={done} onClose={close} />}
    </section>
  );
};

interface TableProps {
  readonly announcements: readonly Announcement[];
  readonly now: Instant;
  readonly onOpen: (open: Open) => void;
}

const AnnouncementTable = ({ announcements, now, onOpen }: TableProps) => {
  return (
    <div className="terms-list">
      <table>
        <HeadRow names={[announcementTexts.text, announcementTexts.modes, termsTexts.when]} act={termsTexts.act} />
        <tbody>
          {announcements.map((announcement) => (
            <AnnouncementLine key={announcement.noticeId} {...{ announcement, now, onOpen }} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const AnnouncementLine = ({
  announcement,
  now,
  onOpen,
}: Omit<TableProps, 'announcements'> & { readonly announcement: Announcement }) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { noticeId, text, modes, from, to } = announcement;
  const state = now < from ? 'coming' : now < to ? 'now' : 'over';
  return (
    <tr data-announcement={noticeId} data-state={state}>
      <th scope="row">{say(text)}</th>
      <td>{modes.map((mode) => say(modeTexts[mode])).join(' · ')}</td>
      <td>
        <strong>{say(termsTexts[state])}</strong>
        <p className="hint">{rangeText(from, to)}</p>
      </td>
      <td className="act-cell">
        {may('oversight.save-announcement') && (
          <button
            type="button"
            className="small"
            data-act="change"
            onClick={() => onOpen({ kind: 'edit', announcement })}
          >
            {say(termsTexts.change)}
          </button>
        )}
        {may('oversight.remove-announcement') && (
          <button
            type="button"
            className="small"
            data-act="remove"
            onClick={() => onOpen({ kind: 'remove', announcement })}
          >
            {say(announcementTexts.remove)}
          </button>
        )}
      </td>
    </tr>
  );
};

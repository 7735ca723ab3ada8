import type { Instant } from '@tongcheng/shared/time';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { AnnouncementDialog } from './announcement-dialog';
import { AnnouncementTable } from './announcement-table';
import { RemoveDialog } from './remove-dialog';
import { announcementTexts } from './terms-texts';
import { useTakenDown } from './use-taken-down';

type Open =
  | { readonly kind: 'edit'; readonly announcement: Announcement | undefined }
  | { readonly kind: 'remove'; readonly announcement: Announcement };

/** W-31: the announcements of the city, those that are over and to come among them. */
export const AnnouncementsPart = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [open, setOpen] = useState<Open>();
  const query = useQuery((client) => client.call('oversight.list-announcements', { city }), city);
  const offerBack = useTakenDown(query.refetch);
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
          <Button
            type="primary"
            data-act="add-announcement"
            onClick={() => setOpen({ kind: 'edit', announcement: undefined })}
          >
            {say(announcementTexts.add)}
          </Button>
        )}
      </div>
      <QueryView query={query}>
        {({ announcements }) => (
          <AnnouncementTable
            announcements={announcements}
            now={clock()}
            onEdit={(announcement) => setOpen({ kind: 'edit', announcement })}
            onRemove={(announcement) => setOpen({ kind: 'remove', announcement })}
          />
        )}
      </QueryView>
      {open?.kind === 'edit' && (
        <AnnouncementDialog announcement={open.announcement} now={clock()} onDone={done} onClose={close} />
      )}
      {open?.kind === 'remove' && (
        <RemoveDialog
          announcement={open.announcement}
          onDone={() => {
            offerBack(open.announcement);
            done();
          }}
          onClose={close}
        />
      )}
    </section>
  );
};

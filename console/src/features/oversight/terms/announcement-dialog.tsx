import type { Instant } from '@tongcheng/shared/time';
import { modes } from '@tongcheng/shared/venues/kinds';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { TimeRange } from '../../../kit/time-range';
import { Checkboxes } from '../../../ui/checkboxes';
import { DraftNote } from '../../../ui/draft-note';
import { useKeptForm } from '../../../ui/drafts';
import { rangeText } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { announcementDrafts, announcementFormOf, announcementOf } from './announcement-form';
import { linesOfAnnouncement } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import { announcementTexts, termsTexts } from './terms-texts';

interface Props {
  /** Absent: a new one. */
  readonly announcement: Announcement | undefined;
  readonly now: Instant;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Writes an announcement; below the fields stands what riders will see, and what differs from what they see now. */
export const AnnouncementDialog = ({ announcement, now, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city, session } = useOfficial();
  const mutation = useMutation();
  const key = `${session.officialId} ${city} ${announcement?.noticeId ?? ''}`;
  const { form, set, drop, ...kept } = useKeptForm(announcementDrafts, key, () =>
    announcementFormOf(announcement, now),
  );
  const typed = announcementOf(form);
  const save = async () => {
    if (!typed) return;
    const input = { city, announcement: typed };
    if (!(await mutation.run((client) => client.call('oversight.save-announcement', input)))) return;
    drop();
    onDone();
  };
  return (
    <FormDrawer
      title={say(announcement ? termsTexts.change : announcementTexts.add)}
      confirm={say(announcementTexts.save)}
      mutation={mutation}
      isReady={typed !== undefined}
      isWide
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <DraftNote {...kept} />
      <TextField
        label={say(termsTexts.zh)}
        name="zh"
        value={form.zh}
        onChange={(zh) => set({ zh })}
        maxLength={200}
        hint={say(announcementTexts.textHint)}
      />
      <TextField
        label={say(termsTexts.en)}
        name="en"
        value={form.en}
        onChange={(en) => set({ en })}
        maxLength={300}
        hint={say(announcementTexts.englishHint)}
      />
      <Checkboxes
        label={say(announcementTexts.modes)}
        hint={say(announcementTexts.modesHint)}
        choices={modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))}
        chosen={form.modes}
        onChange={(chosen) => set({ modes: [...chosen] })}
      />
      <TimeRange
        label={say(termsTexts.shownFrom)}
        from={form.from}
        to={form.to}
        onRange={(from, to) => set({ from, to })}
      />
      {typed && <AnnouncementPreview announcement={typed} />}
      {typed && announcement && (
        <ComparisonTable before={linesOfAnnouncement(announcement, say)} after={linesOfAnnouncement(typed, say)} />
      )}
    </FormDrawer>
  );
};

const AnnouncementPreview = ({ announcement }: { readonly announcement: Announcement }) => {
  const { say } = useSpeech();
  const isForAll = announcement.modes.length === modes.length;
  const where = announcement.modes.map((mode) => say(modeTexts[mode])).join(' · ');
  return (
    <div className="terms-preview" data-part="preview">
      <p className="hint">{say(announcementTexts.seen)}</p>
      <p className="notice">{announcement.text.zh}</p>
      <p className="notice">{announcement.text.en}</p>
      <p className="hint">{`${isForAll ? say(announcementTexts.everyMode) : where} · ${rangeText(announcement.from, announcement.to)}`}</p>
    </div>
  );
};

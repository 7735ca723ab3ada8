import { dayMs, type Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import { modes } from '@tongcheng/shared/venues/kinds';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { Checkboxes } from '../../../ui/checkboxes';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { instantOf, rangeText, wallTime } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { announcementTexts, termsTexts } from './terms-texts';

interface Props {
  /** Absent: a new one. */
  readonly announcement: Announcement | undefined;
  readonly now: Instant;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const newOne = (now: Instant): Announcement => ({
  noticeId: `console-${now.toString(36)}`,
  text: { zh: '', en: '' },
  modes: [...modes],
  from: now,
  to: now + 30 * dayMs,
});

/** Writes an announcement; below the fields stands what riders will see. */
export const AnnouncementDialog = ({ announcement, now, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [began] = useState(() => announcement ?? newOne(now));
  const [zh, setZh] = useState(began.text.zh);
  const [en, setEn] = useState(began.text.en);
  const [chosen, setChosen] = useState<readonly Announcement['modes'][number][]>(began.modes);
  const [from, setFrom] = useState(wallTime(began.from));
  const [to, setTo] = useState(wallTime(began.to));
  const typed = {
    noticeId: began.noticeId,
    text: { zh: plainText(zh), en: plainText(en) },
    modes: [...chosen],
    from: instantOf(from) ?? 0,
    to: instantOf(to) ?? 0,
  };
  const isReady = typed.text.zh !== '' && typed.text.en !== '' && chosen.length > 0 && typed.from < typed.to;
  const save = async () => {
    const input = { city, announcement: typed };
    if (await mutation.run((client) => client.call('oversight.save-announcement', input))) onDone();
  };
  return (
    <ConfirmDialog
      title={say(announcement ? termsTexts.change : announcementTexts.add)}
      confirm={say(announcementTexts.save)}
      mutation={mutation}
      isReady={isReady}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <TextField label={say(termsTexts.zh)} name="zh" value={zh} onChange={setZh} maxLength={200} />
      <TextField label={say(termsTexts.en)} name="en" value={en} onChange={setEn} maxLength={300} />
      <Checkboxes
        label={say(announcementTexts.modes)}
        choices={modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <TextField label={say(termsTexts.from)} name="from" type="datetime-local" value={from} onChange={setFrom} />
      <TextField label={say(termsTexts.to)} name="to" type="datetime-local" value={to} onChange={setTo} />
      {isReady && <AnnouncementPreview announcement={typed} />}
    </ConfirmDialog>
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

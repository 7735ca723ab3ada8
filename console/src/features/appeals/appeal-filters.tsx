import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import { reasonWords } from '@tongcheng/shared/reports/words';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import { ChoiceFilter } from '../../kit/choice-filter';
import { useSpeech } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import { useAddressState } from '../../ui/use-address-state';
import { isOverdue } from './appeal-columns';
import { appealSectionTexts } from './texts';

const pressingMs = 4 * hourMs;

const isInTime = (appeal: AppealRow, time: string, now: Instant): boolean => {
  if (time === 'late') return isOverdue(appeal, now);
  return time !== 'pressing' || appeal.dueAt < now + pressingMs;
};

/** Narrows the queue by time left, reason and mode; all of it stands in the address. */
export const useAppealFilters = (appeals: readonly AppealRow[], now: Instant, isAnswered: boolean) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState('appeals', ['time', 'reason', 'mode']);
  const [time, reason, mode] = [isAnswered ? '' : (read('time') ?? ''), read('reason') ?? '', read('mode') ?? ''];
  const shown = appeals.filter(
    (appeal) =>
      isInTime(appeal, time, now) &&
      (reason === '' || appeal.reasons.some((code) => code === reason)) &&
      (mode === '' || appeal.mode === mode),
  );
  const reasons = [...new Set(appeals.flatMap((appeal) => appeal.reasons))];
  const all = say(appealSectionTexts.everything);
  const filters = (
    <>
      {!isAnswered && (
        <ChoiceFilter
          label={say(appealSectionTexts.time)}
          name="time"
          value={time}
          choices={(['late', 'pressing'] as const).map((value) => ({ value, label: say(appealSectionTexts[value]) }))}
          all={all}
          onChange={(value) => write({ time: value })}
        />
      )}
      <ChoiceFilter
        label={say(appealSectionTexts.reason)}
        name="reason"
        value={reason}
        choices={reasons.map((code) => ({ value: code, label: say(reasonWords[code]) }))}
        all={all}
        onChange={(value) => write({ reason: value })}
      />
      <ChoiceFilter
        label={say(appealSectionTexts.mode)}
        name="mode"
        value={mode}
        choices={[...new Set(appeals.map((appeal) => appeal.mode))].map((value) => ({
          value,
          label: say(modeTexts[value]),
        }))}
        all={all}
        onChange={(value) => write({ mode: value })}
      />
    </>
  );
  return { shown, filters };
};

import DatePicker from 'antd/es/date-picker';
import enGB from 'antd/es/date-picker/locale/en_GB';
import zhCN from 'antd/es/date-picker/locale/zh_CN';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';

interface Props {
  readonly label: string;
  /** Wall times in Beijing, `YYYY-MM-DDTHH:mm`; empty while there is none. */
  readonly from: string;
  readonly to: string;
  /** Whether the end may be left out. */
  readonly isOpenEnded?: boolean;
  readonly onRange: (from: string, to: string) => void;
}

const form = 'YYYY-MM-DD';
const dayIn = (time: string) => (time === '' ? null : dayjs(time.slice(0, form.length)));
const clockIn = (time: string): string => (time === '' ? '' : time.slice(form.length + 1));
const wallOf = (day: string, clock: string): string => (day === '' ? '' : `${day}T${clock === '' ? '00:00' : clock}`);

/** Year and month of the calendar are buttons that say themselves: what the kit calls them beside would hide it. */
const ownWords = (locale: typeof zhCN): typeof zhCN => ({
  ...locale,
  lang: { ...locale.lang, yearSelect: '', monthSelect: '' },
});
const locales = { zh: ownWords(zhCN), en: ownWords(enGB) } as const;

/**
 * From one minute to another: days typed or chosen in a calendar, times of day in fields of the browser's own, since the kit's lists of hours
 * cannot be reached by keyboard.
 */
export const TimeRange = ({ label, from, to, isOpenEnded = false, onRange }: Props) => {
  const { say, language } = useSpeech();
  const id = useId();
  const times = [
    {
      name: uiTexts.fromTime,
      value: from,
      write: (clock: string) => onRange(wallOf(from.slice(0, form.length), clock), to),
    },
    {
      name: uiTexts.untilTime,
      value: to,
      write: (clock: string) => onRange(from, wallOf(to.slice(0, form.length), clock)),
    },
  ];
  return (
    <fieldset className="field time-range">
      <legend id={id}>{label}</legend>
      <DatePicker.RangePicker
        aria-labelledby={id}
        locale={locales[language]}
        format={form}
        value={[dayIn(from), dayIn(to)]}
        placeholder={[say(uiTexts.from), say(isOpenEnded ? uiTexts.openEnd : uiTexts.until)]}
        allowEmpty={[true, true]}
        onChange={(range) =>
          onRange(
            wallOf(range?.[0]?.format(form) ?? '', clockIn(from)),
            wallOf(range?.[1]?.format(form) ?? '', clockIn(to)),
          )
        }
      />
      {times.map(({ name, value, write }) => (
        <label key={name.en} className="inline-field">
          <span>{say(name)}</span>
          <input
            type="time"
            value={clockIn(value)}
            disabled={value === ''}
            onChange={(event) => write(event.currentTarget.value)}
          />
        </label>
      ))}
    </fieldset>
  );
};

import { addDays, type Day } from '@tongcheng/shared/time';
import DatePicker from 'antd/es/date-picker';
import enGB from 'antd/es/date-picker/locale/en_GB';
import zhCN from 'antd/es/date-picker/locale/zh_CN';
import dayjs from 'dayjs';
import { useSpeech } from '../ui/language';
import { kitTexts } from './kit-texts';

interface Props {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  /** The last day that can be chosen. */
  readonly today: Day;
  /** How many days a range may have. */
  readonly most: number;
  readonly onRange: (from: Day, to: Day) => void;
}

const form = 'YYYY-MM-DD';

/** Year and month of the calendar are buttons that say themselves: what the kit calls them beside would hide it. */
const ownWords = (locale: typeof zhCN): typeof zhCN => ({
  ...locale,
  lang: { ...locale.lang, yearSelect: '', monthSelect: '' },
});
const locales = { zh: ownWords(zhCN), en: ownWords(enGB) } as const;

/** From one day to another, both included: typed, or chosen in a calendar, or one of the usual ranges. */
export const DayRange = ({ label, from, to, today, most, onRange }: Props) => {
  const { say, language } = useSpeech();
  const usual = (days: number) => [dayjs(addDays(today, 1 - days)), dayjs(today)] satisfies [unknown, unknown];
  return (
    <DatePicker.RangePicker
      aria-label={label}
      locale={locales[language]}
      className="day-range"
      value={[dayjs(from), dayjs(to)]}
      maxDate={dayjs(today)}
      format={form}
      allowClear={false}
      allowEmpty={[true, true]}
      presets={[1, 7, 14].map((days) => ({
        label: days === 1 ? say(kitTexts.today) : say(kitTexts.lastDays, { days }),
        value: usual(days),
      }))}
      onChange={(range) => {
        const [begin, end] = [range?.[0]?.format(form), range?.[1]?.format(form)];
        if (begin === undefined || end === undefined) return;
        onRange(begin < addDays(end, 1 - most) ? addDays(end, 1 - most) : begin, end);
      }}
    />
  );
};

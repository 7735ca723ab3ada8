import type { Text } from '@tongcheng/shared/text';
import { addDays, dayOf, type Instant } from '@tongcheng/shared/time';
import { useSpeech } from '../ui/language';
import { useAddressState } from '../ui/use-address-state';
import { DayRange } from './day-range';

const mostDays = 31;

/** The days that a screen shows, kept in its address under `prefix`; from `before` days ago until today unless others are chosen. */
export const useShownDays = (prefix: string, clock: () => Instant, before: number) => {
  const { read, write } = useAddressState(prefix, ['from', 'to']);
  const today = dayOf(clock());
  return {
    today,
    from: read('from') ?? addDays(today, -before),
    to: read('to') ?? today,
    choose: (from: string, to: string) => write({ from, to }),
  };
};

interface Props {
  readonly title: Text;
  readonly about: Text;
  readonly label: Text;
  readonly shown: ReturnType<typeof useShownDays>;
}

/** The head of a screen that shows days: its title, what it is about, and the choice of days. */
export const DaysHead = ({ title, about, label, shown: { today, from, to, choose } }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="section-head">
      <h1>{say(title)}</h1>
      <span className="hint">{say(about)}</span>
      <DayRange label={say(label)} from={from} to={to} today={today} most={mostDays} onRange={choose} />
    </div>
  );
};

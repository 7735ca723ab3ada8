import type { Text } from '@tongcheng/shared/text';
import Segmented from 'antd/es/segmented';
import Select from 'antd/es/select';
import { useSpeech } from '../../ui/language';
import type { DayRefusal } from './live-figures';
import { refusalTexts } from './refusal-texts';

/** What refusals are narrowed to; a line and a reason by their Chinese name. */
export interface RefusalNarrowing {
  readonly outcome: string | undefined;
  readonly line: string | undefined;
  readonly why: string | undefined;
}

/** Whether a row is chosen. */
export const isRefusalChosen = ({ outcome, line, why }: DayRefusal, choice: RefusalNarrowing): boolean =>
  (choice.outcome === undefined || outcome === choice.outcome) &&
  (choice.line === undefined || line?.zh === choice.line) &&
  (choice.why === undefined || why.zh === choice.why);

interface Props {
  readonly rows: readonly DayRefusal[];
  readonly choice: RefusalNarrowing;
  readonly onChange: (changed: Partial<RefusalNarrowing>) => void;
}

const outcomes = ['all', 'refused', 'let-on'] as const;

/** Each text once, by its Chinese. */
const distinct = (texts: readonly (Text | undefined)[]): readonly Text[] => [
  ...new Map(texts.flatMap((text) => (text ? [[text.zh, text] as const] : []))).values(),
];

interface OneOfProps extends Props {
  readonly of: 'line' | 'why';
}

const OneOf = ({ of, rows, choice, onChange }: OneOfProps) => {
  const { say } = useSpeech();
  const name = say(refusalTexts[of]);
  return (
    <Select
      className="bar-choice"
      aria-label={name}
      placeholder={name}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={distinct(rows.map((row) => row[of])).map((text) => ({ value: text.zh, label: say(text) }))}
      value={choice[of] ?? null}
      onChange={(value: string | null) => onChange({ [of]: value ?? undefined })}
    />
  );
};

/** Narrows refusals to an outcome, a line, a reason. */
export const RefusalFilters = (props: Props) => {
  const { say } = useSpeech();
  const { choice, onChange } = props;
  return (
    <>
      <Segmented
        aria-label={say(refusalTexts.outcome)}
        options={outcomes.map((value) => ({ value, label: say(refusalTexts[value]) }))}
        value={choice.outcome ?? 'all'}
        onChange={(value: string) => onChange({ outcome: value === 'all' ? undefined : value })}
      />
      <OneOf {...props} of="line" />
      <OneOf {...props} of="why" />
    </>
  );
};

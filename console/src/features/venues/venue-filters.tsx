import type { Text } from '@tongcheng/shared/text';
import { modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import Select from 'antd/es/select';
import { useSpeech } from '../../ui/language';
import { modeTexts, venueKindTexts } from '../../ui/mode-texts';
import { venueTexts } from './texts';

/** What venues are narrowed to; a line by its Chinese name. */
export interface VenueNarrowing {
  readonly mode: string | undefined;
  readonly kind: string | undefined;
  readonly line: string | undefined;
  readonly state: string | undefined;
}

/** Whether a venue is chosen. */
export const isVenueChosen = ({ mode, kind, lineName, code }: VenueRow, choice: VenueNarrowing): boolean =>
  (choice.mode === undefined || mode === choice.mode) &&
  (choice.kind === undefined || kind === choice.kind) &&
  (choice.line === undefined || lineName?.zh === choice.line) &&
  (choice.state === undefined || code.revoked === (choice.state === 'revoked'));

interface Props {
  readonly venues: readonly VenueRow[];
  readonly choice: VenueNarrowing;
  readonly onChange: (changed: Partial<VenueNarrowing>) => void;
}

interface OneOfProps {
  readonly name: Text;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

const OneOf = ({ name, options, value, onValue }: OneOfProps) => {
  const { say } = useSpeech();
  return (
    <Select
      className="bar-choice"
      aria-label={say(name)}
      placeholder={say(name)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      value={value ?? null}
      onChange={(next: string | null) => onValue(next ?? undefined)}
    />
  );
};

/** Narrows venues to a mode, a kind, a line, a state of their code. */
export const VenueFilters = ({ venues, choice, onChange }: Props) => {
  const { say } = useSpeech();
  const lines = new Map(venues.flatMap(({ lineName }) => (lineName ? [[lineName.zh, lineName] as const] : [])));
  return (
    <>
      <OneOf
        name={venueTexts.mode}
        options={modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))}
        value={choice.mode}
        onValue={(mode) => onChange({ mode })}
      />
      <OneOf
        name={venueTexts.kind}
        options={venueKinds.map((kind) => ({ value: kind, label: say(venueKindTexts[kind]) }))}
        value={choice.kind}
        onValue={(kind) => onChange({ kind })}
      />
      <OneOf
        name={venueTexts.lineName}
        options={[...lines.values()].map((line) => ({ value: line.zh, label: say(line) }))}
        value={choice.line}
        onValue={(line) => onChange({ line })}
      />
      <OneOf
        name={venueTexts.code}
        options={[
          { value: 'valid', label: say(venueTexts.valid) },
          { value: 'revoked', label: say(venueTexts.revoked) },
        ]}
        value={choice.state}
        onValue={(state) => onChange({ state })}
      />
    </>
  );
};

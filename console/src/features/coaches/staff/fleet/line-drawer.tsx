import type { LineRow } from '@tongcheng/shared/coaches/fleet-api';
import { useOfficial } from '../../../../client/official-context';
import { useMutation } from '../../../../client/use-mutation';
import { FormDrawer } from '../../../../kit/form-drawer';
import { ChoiceField } from '../../../../ui/choice-field';
import { Field } from '../../../../ui/field';
import { useSpeech } from '../../../../ui/language';
import { TextField } from '../../../../ui/text-field';
import { fleetTexts as texts } from './fleet-texts';
import { isWholeLine, lineInput, stopsIn, stopsRefused, useLineForm } from './line-form';

interface Props {
  readonly operatorId: string;
  /** The one that is changed; a new one where absent. */
  readonly line: LineRow | undefined;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Adds a line or changes it; of one that is listed the number and the ends stay, as they say which one it is. */
export const LineDrawer = ({ operatorId, line, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const { form, change } = useLineForm(line);
  const save = async () => {
    const input = { city, operatorId, ...lineInput(form) };
    const saved = await mutation.run(({ call }) => call('coaches.set-line', input));
    if (saved) onDone(say(texts.set, { name: input.serviceNumber }));
  };
  return (
    <FormDrawer
      title={line ? say(texts.changeLine, { number: line.serviceNumber }) : say(texts.addLine)}
      confirm={say(texts.save)}
      mutation={mutation}
      isReady={isWholeLine(form)}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {line ? (
        <p data-part="line-ends">{`${line.origin.name} → ${line.destination.name}`}</p>
      ) : (
        <>
          <TextField
            label={say(texts.number)}
            name="number"
            hint={say(texts.numberHint)}
            maxLength={30}
            value={form.serviceNumber}
            onChange={(serviceNumber) => change({ serviceNumber })}
            focused
          />
          {(['origin', 'destination'] as const).map((end) => (
            <TextField
              key={end}
              label={say(texts[end])}
              name={end}
              hint={say(texts.placeHint)}
              maxLength={60}
              value={form[end]}
              onChange={(name) => change({ [end]: name })}
            />
          ))}
        </>
      )}
      <ChoiceField
        label={say(texts.service)}
        name="service"
        hint={say(texts.serviceHint)}
        value={form.service}
        onChange={(service) => change({ service })}
        choices={(['line', 'charter'] as const).map((value) => ({ value, label: say(texts[value]) }))}
      />
      {form.service === 'line' && (
        <ChoiceField
          label={say(texts.lineClass)}
          name="class"
          hint={say(texts.lineClassHint)}
          value={form.lineClass}
          onChange={(lineClass) => change({ lineClass })}
          choices={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: say(texts.class, { n: value }) }))}
        />
      )}
      <Field
        label={say(texts.stops)}
        hint={say(texts.stopsHint)}
        fault={stopsRefused(stopsIn(form.stops)) ? say(texts.stopsFault) : undefined}
      >
        {(id, hintId) => (
          <textarea
            id={id}
            name="stops"
            aria-describedby={hintId}
            rows={4}
            maxLength={1_300}
            value={form.stops}
            onChange={(event) => change({ stops: event.currentTarget.value })}
          />
        )}
      </Field>
    </FormDrawer>
  );
};

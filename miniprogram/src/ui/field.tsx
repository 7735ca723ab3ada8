import { Text, View } from '@tarojs/components';
import { groupedDigits } from '@tongcheng/shared/grouped-digits';
import { Press } from '../platform/view/press';
import { TextField, type TextFieldProps } from '../platform/view/text-field';
import './field.scss';

interface FieldProps extends Omit<TextFieldProps, 'refused'> {
  /** How it should look; shown until something is wrong. */
  readonly hint?: string;
  /** What is wrong and what to do, in words for this field. */
  readonly refusal?: string;
  /** The screen's title already says the label; it is kept for screen readers only. */
  readonly titled?: boolean;
  /** Shows a long number once more in groups, to be compared with the document. */
  readonly grouped?: boolean;
  /** A key beside the field for a character that the keyboard lacks. */
  readonly extraKey?: string;
}

/** A labelled field; what is wrong is said below it, when the field is left. */
export function Field({ hint, refusal, extraKey, titled = false, grouped = false, ...field }: FieldProps) {
  const said = refusal ?? hint ?? '';
  const inGroups = grouped ? groupedDigits(field.value) : field.value;
  return (
    <View className="field">
      {!titled && <Text className="field-label">{field.label}</Text>}
      <View className="field-row">
        <TextField {...field} refused={refusal !== undefined} />
        {extraKey !== undefined && (
          <Press className="field-key" label={extraKey} onPress={() => field.onChange(field.value + extraKey)}>
            {extraKey}
          </Press>
        )}
      </View>
      {inGroups !== field.value && (
        <Text id={`${field.id}-groups`} className="field-groups" aria-hidden>
          {inGroups}
        </Text>
      )}
      <View
        id={`${field.id}-hint`}
        className={`field-hint${refusal === undefined ? '' : ' refused'}`}
        aria-live="polite"
      >
        <Text>{said}</Text>
      </View>
    </View>
  );
}

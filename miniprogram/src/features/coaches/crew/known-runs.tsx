import { Text, View } from '@tarojs/components';
import { paintedPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { useRecord } from '../../../client/phone';
import { Press } from '../../../platform/view/press';
import { useSay } from '../../../ui/words';
import { formTexts } from '../texts/form-texts';
import { knownRunsRecord } from './crew-book';
import type { DepartureForm } from './departure-form';
import { formOfLine, isOfLine, linesFor, vehiclesFor } from './known-runs-form';

interface KnownRunsProps {
  readonly form: DepartureForm;
  readonly onChange: (part: Partial<DepartureForm>) => void;
}

/**
 * Lines and vehicles of the crew's operator, each filled in by one touch (L-02): those that ran lately first, and of the others those that have what is typed
 * in plate or number. Nothing while none is known.
 */
export function KnownRuns({ form, onChange }: KnownRunsProps) {
  const say = useSay();
  const { vehicles, lines } = useRecord(knownRunsRecord);
  if (vehicles.length === 0 && lines.length === 0) return null;
  const chosen = plainPlate(form.plate);
  return (
    <View id="known-runs">
      <Offered
        label={say(formTexts.knownLines)}
        rows={linesFor(form, lines).map((line) => ({
          words: `${line.serviceNumber} ${line.origin.name} → ${line.destination.name}`,
          on: isOfLine(form, line),
          take: () => onChange(formOfLine(line)),
        }))}
      />
      <Offered
        label={say(formTexts.knownVehicles)}
        rows={vehiclesFor(form, vehicles).map((plate) => ({
          words: paintedPlate(plate),
          on: plate === chosen,
          take: () => onChange({ plate: paintedPlate(plate) }),
        }))}
      />
    </View>
  );
}

interface OfferedProps {
  readonly label: string;
  readonly rows: readonly { readonly words: string; readonly on: boolean; readonly take: () => void }[];
}

function Offered({ label, rows }: OfferedProps) {
  if (rows.length === 0) return null;
  return (
    <View>
      <Text className="field-label">{label}</Text>
      <View className="coach-who" role="group" aria-label={label}>
        {rows.map(({ words, on, take }) => (
          <Press key={words} className={`coach-tick${on ? ' chosen' : ''}`} on={on} label={words} onPress={take}>
            <Text>{words}</Text>
          </Press>
        ))}
      </View>
    </View>
  );
}

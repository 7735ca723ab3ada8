import { lineEndReasons, vehicleEndReasons } from '@tongcheng/shared/coaches/fleet';
import type { LineRow, VehicleRow } from '@tongcheng/shared/coaches/fleet-api';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { useOfficial } from '../../../../client/official-context';
import { useMutation } from '../../../../client/use-mutation';
import { FormDrawer } from '../../../../kit/form-drawer';
import { ChoiceField } from '../../../../ui/choice-field';
import { useSpeech } from '../../../../ui/language';
import { lineEndTexts, fleetTexts as texts, vehicleEndTexts } from './fleet-texts';

interface Props<Row> {
  readonly operatorId: string;
  readonly row: Row;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Takes a vehicle out of use, or removes it where it was added by mistake, after saying what follows. */
export const EndVehicle = ({ operatorId, row: { vehicleId, plate }, onDone, onClose }: Props<VehicleRow>) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [reason, setReason] = useState<(typeof vehicleEndReasons)[number]>('repair');
  const name = paintedPlate(plate);
  const end = async () => {
    const input = { city, operatorId, vehicleId, reason };
    const ended = await mutation.run(({ call }) => call('coaches.end-vehicle', input));
    if (ended) onDone(say(reason === 'typed-wrong' ? texts.removed : texts.ended, { name }));
  };
  return (
    <FormDrawer
      title={say(texts.endTitle, { name })}
      confirm={say(texts.end)}
      mutation={mutation}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      <p>{say(texts.endAbout)}</p>
      <ChoiceField
        label={say(texts.reason)}
        name="reason"
        hint={say(texts.reasonHint)}
        value={reason}
        onChange={setReason}
        choices={vehicleEndReasons.map((value) => ({ value, label: say(vehicleEndTexts[value]) }))}
      />
    </FormDrawer>
  );
};

/** The same of a line. */
export const EndLine = ({ operatorId, row: { lineId, serviceNumber: name }, onDone, onClose }: Props<LineRow>) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [reason, setReason] = useState<(typeof lineEndReasons)[number]>('suspended');
  const end = async () => {
    const input = { city, operatorId, lineId, reason };
    const ended = await mutation.run(({ call }) => call('coaches.end-line', input));
    if (ended) onDone(say(reason === 'typed-wrong' ? texts.removed : texts.ended, { name }));
  };
  return (
    <FormDrawer
      title={say(texts.endTitle, { name })}
      confirm={say(texts.end)}
      mutation={mutation}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      <p>{say(texts.endAbout)}</p>
      <ChoiceField
        label={say(texts.reason)}
        name="reason"
        hint={say(texts.reasonHint)}
        value={reason}
        onChange={setReason}
        choices={lineEndReasons.map((value) => ({ value, label: say(lineEndTexts[value]) }))}
      />
    </FormDrawer>
  );
};

import { type VehicleGrade, type VehicleSize, vehicleGrades, vehicleSizes } from '@tongcheng/shared/coaches/fleet';
import type { VehicleRow } from '@tongcheng/shared/coaches/fleet-api';
import { isPlate, paintedPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { useOfficial } from '../../../../client/official-context';
import { useMutation } from '../../../../client/use-mutation';
import { FormDrawer } from '../../../../kit/form-drawer';
import { ChoiceField } from '../../../../ui/choice-field';
import { useSpeech } from '../../../../ui/language';
import { TextField } from '../../../../ui/text-field';
import { gradeTexts, sizeTexts, fleetTexts as texts } from './fleet-texts';

interface Props {
  readonly operatorId: string;
  /** The one that is changed; a new one where absent. */
  readonly vehicle: VehicleRow | undefined;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

const isSeats = (typed: string): boolean => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 120;

/** Adds a vehicle or changes it; of one that is listed the plate stays. */
export const VehicleDrawer = ({ operatorId, vehicle, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [plate, setPlate] = useState('');
  const [seats, setSeats] = useState(vehicle ? String(vehicle.seats) : '');
  const [size, setSize] = useState<VehicleSize>(vehicle?.size ?? 'large');
  const [grade, setGrade] = useState<VehicleGrade | ''>(vehicle?.grade ?? '');
  const plain = vehicle?.plate ?? plainPlate(plate);
  const save = async () => {
    const input = { city, operatorId, plate: plain, seats: Number(seats), size, ...(grade !== '' && { grade }) };
    const saved = await mutation.run(({ call }) => call('coaches.set-vehicle', input));
    if (saved) onDone(say(texts.set, { name: paintedPlate(plain) }));
  };
  return (
    <FormDrawer
      title={vehicle ? say(texts.changeVehicle, { plate: paintedPlate(plain) }) : say(texts.addVehicle)}
      confirm={say(texts.save)}
      mutation={mutation}
      isReady={isPlate(plain) && isSeats(seats)}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {!vehicle && (
        <TextField
          label={say(texts.plate)}
          name="plate"
          hint={say(texts.plateHint)}
          maxLength={20}
          value={plate}
          onChange={setPlate}
          fault={plain.length >= 7 && !isPlate(plain) ? say(texts.plateFault) : undefined}
          focused
        />
      )}
      <TextField
        label={say(texts.seats)}
        name="seats"
        inputMode="numeric"
        hint={say(texts.seatsHint)}
        maxLength={3}
        value={seats}
        onChange={setSeats}
        fault={seats !== '' && !isSeats(seats) ? say(texts.seatsFault) : undefined}
      />
      <ChoiceField
        label={say(texts.size)}
        name="size"
        hint={say(texts.sizeHint)}
        value={size}
        onChange={setSize}
        choices={vehicleSizes.map((value) => ({ value, label: say(sizeTexts[value]) }))}
      />
      <ChoiceField
        label={say(texts.grade)}
        name="grade"
        hint={say(texts.gradeHint)}
        value={grade}
        onChange={setGrade}
        choices={[
          { value: '' as const, label: say(texts.notStated) },
          ...vehicleGrades.map((value) => ({ value, label: say(gradeTexts[value]) })),
        ]}
      />
    </FormDrawer>
  );
};

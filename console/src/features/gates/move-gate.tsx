import type { ListedDevice } from '@tongcheng/shared/devices/api';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FormDrawer } from '../../kit/form-drawer';
import { useSpeech } from '../../ui/language';
import { gateTexts as texts } from './gate-texts';
import { devicePlaceOf, PlaceFields, type PlaceForm } from './place-fields';

interface Props {
  readonly gate: ListedDevice;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Says that a gate stands elsewhere now, or lets people through the other way. */
export const MoveGate = ({ gate: { deviceId, name, venue, place }, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [form, setForm] = useState<PlaceForm>({
    venue,
    direction: place?.direction ?? 'entry',
    lane: place?.lane ?? '',
  });
  const move = async () => {
    if (!form.venue) return;
    const input = { deviceId, venueId: form.venue.venueId, place: devicePlaceOf(form) };
    const moved = await mutation.run(({ call }) => call('devices.move-device', input));
    if (moved) onDone(say(texts.moved, { name }));
  };
  return (
    <FormDrawer
      title={say(texts.moveTitle, { name })}
      confirm={say(texts.move)}
      mutation={mutation}
      isReady={form.venue !== undefined}
      onConfirm={() => void move()}
      onClose={onClose}
    >
      <p>{say(texts.moveAbout)}</p>
      <PlaceFields form={form} set={(change) => setForm((before) => ({ ...before, ...change }))} />
    </FormDrawer>
  );
};

import { manifestPurposes } from '@tongcheng/shared/coaches/extracts-api';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { manifestPurposeTexts } from '@tongcheng/shared/reports/coach-words';
import { formatInstant } from '@tongcheng/shared/time';
import { type ComponentProps, useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { SideDrawer } from '../../../kit/side-drawer';
import { ChoiceField } from '../../../ui/choice-field';
import { useSpeech } from '../../../ui/language';
import { ClearPassengers } from './clear-passengers';
import { extractTexts } from './texts';

interface Props {
  readonly departure: DayDeparture;
  readonly onClose: () => void;
}

type Opened = Omit<ComponentProps<typeof ClearPassengers>, 'beforeExport'>;

/** L-11: the manifest of a departure in the clear, after its purpose was recorded. */
export const ManifestDrawer = ({ departure: { city: leaves, departureId, departsAt }, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [purpose, setPurpose] = useState<(typeof manifestPurposes)[number]>('registration-check');
  const [opened, setOpened] = useState<Opened>();
  const title = say(extractTexts.manifestOf, { time: formatInstant(departsAt, 'MM-DD HH:mm') });
  const ask = (exported?: true) =>
    mutation.run((client) =>
      client.call('coaches.open-manifest', {
        ...{ city, departureId, purpose },
        ...(leaves !== city && { leaves }),
        ...(exported && { exported }),
      }),
    );
  if (opened)
    return (
      <SideDrawer title={title} part="manifest" isWide onClose={onClose}>
        <ClearPassengers {...opened} beforeExport={async () => (await ask(true)) !== undefined} />
      </SideDrawer>
    );
  return (
    <FormDrawer
      title={title}
      confirm={say(extractTexts.openIt)}
      mutation={mutation}
      onConfirm={() => void ask().then(setOpened)}
      onClose={onClose}
    >
      <p>{say(extractTexts.manifestAsk)}</p>
      <ChoiceField
        label={say(extractTexts.purpose)}
        name="purpose"
        noHint="said-above"
        value={purpose}
        onChange={setPurpose}
        choices={manifestPurposes.map((value) => ({ value, label: say(manifestPurposeTexts[value]) }))}
      />
    </FormDrawer>
  );
};

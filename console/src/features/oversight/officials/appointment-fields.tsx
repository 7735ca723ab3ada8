import { officialRoles } from '@tongcheng/shared/access';
import { useOfficial } from '../../../client/official-context';
import { Checkboxes } from '../../../ui/checkboxes';
import { useSpeech } from '../../../ui/language';
import { officialRoleTexts } from '../access/access-texts';
import type { OfficialForm } from './official-form';
import { proposalTexts, roleHints } from './officials-texts';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly form: OfficialForm;
  readonly set: (change: Partial<OfficialForm>) => void;
  readonly words: ReturnType<typeof useAppointmentWords>;
}

/** Roles, each with what it may do, and places of the reader. */
export const AppointmentFields = ({ form: { roles, cities, provinces }, set, words }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const provincesOfReader = session.provinces ?? [];
  return (
    <>
      <Checkboxes
        label={say(proposalTexts.roles)}
        noHint="label-says-all"
        choices={officialRoles.map((role) => ({
          value: role,
          label: say(officialRoleTexts[role]),
          hint: say(roleHints[role]),
        }))}
        chosen={roles}
        onChange={(chosen) => set({ roles: chosen })}
      />
      {provincesOfReader.length > 0 && (
        <Checkboxes
          label={say(proposalTexts.provinces)}
          noHint="label-says-all"
          choices={provincesOfReader.map((code) => ({ value: code, label: words.province(code) }))}
          chosen={provinces}
          onChange={(chosen) => set({ provinces: chosen })}
        />
      )}
      <Checkboxes
        label={say(proposalTexts.cities)}
        noHint="label-says-all"
        choices={session.cities.map((code) => ({ value: code, label: words.city(code) }))}
        chosen={cities}
        onChange={(chosen) => set({ cities: chosen })}
      />
    </>
  );
};

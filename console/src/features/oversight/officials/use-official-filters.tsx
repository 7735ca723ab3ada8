import { officialRoles } from '@tongcheng/shared/access';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { ChoiceFilter } from '../../../kit/choice-filter';
import { useSpeech } from '../../../ui/language';
import { useAddressState } from '../../../ui/use-address-state';
import { officialRoleTexts } from '../access/access-texts';
import { officialsTexts } from './officials-texts';

const isRevoked = ({ revokedAt }: OfficialRow) => revokedAt !== undefined;

/** Narrowed by role and by whether they may sign in, kept in the address; who is revoked comes last. */
export const useOfficialFilters = (officials: readonly OfficialRow[]) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState('official-list', ['role', 'state']);
  const role = officialRoles.find((known) => known === read('role'));
  const state = read('state') ?? '';
  const found = officials.filter(
    (official) =>
      (role === undefined || official.roles.includes(role)) &&
      (state === '' || isRevoked(official) === (state === 'revoked')),
  );
  const shown = [...found.filter((official) => !isRevoked(official)), ...found.filter(isRevoked)];
  const all = say(officialsTexts.everything);
  const filters = (
    <>
      <ChoiceFilter
        label={say(officialsTexts.roles)}
        name="official-role"
        value={role ?? ''}
        choices={officialRoles.map((value) => ({ value, label: say(officialRoleTexts[value]) }))}
        all={all}
        onChange={(value) => write({ role: value })}
      />
      <ChoiceFilter
        label={say(officialsTexts.state)}
        name="official-state"
        value={state}
        choices={(['active', 'revoked'] as const).map((value) => ({
          value,
          label: say(value === 'active' ? officialsTexts.maySignIn : officialsTexts.areRevoked),
        }))}
        all={all}
        onChange={(value) => write({ state: value })}
      />
    </>
  );
  return { shown, filters };
};

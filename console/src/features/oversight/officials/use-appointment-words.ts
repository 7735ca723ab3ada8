import type { Appointment } from '@tongcheng/shared/oversight/official-change';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { useCities } from '../../../client/use-cities';
import { formatList } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { officialRoleTexts } from '../access/access-texts';
import { provinceName } from '../province-texts';
import { officialsTexts } from './officials-texts';

interface AppointmentWords {
  readonly roles: (roles: Appointment['roles']) => string;
  readonly places: (places: Pick<OfficialRow, 'cities' | 'provinces'>) => string;
  readonly city: (code: string) => string;
  readonly province: (code: string) => string;
}

/** Roles and places in words; a city by its code until its name is loaded. */
export const useAppointmentWords = (codes: readonly string[]): AppointmentWords => {
  const { say, language } = useSpeech();
  const cities = useCities([...new Set(codes)].sort());
  const city = (code: string) => {
    const name = cities.get(code)?.name;
    return name ? say(name) : code;
  };
  const province = (code: string) => say(officialsTexts.wholeProvince, { name: say(provinceName(code)) });
  return {
    city,
    province,
    roles: (roles) =>
      formatList(
        roles.map((role) => say(officialRoleTexts[role])),
        language,
      ),
    places: (places) => formatList([...(places.provinces ?? []).map(province), ...places.cities.map(city)], language),
  };
};

import { type OfficialRole, officialRoles } from '@tongcheng/shared/access';
import {
  loginPattern,
  type OfficialChange,
  type OfficialChangeKind,
} from '@tongcheng/shared/oversight/official-change';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { plainLine, plainText } from '@tongcheng/shared/typed-text';
import { draftsOf } from '../../../ui/drafts';

/** What is typed and ticked about an official. */
export interface OfficialForm {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly OfficialRole[];
  readonly cities: readonly string[];
  readonly provinces: readonly string[];
  readonly reason: string;
}

/** Proposals that were begun and not made. */
export const officialDrafts = draftsOf<OfficialForm>('official');

/** Of somebody known as they are; of somebody new the only city there is. */
export const officialFormOf = (
  official: OfficialRow | undefined,
  { cities }: Pick<OfficialSession, 'cities'>,
): OfficialForm => ({
  ...{ login: '', name: '', reason: '' },
  roles: official ? officialRoles.filter((role) => official.roles.includes(role)) : [],
  cities: official?.cities ?? (cities.length === 1 ? cities : []),
  provinces: official?.provinces ?? [],
});

/** A login as it is typed, in small letters. */
export const loginIn = (typed: string): string => plainLine(typed).toLowerCase();

/** Whether two lists name the same, in whatever order. */
const isSame = (one: readonly string[], other: readonly string[] = []): boolean =>
  [...one].sort().join(' ') === [...other].sort().join(' ');

/** The change that a form asks for; undefined while it is not whole, or while roles and places are as they were. */
export function changeOf(
  kind: OfficialChangeKind,
  official: OfficialRow | undefined,
  form: OfficialForm,
): OfficialChange | undefined {
  const { roles, cities, provinces } = form;
  const appointment = { roles: [...roles], cities: [...cities], provinces: [...provinces] };
  const isWhole = roles.length > 0 && cities.length + provinces.length > 0;
  if (kind === 'add') {
    const [login, name] = [loginIn(form.login), plainText(form.name)];
    return isWhole && loginPattern.test(login) && name !== '' ? { kind, login, name, appointment } : undefined;
  }
  if (official === undefined) return undefined;
  const { officialId } = official;
  if (kind !== 'change') return { kind, officialId };
  const isUnchanged =
    isSame(roles, official.roles) && isSame(cities, official.cities) && isSame(provinces, official.provinces);
  return isWhole && !isUnchanged ? { kind, officialId, appointment } : undefined;
}

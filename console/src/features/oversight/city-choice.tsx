import { provinceOf } from '@tongcheng/shared/scope';
import type { Cities } from '../../client/use-cities';
import { useSpeech } from '../../ui/language';
import { provinceName } from './province-texts';
import { oversightTexts } from './texts';

interface Props {
  readonly codes: readonly string[];
  readonly cities: Cities;
  readonly city: string;
  readonly onChoose: (city: string) => void;
}

/** Codes by province, in the order in which the provinces first come. */
export const byProvince = (codes: readonly string[]): readonly (readonly [string, readonly string[]])[] =>
  [...new Set(codes.map(provinceOf))].map(
    (province) => [province, codes.filter((code) => provinceOf(code) === province)] as const,
  );

/** The city that all figures are about: a name where the account has one city, a list where it has several, by province where it has several of these. */
export const CityChoice = ({ codes, cities, city, onChoose }: Props) => {
  const { say } = useSpeech();
  const nameOf = (code: string) => {
    const name = cities.get(code)?.name;
    return name ? say(name) : code;
  };
  const optionsOf = (some: readonly string[]) =>
    some.map((code) => (
      <option key={code} value={code}>
        {nameOf(code)}
      </option>
    ));
  if (codes.length < 2) return <span className="city">{nameOf(city)}</span>;
  const groups = byProvince(codes);
  return (
    <select
      className="city"
      aria-label={say(oversightTexts.city)}
      value={city}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {groups.length === 1
        ? optionsOf(codes)
        : groups.map(([province, some]) => (
            <optgroup key={province} label={say(provinceName(province))}>
              {optionsOf(some)}
            </optgroup>
          ))}
    </select>
  );
};

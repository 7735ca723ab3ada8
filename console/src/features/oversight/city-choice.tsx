import type { Client } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import { useQuery } from '../../client/use-query';
import { useSpeech } from '../../ui/language';
import { oversightTexts } from './texts';

const namesOf = (cities: readonly string[]) => async (client: Client) => {
  const answers = await Promise.all(cities.map((city) => client.call('venues.get-city', { city })));
  const named = answers.flatMap((answer) => (answer.ok ? [[answer.value.city, answer.value.name] as const] : []));
  return { ok: true, value: new Map<string, Text>(named) } as const;
};

interface Props {
  readonly cities: readonly string[];
  readonly city: string;
  readonly onChoose: (city: string) => void;
}

/** The city that all figures are about: a name where the account has one city, a list where it has several. */
export const CityChoice = ({ cities, city, onChoose }: Props) => {
  const { say } = useSpeech();
  const { value: names } = useQuery(namesOf(cities), cities.join());
  const nameOf = (code: string) => {
    const name = names?.get(code);
    return name ? say(name) : code;
  };
  if (cities.length < 2) return <span className="city">{nameOf(city)}</span>;
  return (
    <select
      className="city"
      aria-label={say(oversightTexts.city)}
      value={city}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {cities.map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </select>
  );
};

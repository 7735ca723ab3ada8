import type { Choice, Environment, Read } from './choice';

/** The adapters that a home offers for one part, by the word that chooses them; the first is the usual one. */
export type Choices<Needs, Made> = Readonly<Record<string, Choice<Needs, Made>>>;

/** The choice that `name` makes among those of a home. A word that is not offered is told with those that are. */
export function choose<Needs, Made>(
  name: string,
  choices: Choices<Needs, Made>,
  environment: Environment,
): Read<Needs, Made> {
  const offered = Object.keys(choices);
  const word = environment[name] ?? offered[0] ?? '';
  const chosen = offered.includes(word) ? choices[word] : undefined;
  if (chosen) return chosen.read(environment);
  return { ok: false, wrong: [{ name, problem: `one of: ${offered.join(', ')}` }] };
}

import type { Choice, Environment, Names, Read } from './choice';

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

/** Names that a part may read: those of every adapter offered; required only where there is no other choice. */
export function namesToChoose<Needs, Made>(name: string, choices: Choices<Needs, Made>): Names {
  const offered = Object.values(choices);
  const names = offered.flatMap((choice) => Object.entries(choice.names));
  const weighed = names.map(([each, how]) => [each, offered.length === 1 ? how : 'optional'] as const);
  return Object.fromEntries(offered.length > 1 ? [[name, 'optional' as const], ...weighed] : weighed);
}

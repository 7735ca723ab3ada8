import type { AdapterOptions, Environment, EnvironmentNames, ReadResult, SettingProblem } from './adapter-option';
import type { ServiceNeeds } from './outside-service';

/** A port with the adapters that one deployment target offers for it: what it may read, and what fills it. */
export interface ServiceModule<Needs, Made> {
  /** Every name that it may read, and whether it must be set whatever adapter is chosen. */
  readonly names: EnvironmentNames;
  readonly read: (environment: Environment) => ReadResult<Needs, Made>;
}

/** What is the same for a port whatever adapter fills it. */
interface PortRules<Needs, Made> {
  /** The name in the environment that chooses the adapter. */
  readonly chosenBy: string;
  /** Put around every adapter when it has opened: a breaker, a line in the log. */
  readonly wrap?: (made: Made, needs: Needs) => Made;
}

/**
 * Defines a port: a target gives the adapters that it offers and has the service module.
 *
 * @example
 * ```ts
 * // wiring/definitions/card-issuer.ts
 * export const cardIssuer = definePort<ServiceNeeds, CardIssuer>({
 *   chosenBy: 'TONGCHENG_CARD_ISSUER',
 *   wrap: ({ check }, needs) => ({ check: guarded(needs, 'card-issuer', check) }),
 * });
 * export const cardIssuerAtProviders = () => atProviders(httpCardIssuer);
 *
 * // wiring/targets/machine.ts
 * export const cardIssuer = () => ports.cardIssuer({ providers: cardIssuerAtProviders });
 *
 * // functions/cards.ts
 * export const container = containerWith({ cardIssuer });
 * ```
 */
export const definePort =
  <Needs, Made>({ chosenBy, wrap = (made) => made }: PortRules<Needs, Made>) =>
  (adapters: AdapterOptions<Needs, Made>): ServiceModule<Needs, Made> => ({
    names: namesToChoose(chosenBy, adapters),
    read: (environment) => {
      const read = readChosen(chosenBy, adapters, environment);
      return read.ok ? { ok: true, open: async (needs) => wrap(await read.open(needs), needs) } : read;
    },
  });

/** The adapter that `name` chooses. A word that is not offered is answered with those that are. */
function readChosen<Needs, Made>(
  name: string,
  adapters: AdapterOptions<Needs, Made>,
  environment: Environment,
): ReadResult<Needs, Made> {
  const offered = Object.keys(adapters);
  const word = environment[name] ?? offered[0] ?? '';
  const chosen = offered.includes(word) ? adapters[word] : undefined;
  if (chosen) return chosen().read(environment);
  return { ok: false, problems: [{ name, problem: `one of: ${offered.join(', ')}` }] };
}

/** Names that a port may read: those of every adapter offered; required only where there is no other. */
function namesToChoose<Needs, Made>(name: string, adapters: AdapterOptions<Needs, Made>): EnvironmentNames {
  const offered = Object.values(adapters);
  const names = offered.flatMap((adapter) => Object.entries(adapter().names));
  const weighed = names.map(([each, how]) => [each, offered.length === 1 ? how : 'optional'] as const);
  return Object.fromEntries(offered.length > 1 ? [[name, 'optional' as const], ...weighed] : weighed);
}

/** Service modules by the names under which use cases ask for what they make. */
export type ServiceModules<Made> = { readonly [K in keyof Made]: () => ServiceModule<ServiceNeeds, Made[K]> };

/** Several modules as one, opened one after another, with all that is wrong named at once. */
export function grouped<Made extends object>(modules: ServiceModules<Made>): ServiceModule<ServiceNeeds, Made> {
  const names = Object.values<() => ServiceModule<ServiceNeeds, unknown>>(modules).map((each) => each().names);
  return {
    names: Object.assign({}, ...names),
    read: (environment) => {
      const reads = readAll(modules, environment);
      const problems = Object.values<ReadResult<ServiceNeeds, unknown>>(reads).flatMap(
        (read): readonly SettingProblem[] => (read.ok ? [] : read.problems),
      );
      if (problems.length > 0) return { ok: false, problems };
      return { ok: true, open: (needs) => openAll(reads, needs) };
    },
  };
}

type Reads<Made> = { readonly [K in keyof Made]: ReadResult<ServiceNeeds, Made[K]> };

function readAll<Made extends object>(modules: ServiceModules<Made>, environment: Environment): Reads<Made> {
  const reads: { [K in keyof Made]?: ReadResult<ServiceNeeds, Made[K]> } = {};
  for (const name in modules) reads[name] = modules[name]().read(environment);
  if (isWhole<Reads<Made>>(reads, modules)) return reads;
  throw new Error('a service was not read');
}

async function openAll<Made extends object>(reads: Reads<Made>, needs: ServiceNeeds): Promise<Made> {
  const made: Partial<Made> = {};
  for (const name in reads) {
    const read = reads[name];
    if (read.ok) made[name] = await read.open(needs);
  }
  if (isWhole<Made>(made, reads)) return made;
  throw new Error('a service was not opened');
}

/** Every name is there, be its value undefined. */
const isWhole = <Whole extends object>(made: Partial<Whole>, names: object): made is Whole =>
  Object.keys(names).every((name) => name in made);

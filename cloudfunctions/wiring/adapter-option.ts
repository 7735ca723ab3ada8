import * as z from 'zod';

/** What an installation sets: names and texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A name that is missing or set wrong, with the schema's words for it; never its value. */
export interface SettingProblem {
  readonly name: string;
  readonly problem: string;
}

/** What was read: how the adapter opens, or what is wrong. */
export type ReadResult<Needs, Made> =
  | { readonly ok: true; readonly open: (needs: Needs) => Promise<Made> }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] };

/** Names in the environment, and whether each must be set. */
export type EnvironmentNames = Readonly<Record<string, 'required' | 'optional'>>;

/** An adapter that may fill a port: the names that it reads, and how it opens from them. */
export interface AdapterOption<Needs, Made> {
  /** Every name it reads, with whether it must be set. */
  readonly names: EnvironmentNames;
  readonly read: (environment: Environment) => ReadResult<Needs, Made>;
}

/** Adapters by the word that chooses them, the default first. Made only when asked for, so that a bundle drops those that it does not offer. */
export type AdapterOptions<Needs, Made> = Readonly<Record<string, () => AdapterOption<Needs, Made>>>;

/** Joins an adapter with the schema of its own settings. Names of other adapters are none of its business. */
export const adapterOption = <Schema extends z.ZodObject, Needs, Made>(
  settings: Schema,
  open: (settings: z.output<Schema>, needs: Needs) => Made | Promise<Made>,
): AdapterOption<Needs, Made> => ({
  names: environmentNamesOf(settings),
  read: (environment) => {
    const read = readSettings(settings, environment);
    return read.ok ? { ok: true, open: async (needs) => open(read.settings, needs) } : read;
  },
});

/** Names of a schema; one that may be absent is optional. */
export const environmentNamesOf = (settings: z.ZodObject): EnvironmentNames =>
  Object.fromEntries(
    Object.entries(settings.shape).map(([name, field]) => [name, mayBeAbsent(field) ? 'optional' : 'required']),
  );

const mayBeAbsent = (field: z.core.$ZodType): boolean => z.safeParse(field, undefined).success;

/** Parses the names of one schema. */
export function readSettings<Schema extends z.ZodObject>(
  settings: Schema,
  environment: Environment,
):
  | { readonly ok: true; readonly settings: z.output<Schema> }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] } {
  const parsed = settings.safeParse(environment);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), problem: message }));
  return { ok: false, problems };
}

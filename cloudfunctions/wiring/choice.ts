import * as z from 'zod';

/** What an installation sets: names and texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A name that is missing or set wrong, with the schema's words for it; never its value. */
export interface Wrong {
  readonly name: string;
  readonly problem: string;
}

/** What was read: how the part opens, or what is wrong. */
export type Read<Needs, Made> =
  | { readonly ok: true; readonly open: (needs: Needs) => Promise<Made> }
  | { readonly ok: false; readonly wrong: readonly Wrong[] };

/** Names in the environment, and whether each must be set. */
export type Names = Readonly<Record<string, 'required' | 'optional'>>;

/** One way to fill a part of the container: an adapter, the names it reads, and how it opens from them. */
export interface Choice<Needs, Made> {
  /** Every name it reads, with whether it must be set. */
  readonly names: Names;
  readonly read: (environment: Environment) => Read<Needs, Made>;
}

/** Joins an adapter with its own piece of the configuration. Names of other choices are none of its business. */
export const choice = <Schema extends z.ZodObject, Needs, Made>(
  settings: Schema,
  open: (settings: z.output<Schema>, needs: Needs) => Made | Promise<Made>,
): Choice<Needs, Made> => ({
  names: namesOf(settings),
  read: (environment) => {
    const read = readSettings(settings, environment);
    return read.ok ? { ok: true, open: async (needs) => open(read.settings, needs) } : read;
  },
});

/** Names of a schema; one that may be absent is optional. */
export const namesOf = (settings: z.ZodObject): Names =>
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
  | { readonly ok: false; readonly wrong: readonly Wrong[] } {
  const parsed = settings.safeParse(environment);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), problem: message }));
  return { ok: false, wrong };
}

import * as z from 'zod';

const inOlderForms = z.registry<{ readonly value: unknown }>();

/**
 * A field added to something that earlier releases have written already (docs/changing-a-record.md): what it is where they
 * wrote the rest. On the wire and in types it is a field like any other; {@link storedForm} fills it in.
 */
export function added<S extends z.ZodType>(schema: S, inOlder: z.output<S>): S {
  const own = schema.clone();
  inOlderForms.add(own, { value: inOlder });
  return own;
}

/** A value as it was read: `isCurrent` is false where fields were filled in that its writer did not know. */
export interface ReadForm<T> {
  readonly value: T;
  readonly isCurrent: boolean;
}

/** Reads what was kept by this release, an earlier or a later one; undefined is no form of it at all. */
export interface StoredForm<T> {
  read(kept: unknown): ReadForm<T> | undefined;
}

/**
 * The form in which values of a schema are sealed, signed or kept. Tolerant by rule, at every depth: a field declared by
 * {@link added} may be missing, and fields that only a later release knows are let go. Refinements of whole objects are for
 * the wire and not asked again.
 */
export function storedForm<S extends z.ZodType>(schema: S): StoredForm<z.output<S>> {
  const today = tolerant(schema, false);
  const older = tolerant(schema, true);
  return {
    read: (kept) => {
      const current = today.safeParse(kept);
      if (current.success) return { value: current.data, isCurrent: true };
      const filled = older.safeParse(kept);
      return filled.success ? { value: filled.data, isCurrent: false } : undefined;
    },
  };
}

function tolerant<S extends z.ZodType>(schema: S, fills: boolean): z.ZodType<z.output<S>>;
function tolerant(schema: z.ZodType, fills: boolean): z.ZodType {
  const older = inOlderForms.get(schema);
  const inside = tolerantInside(schema, fills);
  return older && fills ? inside.default(() => older.value) : inside;
}

/** Objects, however deep they lie; whatever holds none is taken as it is. */
function tolerantInside(schema: z.ZodType, fills: boolean): z.ZodType {
  const each = (inner: unknown): z.ZodType =>
    inner instanceof z.ZodType ? tolerant(inner, fills) : z.never('a schema of another kind');
  if (schema instanceof z.ZodObject)
    return z.object(Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, each(field)])));
  if (schema instanceof z.ZodUnion) return schema.clone({ ...schema.def, options: schema.options.map(each) });
  if (schema instanceof z.ZodArray) return z.array(each(schema.element));
  if (schema instanceof z.ZodExactOptional) return each(schema.unwrap()).exactOptional();
  if (schema instanceof z.ZodOptional) return each(schema.unwrap()).optional();
  if (schema instanceof z.ZodNullable) return each(schema.unwrap()).nullable();
  if (schema instanceof z.ZodReadonly) return each(schema.unwrap()).readonly();
  return schema;
}

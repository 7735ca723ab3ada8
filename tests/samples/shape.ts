const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field of some values with its kind, as `path: kind`; elements of lists are `*`. */
export function shapeOf(values: readonly unknown[], path = ''): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (inner: readonly unknown[], at: string) => {
    for (const each of shapeOf(inner, at)) found.add(each);
  };
  for (const value of values) {
    found.add(`${path}: ${kindOf(value)}`);
    if (Array.isArray(value)) add(value, `${path}.*`);
    if (isObject(value)) for (const [name, inner] of Object.entries(value)) add([inner], `${path}.${name}`);
  }
  return found;
}

/** Fields that each of today's values has and one of the older ones lacks, at every depth. */
export function missingIn(older: readonly unknown[], today: readonly unknown[], path = ''): readonly string[] {
  const [was, is] = [older.filter(isObject), today.filter(isObject)];
  const lists = missingInLists(older, today, path);
  if (was.length === 0 || is.length === 0) return lists;
  const always = Object.keys(is[0] ?? {}).filter((name) => is.every((value) => name in value));
  const here = always.filter((name) => was.some((value) => !(name in value))).map((name) => `${path}.${name}`);
  const names = new Set(was.flatMap(Object.keys));
  const below = [...names].flatMap((name) =>
    missingIn(
      was.flatMap((value) => (name in value ? [value[name]] : [])),
      is.flatMap((value) => (name in value ? [value[name]] : [])),
      `${path}.${name}`,
    ),
  );
  return [...lists, ...here, ...below];
}

function missingInLists(older: readonly unknown[], today: readonly unknown[], path: string): readonly string[] {
  const [was, is] = [older, today].map((values) => values.flatMap((value) => (Array.isArray(value) ? value : [])));
  return was?.length && is?.length ? missingIn(was, is, `${path}.*`) : [];
}

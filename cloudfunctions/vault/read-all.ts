/** What is kept under some ids; a single one, the usual case, by the cheaper get. */
export async function readAll<T>(
  ids: readonly string[],
  one: (id: string) => Promise<T | undefined>,
  many: () => Promise<{ readonly items: readonly T[] }>,
): Promise<readonly T[]> {
  const [first] = ids;
  if (first === undefined) return [];
  if (ids.length > 1) return (await many()).items;
  const found = await one(first);
  return found === undefined ? [] : [found];
}

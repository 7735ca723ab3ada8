import type { Text } from '@tongcheng/shared/text';

/** One thing that is said, with its name; of a list each entry is a line of its own. */
export interface ComparedLine {
  /** The same on both sides for what is the same thing. */
  readonly key: string;
  readonly name: Text;
  readonly value: string;
}

/** How a line came to be as it is. */
export type LineMark = 'same' | 'changed' | 'added' | 'removed';

/** A line of what holds now beside what would hold. */
interface Comparison {
  readonly key: string;
  readonly name: Text;
  readonly before?: string;
  readonly after?: string;
  readonly mark: LineMark;
}

const markOf = (before: string | undefined, after: string | undefined): LineMark => {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return before === after ? 'same' : 'changed';
};

/** Both sides line by line, in the order of what would hold; what is taken away stands where it stood. */
export function compareLines(before: readonly ComparedLine[], after: readonly ComparedLine[]): readonly Comparison[] {
  const keys = after.map(({ key }) => key);
  for (const [at, { key }] of before.entries()) if (!keys.includes(key)) keys.splice(placeOf(at, before, keys), 0, key);
  return keys.flatMap((key) => {
    const [was, is] = [before, after].map((side) => side.find((line) => line.key === key));
    const known = is ?? was;
    if (!known) return [];
    const sides = { ...(was && { before: was.value }), ...(is && { after: is.value }) };
    return [{ key, name: known.name, ...sides, mark: markOf(was?.value, is?.value) }];
  });
}

/** Behind the line that stood before it. */
const placeOf = (at: number, before: readonly ComparedLine[], keys: readonly string[]): number => {
  const previous = before[at - 1];
  return previous === undefined ? 0 : keys.indexOf(previous.key) + 1;
};

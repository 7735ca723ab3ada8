import { createHash } from 'node:crypto';

/** A piece of SQL, its values numbered from the first it was given. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
  /** Prepared under this name once a session. */
  readonly name?: string;
}

const names = new Map<string, string>();
const mostNames = 5_000;

/** A statement that is asked again and again: prepared once a session, under a name that follows from its text. */
export const prepared = (text: string, values: readonly string[]): Statement => ({ name: nameOf(text), text, values });

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  if (names.size >= mostNames) names.clear();
  names.set(text, name);
  return name;
}

/** Collects values while SQL is written: gives each its place. */
export interface Values {
  readonly list: string[];
  readonly place: (value: string) => string;
}

/** No values yet. */
export const noValues = (): Values => {
  const list: string[] = [];
  return { list, place: (value) => `$${list.push(value)}` };
};

/** A statement as the driver takes it, answered in rows of texts. */
export const asConfig = ({ text, values, name }: Statement) => ({
  text,
  values: [...values],
  rowMode: 'array' as const,
  ...(name !== undefined && { name }),
});

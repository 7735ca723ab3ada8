/**
 * Fields that were added since earlier releases wrote a document or record, by their path, with what they are there:
 * `{ capabilities: [] }`, `{ 'city.capabilities': [] }`, `{ 'members.*.relation': 'other' }` (docs/changing-a-record.md).
 */
export type AddedFields = Readonly<Record<string, unknown>>;

/** A kept value with the fields that its writer did not know. What is there stays, and a path that leads nowhere adds nothing. */
export function fillAdded<T>(kept: T, added: AddedFields | undefined): T;
export function fillAdded(kept: unknown, added: AddedFields = {}): unknown {
  return Object.entries(added).reduce((value, [path, field]) => filledAt(value, path.split('.'), field), kept);
}

function filledAt(value: unknown, [step = '', ...rest]: readonly string[], field: unknown): unknown {
  if (Array.isArray(value)) return step === '*' ? value.map((each) => filledAt(each, rest, field)) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (rest.length === 0) return step in value ? value : { ...value, [step]: field };
  return step in value ? { ...value, [step]: filledAt(Reflect.get(value, step), rest, field) } : value;
}

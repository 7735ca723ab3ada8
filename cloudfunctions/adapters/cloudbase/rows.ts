/** The `_id` of a row that the cloud gave; undefined when there is no row. */
export const idIn = (row: unknown): string | undefined =>
  typeof row === 'object' && row !== null && '_id' in row ? String(row._id) : undefined;

/** The last writers that a row names. */
export const writersIn = (row: unknown): readonly unknown[] =>
  typeof row === 'object' && row !== null && 'w' in row && Array.isArray(row.w) ? row.w : [];

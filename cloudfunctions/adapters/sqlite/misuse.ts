import { StoreMisused } from '../../ports/document-store';

/** Throws: our own code asked for what the port does not offer. */
export const misused = (why: string): never => {
  throw new StoreMisused(why);
};

/** The field itself when it may stand in a condition, an order or an index: a plain word. */
export const plainField = (field: string): string =>
  /^(_id|[A-Za-z][A-Za-z0-9_]*)$/.test(field) ? field : misused(`not a field that can be asked for: ${field}`);

const segment = /^[a-z0-9_-][a-z0-9._-]*$/;

/** Whether a text is a key: segments of `[a-z0-9._-]` that do not begin with a dot, joined by `/`. Nothing leads out of the folder. */
export const isObjectKey = (text: string): boolean =>
  text.length > 0 && text.length <= 300 && text.split('/').every((part) => segment.test(part));

/** The key itself; throws for what is none, before any path is made of it. */
export const checkedKey = (key: string): string => {
  if (!isObjectKey(key)) throw new RangeError('an object key is made of [a-z0-9._-] and /, without leading dots');
  return key;
};

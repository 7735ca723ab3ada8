import { type Context, createContext, runInContext } from 'node:vm';

/**
 * What the oldest declared phones lack (iOS 10.0 and the engines of its time), by object. A build that uses any of it without
 * bringing its own stops here as it would there.
 */
const missing: Readonly<Record<string, readonly string[]>> = {
  globalThis: [
    ...['Intl', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry', 'AggregateError'],
    ...['SharedArrayBuffer', 'Atomics', 'Iterator', 'WebAssembly'],
  ],
  Object: ['values', 'entries', 'fromEntries', 'getOwnPropertyDescriptors', 'hasOwn', 'groupBy'],
  'Array.prototype': [
    ...['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'values'],
  ],
  'Uint8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  'String.prototype': ['trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed', 'toWellFormed'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  'Promise.prototype': ['finally'],
  Symbol: ['asyncIterator', 'matchAll'],
  'Symbol.prototype': ['description'],
};

/** Clocks and code from text, as phones have them: `Date` follows the given time, text never becomes code. */
const asOnPhones = `(function (now, whole) {
  var here = this;
  var Real = Date;
  here.Date = class Date extends Real {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
    static now() { return now(); }
  };
  var NoText = function Function(text) {
    if (text === 'return this') return function () { return whole; };
    throw new EvalError('text never becomes code on a phone');
  };
  NoText.prototype = Function.prototype;
  Object.defineProperty(Function.prototype, 'constructor', { value: NoText });
  here.Function = NoText;
})`;

/** A realm of its own with an old phone's JavaScript: no browser, no Node, nothing newer than what {@link missing} leaves. */
export function oldRealm(names: Readonly<Record<string, unknown>>, now: () => number): Context {
  const context = createContext({ ...names }, { codeGeneration: { strings: false, wasm: false } });
  const settle: (now: () => number, whole: object) => void = runInContext(asOnPhones, context);
  settle(now, {});
  for (const [owner, keys] of Object.entries(missing))
    for (const key of keys) runInContext(`delete ${owner}[${JSON.stringify(key)}]`, context);
  runInContext('delete globalThis.globalThis', context);
  return context;
}

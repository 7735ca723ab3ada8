/*
 * The object that core-js takes for the global one in mini-programs. Alipay forbids `globalThis` and code from text, old iPhones know
 * neither, and Taro's stand-in for `window` holds no built-in objects; but every phone knows these names (decision 115).
 */
module.exports = {
  Array: Array,
  ArrayBuffer: ArrayBuffer,
  DataView: DataView,
  Date: Date,
  Error: Error,
  Float64Array: Float64Array,
  Function: Function,
  Int8Array: Int8Array,
  JSON: JSON,
  Map: typeof Map === 'function' ? Map : undefined,
  Math: Math,
  Number: Number,
  Object: Object,
  Promise: typeof Promise === 'function' ? Promise : undefined,
  RangeError: RangeError,
  Reflect: typeof Reflect === 'object' ? Reflect : undefined,
  RegExp: RegExp,
  Set: typeof Set === 'function' ? Set : undefined,
  String: String,
  Symbol: typeof Symbol === 'function' ? Symbol : undefined,
  SyntaxError: SyntaxError,
  TypeError: TypeError,
  Uint8Array: Uint8Array,
  WeakMap: typeof WeakMap === 'function' ? WeakMap : undefined,
  WeakSet: typeof WeakSet === 'function' ? WeakSet : undefined,
  clearInterval: clearInterval,
  clearTimeout: clearTimeout,
  // biome-ignore lint/suspicious/noGlobalIsFinite: it is the global one that is named here
  isFinite: isFinite,
  parseFloat: parseFloat,
  parseInt: parseInt,
  setInterval: setInterval,
  setTimeout: setTimeout,
};

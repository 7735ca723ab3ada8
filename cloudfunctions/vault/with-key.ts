/** Uses a key and wipes it afterwards, so that it is in memory no longer than needed, as far as the language allows. */
export function withKey<T>(key: Uint8Array, use: (key: Uint8Array) => T): T {
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}

/** Wraps data keys under a master key that never leaves the service (safety rule 3). */
export interface KeyService {
  /** Wraps a 32-byte key. `context` is bound to it: unwrapping needs the same. */
  wrap(key: Uint8Array, context: string): Promise<string>;
  /** Throws when the wrapped key was changed, is of another master key, or the context differs. */
  unwrap(wrapped: string, context: string): Promise<Uint8Array>;
  /** A 32-byte key derived for one purpose (blind index, tokens, ride codes); the same for the same purpose. */
  derive(purpose: string): Promise<Uint8Array>;
}

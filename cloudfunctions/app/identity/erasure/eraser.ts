import type { PersonErasure } from '../../../ports/retention';

/** Erases what collections declare to belong to somebody. The retention room, which stands higher and knows them all, brings it. */
export interface Eraser {
  /** The records of a person that are erased at once, or those that are erased with their key. */
  person(personId: string, when: Extract<PersonErasure, 'at-once' | 'with-key'>): Promise<void>;
  /** The records of an account that was deleted. */
  account(accountId: string): Promise<void>;
}

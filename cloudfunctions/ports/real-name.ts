import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/**
 * What the registers say. `not-covered`: this service knows nothing of such documents or phones; a person at a desk
 * decides. `too-often`: the register takes no more questions about this person today.
 */
export type RealNameAnswer = 'match' | 'mismatch' | 'unknown-document' | 'not-covered' | 'too-often';

/**
 * The real-name check of the state's registers and the phone operators', three facts together: name and number of a stranger
 * are known to many, and alone they must lead to nothing. Throws ServiceUnavailable.
 */
export interface RealName {
  check(person: {
    readonly name: string;
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
    /**
     * Compared where the operators know the person's own; a child's is a guardian's. Absent only where staff hold the document in
     * their hand (W-20): then name and number are enough.
     */
    readonly phone?: string;
  }): Promise<RealNameAnswer>;
}

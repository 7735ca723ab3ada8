import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/**
 * The real-name check of the state's registers and the phone operators', three facts together: name and number of a stranger
 * are known to many, and alone they must lead to nothing. Throws ProviderAway.
 */
export interface RealName {
  check(person: {
    readonly name: string;
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
    /** Compared where the operators know the person's own; a child's is a guardian's. */
    readonly phone: string;
  }): Promise<'match' | 'mismatch' | 'unknown-document'>;
}

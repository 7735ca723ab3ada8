import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/** The real-name check of the state's registers. Throws ProviderAway. */
export interface RealName {
  check(person: {
    readonly name: string;
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
  }): Promise<'match' | 'mismatch' | 'unknown-document'>;
}

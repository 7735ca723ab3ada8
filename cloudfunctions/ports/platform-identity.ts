import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/** Who somebody is as a platform certified it and the person let it hand over (W-02). */
export interface PlatformPerson {
  /** The platform's own id of the account that consented. */
  readonly subject: string;
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly phone: string;
}

/**
 * What a platform answers: the person; `code-refused` (unknown, used or expired); `consent-refused` (the person did not let it, or
 * took it back); `identity-missing` (the account is not certified, or lacks the document or the phone).
 */
export type PlatformAnswer = PlatformPerson | 'code-refused' | 'consent-refused' | 'identity-missing';

/** Brings over an identity by the code of the person's consent in their own app. Throws ServiceUnavailable. */
export interface PlatformIdentity {
  bring(code: string): Promise<PlatformAnswer>;
}

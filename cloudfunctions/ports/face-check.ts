import type { Instant } from '@tongcheng/shared/time';

/** A check that was begun: the page on which the phone's camera looks at the person. */
interface FaceCheckBegun {
  /** Known to the service only; asked with for the outcome. */
  readonly checkId: string;
  readonly url: string;
  /** After it the page and the outcome are gone. */
  readonly endsAt: Instant;
}

/**
 * Looks whether a living person before a camera is the one of a document (P-03, P-07, P-08). The engine is outside: no picture
 * ever comes to us. Throws ServiceUnavailable.
 */
export interface FaceCheck {
  /** Begins a check. `returnUrl` is where the page leads afterwards. */
  begin(person: {
    readonly name: string;
    readonly documentNumber: string;
    readonly returnUrl: string;
  }): Promise<FaceCheckBegun>;
  /**
   * What came of it. `passed` only when a living person was seen, the face was that of the register, and the check was
   * begun for this very document; `pending` until the person has finished.
   */
  outcome(check: {
    readonly checkId: string;
    readonly documentNumber: string;
  }): Promise<'passed' | 'failed' | 'pending'>;
}

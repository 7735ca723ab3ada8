import type { Instant } from '../../time';

/** What a reason's words may speak of besides the code. Everything comes from the record, so a repeat says the same. */
export interface ReasonFacts {
  /** When the verdict was given. */
  readonly at: Instant;
  readonly source?: string;
  readonly issuedAt?: Instant;
  readonly expiresAt?: Instant;
  /** W-07: the channel in which a status exists though it is missing here. */
  readonly statusElsewhere?: 'wechat' | 'alipay';
}

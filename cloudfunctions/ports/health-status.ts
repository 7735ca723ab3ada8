import type { Channel } from '@tongcheng/shared/caller';
import type { HealthStatus, HealthTest } from '@tongcheng/shared/eligibility';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';

/** What the health-code platform says of a person (in the interface style of GB/T 38963). */
export interface HealthRecord {
  readonly status: HealthStatus | null;
  /** W-07: it is missing in this channel but exists in another. */
  readonly elsewhere?: 'wechat' | 'alipay';
  readonly test: HealthTest | null;
}

/** Who the holder of a health code is, as its platform has them. */
interface HealthCodeHolder {
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly phone: string;
}

/** Hands over who the holder of a health code is, once they agreed on a page of the platform (W-02). Throws ServiceUnavailable. */
interface HealthCodeHandover {
  /** Asks for a consent; `returnUrl` is where its page leads afterwards. */
  begin(returnUrl: string): Promise<{
    /** Known to the platform only; asked with for the outcome. */
    readonly consentId: string;
    readonly pages: HealthCodePages;
  }>;
  /** The holder; `pending` until somebody has decided; `refused` (or over, or unknown); `incomplete`: no document, or no phone of their own. */
  outcome(consentId: string): Promise<HealthCodeHolder | 'pending' | 'refused' | 'incomplete'>;
}

/** Asks the health-code platform. Throws ServiceUnavailable. */
export interface HealthStatusSource {
  of(person: {
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
    readonly channel: Channel;
  }): Promise<HealthRecord>;
  /** Absent where the platform hands over no identity. */
  readonly handover?: HealthCodeHandover;
}

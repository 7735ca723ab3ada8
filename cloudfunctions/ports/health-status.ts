import type { Channel } from '@tongcheng/shared/caller';
import type { HealthStatus, HealthTest } from '@tongcheng/shared/eligibility';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/** What the health-code platform says of a person (in the interface style of GB/T 38963). */
export interface HealthRecord {
  readonly status: HealthStatus | null;
  /** W-07: it is missing in this channel but exists in another. */
  readonly elsewhere?: 'wechat' | 'alipay';
  readonly test: HealthTest | null;
}

/** Asks the health-code platform. Throws ServiceUnavailable. */
export interface HealthStatusSource {
  of(person: {
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
    readonly channel: Channel;
  }): Promise<HealthRecord>;
}

import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { StatusColour } from '@tongcheng/shared/status-colours';

/** What the state's registers and the health-code platform know of a person. */
export interface RegisteredPerson {
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  /** The person's own phone; absent where it is somebody else's, such as a guardian's. */
  readonly phone?: string;
  /** `null`: no status in this channel. */
  readonly colour: StatusColour | null;
  readonly elsewhere?: 'wechat' | 'alipay';
  /** Civil days since the last test, `null` without one. */
  readonly testDaysAgo: number | null;
  readonly testResult: 'negative' | 'positive';
}

/** The registers behind the local services. The simulated city fills them with demonstration people. */
export interface PeopleRegister {
  /** By document number in its stored form. */
  find(documentNumber: string): RegisteredPerson | undefined;
  /** The card company's word on a card number. */
  card(kind: string, number: string): 'known' | 'unknown' | 'blocked';
}

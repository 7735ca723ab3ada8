import type { Transport } from '@tongcheng/shared/client';
import type { RandomBytes } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import type { RiderApp } from '../people/person';
import type { LedgerWriter } from '../simulation/ledger';

/** What every rider's phone has around it. */
export interface RiderNeeds {
  /** The transport of one person's phone. */
  readonly transportOf: (personIndex: number) => Transport;
  readonly signInCode: (subject: string, app: RiderApp) => Promise<string>;
  /** The code of a consent in the platform's own dialog: to the identity in Alipay, to the phone number in WeChat. */
  readonly consentCode?: (subject: string, app: RiderApp) => Promise<string>;
  readonly posters: Posters;
  readonly city: string;
  /** The consent text that holds, as the app reads it from the city. */
  readonly consentVersion: () => Promise<string | undefined>;
  /** The true time; phones add their own error. */
  readonly now: () => Instant;
  readonly random: RandomBytes;
  readonly ledger: LedgerWriter;
  /** Riders take members of the family into their accounts. */
  readonly hasFamilies: boolean;
}

/** The posted codes that riders see in the streets; the host reads them from the store. */
export interface Posters {
  /** The link inside the posted QR code of a venue, or undefined when the venue has none. */
  codeOf(venueId: string): string | undefined;
  /** Links of codes that were revoked and still hang somewhere; without any, riders scan only valid and forged ones. */
  revokedCodes?(): readonly string[];
}

import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A session that can be renewed. The refresh secret is kept as a digest; the one before it, to notice a stolen one. */
export interface SessionRecord {
  readonly _id: string;
  readonly kind: 'rider' | 'staff' | 'official';
  /** Account, staff or official. */
  readonly subject: string;
  readonly digest: string;
  readonly digestBefore?: string;
  readonly renewedAt: Instant;
  readonly expiresAt: Instant;
  readonly ended: boolean;
}

/** All sessions. */
export const sessions = collection<SessionRecord>()({ name: 'sessions', indexes: [['subject']] });

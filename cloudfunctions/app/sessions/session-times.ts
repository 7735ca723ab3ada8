import { idTime } from '@tongcheng/shared/ids';
import { dayMs, type Instant, wholeDayOf } from '@tongcheng/shared/time';
import type { SessionNeeds, SessionRecord } from './session-record';

/** When a session was opened, renewed last, and ends. */
export interface SessionTimes {
  readonly openedAt: Instant;
  readonly renewedAt: Instant;
  readonly expiresAt: Instant;
}

type Sealing = Pick<SessionNeeds, 'vault'>;

/** The moments sealed, and what may stand beside the subject in the clear: the days (decision 156). */
export const keepTimes = ({ vault }: Sealing, sessionId: string, { openedAt, renewedAt, expiresAt }: SessionTimes) => ({
  renewedAt: wholeDayOf(renewedAt),
  expiresAt: wholeDayOf(expiresAt + dayMs),
  sealedTimes: vault.sealHere(sealId(sessionId), `${openedAt}.${renewedAt}.${expiresAt}`),
});

/** The moments of a session; of an earlier release as it wrote them, in the clear. */
export function timesOf({ vault }: Sealing, { _id, renewedAt, expiresAt, sealedTimes }: SessionRecord): SessionTimes {
  if (sealedTimes === '') return { openedAt: idTime(_id), renewedAt, expiresAt };
  const [opened, renewed, expires] = vault.openHere(sealId(_id), sealedTimes).split('.').map(Number);
  if (opened === undefined || renewed === undefined || expires === undefined)
    throw new Error('a session without times');
  return { openedAt: opened, renewedAt: renewed, expiresAt: expires };
}

const sealId = (sessionId: string) => `session.${sessionId}`;

import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import type { OpenSession, SessionNeeds } from '../sessions/sessions';
import { accessMs } from '../sessions/sessions';
import type { Tokens } from '../sessions/tokens';
import type { OfficialRecord } from './official-record';

/** What an official’s session takes. */
export interface OfficialSessionNeeds extends SessionNeeds {
  readonly tokens: Tokens;
}

/** The session as the console gets it. */
export function officialSession(
  needs: OfficialSessionNeeds,
  session: OpenSession,
  record: OfficialRecord,
): OfficialSession {
  const issuedAt = needs.clock.now();
  const accessExpiresAt = issuedAt + accessMs;
  const roles = [...record.roles];
  const cities = [...record.cities];
  const accessToken = needs.tokens.issue({
    kind: 'official',
    session: session.sessionId,
    issuedAt,
    expiresAt: accessExpiresAt,
    official: record.officialId,
    roles,
    cities,
  });
  const { refreshToken, refreshExpiresAt } = session;
  return {
    accessToken,
    accessExpiresAt,
    refreshToken,
    refreshExpiresAt,
    officialId: record.officialId,
    login: record._id,
    roles,
    cities,
  };
}

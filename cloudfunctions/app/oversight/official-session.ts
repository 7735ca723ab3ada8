import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { provinceOf } from '@tongcheng/shared/scope';
import type { DocumentStore } from '../../ports/document-store';
import type { SessionNeeds } from '../sessions/session-record';
import type { OpenSession } from '../sessions/sessions';
import { accessMs } from '../sessions/sessions';
import type { Tokens } from '../sessions/tokens';
import { cities } from '../venues/records';
import type { OfficialRecord } from './official-record';

/** What an official’s session takes. */
export interface OfficialSessionNeeds extends SessionNeeds {
  readonly store: DocumentStore;
  readonly tokens: Tokens;
}

/** The session as the console gets it: with every city of the account's provinces, as they are now. */
export async function officialSession(
  needs: OfficialSessionNeeds,
  session: OpenSession,
  record: OfficialRecord,
): Promise<OfficialSession> {
  const issuedAt = needs.clock.now();
  const accessExpiresAt = issuedAt + accessMs;
  const roles = [...record.roles];
  const provinces = [...(record.provinces ?? [])];
  const accessToken = needs.tokens.issue({
    kind: 'official',
    session: session.sessionId,
    issuedAt,
    expiresAt: accessExpiresAt,
    official: record.officialId,
    roles,
    cities: [...record.cities],
    ...(provinces.length > 0 && { provinces }),
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
    cities: await citiesOf(needs, record.cities, provinces),
    ...(provinces.length > 0 && { provinces }),
  };
}

async function citiesOf(
  { store }: { readonly store: DocumentStore },
  own: readonly string[],
  provinces: readonly string[],
): Promise<string[]> {
  if (provinces.length === 0) return [...own];
  const { items } = await store.find(cities, { where: {}, limit: 1_000 });
  const within = items.map(({ _id }) => _id).filter((city) => provinces.includes(provinceOf(city)));
  return [...new Set([...own, ...within])];
}

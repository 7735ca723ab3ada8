import { createHash } from 'node:crypto';
import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Stored } from '../../ports/document-store';
import { revoke } from './revocations';
import type { SessionRecord } from './session-record';
import { sessions } from './session-record';

/** An access token lives ten minutes; its bearer renews it by the refresh token. */
export const accessMs = 10 * minuteMs;
const refreshMs: Readonly<Record<SessionRecord['kind'], number>> = {
  rider: 60 * dayMs,
  staff: 12 * hourMs,
  official: 8 * hourMs,
};
/** Two tabs may renew with the same token at the same time; later than this it is a stolen one. */
const togetherMs = 30_000;

export interface SessionNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
}

/** A session with the refresh token that renews it next; the token is shown once and kept as a digest only. */
export interface OpenSession {
  readonly sessionId: string;
  readonly subject: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Instant;
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const newSecret = ({ chance }: SessionNeeds) => Buffer.from(chance.bytes(32)).toString('base64url');

/** Opens a session of a subject. */
export async function openSession(
  needs: SessionNeeds,
  kind: SessionRecord['kind'],
  subject: string,
): Promise<OpenSession> {
  const now = needs.clock.now();
  const sessionId = newId(now, needs.chance.bytes);
  const secret = newSecret(needs);
  const expiresAt = now + refreshMs[kind];
  await needs.store.insert(sessions, {
    _id: sessionId,
    kind,
    subject,
    digest: digestOf(secret),
    renewedAt: now,
    expiresAt,
    ended: false,
  });
  return { sessionId, subject, refreshToken: `${sessionId}.${secret}`, refreshExpiresAt: expiresAt };
}

/** Renews by a refresh token, which is good once. An old one that comes back later ends the session: somebody has a copy. */
export async function renewSession(
  needs: SessionNeeds,
  kind: SessionRecord['kind'],
  refreshToken: string,
): Promise<OpenSession | 'ended'> {
  const [sessionId = '', given = ''] = refreshToken.split('.');
  const held = await needs.store.get(sessions, sessionId);
  const now = needs.clock.now();
  if (!held || held.kind !== kind || held.ended || held.expiresAt <= now) return 'ended';
  const digest = digestOf(given);
  const isSecondTab = digest === held.digestBefore && now - held.renewedAt < togetherMs;
  if (digest !== held.digest && !isSecondTab) return endStolen(needs, held, digest);
  return (await rotate(needs, held)) ?? renewSession(needs, kind, refreshToken);
}

/** The same session with a new refresh token, for an answer that carries a new access token. */
export async function reissueSession(needs: SessionNeeds, sessionId: string): Promise<OpenSession> {
  const held = await needs.store.get(sessions, sessionId);
  if (!held) throw new Error('a caller without a session');
  return (await rotate(needs, held)) ?? reissueSession(needs, sessionId);
}

async function rotate(needs: SessionNeeds, held: Stored<SessionRecord>): Promise<OpenSession | undefined> {
  const secret = newSecret(needs);
  const { _v, ...record } = held;
  const next = { ...record, digest: digestOf(secret), digestBefore: held.digest, renewedAt: needs.clock.now() };
  if ((await needs.store.update(sessions, next, _v)) !== 'updated') return undefined;
  const refreshToken = `${held._id}.${secret}`;
  return { sessionId: held._id, subject: held.subject, refreshToken, refreshExpiresAt: held.expiresAt };
}

async function endStolen(needs: SessionNeeds, held: SessionRecord, digest: string): Promise<'ended'> {
  if (digest === held.digestBefore) await endSession(needs, held._id);
  return 'ended';
}

/** Ends a session: it cannot be renewed, and its access token stops within seconds. */
export async function endSession(needs: SessionNeeds, sessionId: string): Promise<void> {
  const held = await needs.store.get(sessions, sessionId);
  if (!held || held.ended) return;
  const { _v, ...record } = held;
  if ((await needs.store.update(sessions, { ...record, ended: true }, _v)) === 'conflict')
    return endSession(needs, sessionId);
  await revoke(needs, { about: sessionId, effect: 'ended' });
}

/** Ends every session of a subject. */
export async function endSessionsOf(needs: SessionNeeds, subject: string): Promise<void> {
  for await (const batch of needs.store.stream(sessions, { where: { subject } }))
    for (const { _id } of batch) await endSession(needs, _id);
}

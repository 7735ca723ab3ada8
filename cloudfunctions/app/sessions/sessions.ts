import { createHash } from 'node:crypto';
import { newDayId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Stored } from '../../ports/document-store';
import { revoke } from './revocations';
import type { SessionNeeds, SessionRecord } from './session-record';
import { sessions } from './session-record';
import { keepTimes, type SessionTimes, timesOf } from './session-times';

/** An access token lives ten minutes; its bearer renews it by the refresh token. */
export const accessMs = 10 * minuteMs;
/** A shift: a session of staff ends with it, however often it was renewed. */
export const staffSessionMs = 12 * hourMs;
const refreshMs: Readonly<Record<SessionRecord['kind'], number>> = {
  rider: 60 * dayMs,
  staff: staffSessionMs,
  official: 8 * hourMs,
};
/** Two tabs may renew with the same token at the same time; later than this it is a stolen one. */
const togetherMs = 30_000;

/** A session with the refresh token that renews it next; the token is shown once and kept as a digest only. */
export interface OpenSession {
  readonly sessionId: string;
  readonly subject: string;
  readonly openedAt: Instant;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Instant;
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const newSecret = ({ chance }: SessionNeeds) => Buffer.from(chance.bytes(32)).toString('base64url');
/** At most so many refresh tokens are good at once. */
const maxTogether = 8;

/** Opens a session of a subject. Its refresh token is `session.family.turn`. */
export async function openSession(
  needs: SessionNeeds,
  kind: SessionRecord['kind'],
  subject: string,
): Promise<OpenSession> {
  const now = needs.clock.now();
  const [family, turn] = [newSecret(needs), newSecret(needs)];
  const sessionId = newDayId(now, needs.chance.bytes);
  const times = { openedAt: now, renewedAt: now, expiresAt: now + refreshMs[kind] };
  const session: SessionRecord = {
    _id: sessionId,
    kind,
    subject,
    family,
    turns: [digestOf(turn)],
    turnsBefore: [],
    ...keepTimes(needs, sessionId, times),
    ended: false,
  };
  await needs.store.insert(sessions, session);
  return opened(session, turn, times);
}

/**
 * Renews by a refresh token, which is good once. Any earlier token of the same family that comes back ends the session:
 * somebody has a copy. Only tabs that renew together, within half a minute, are told apart from that.
 */
export async function renewSession(
  needs: SessionNeeds,
  kind: SessionRecord['kind'],
  refreshToken: string,
): Promise<OpenSession | 'ended'> {
  const [sessionId = '', family = '', turn = ''] = refreshToken.split('.');
  const held = await needs.store.get(sessions, sessionId);
  const now = needs.clock.now();
  if (!held || held.kind !== kind || held.ended) return 'ended';
  const times = timesOf(needs, held);
  if (times.expiresAt <= now) return 'ended';
  if (digestOf(family) !== digestOf(held.family)) return 'ended';
  const given = digestOf(turn);
  const together = held.turnsBefore.includes(given) && now - times.renewedAt < togetherMs;
  if (!together && !held.turns.includes(given)) return endStolen(needs, sessionId);
  return (await turned(needs, held, together)) ?? renewSession(needs, kind, refreshToken);
}

/**
 * The same session with one more refresh token, for an answer that carries a new access token. The one before stays good,
 * so that an answer that is lost on the way signs nobody out.
 */
export async function reissueSession(needs: SessionNeeds, sessionId: string): Promise<OpenSession> {
  const held = await needs.store.get(sessions, sessionId);
  if (!held) throw new Error('a caller without a session');
  return (await turned(needs, held, true)) ?? reissueSession(needs, sessionId);
}

/** A new turn of the session: beside those that are good, or in the place of all of them. */
async function turned(
  needs: SessionNeeds,
  { _v, ...held }: Stored<SessionRecord>,
  beside: boolean,
): Promise<OpenSession | undefined> {
  const turn = newSecret(needs);
  const times = timesOf(needs, held);
  const renewed = { ...times, renewedAt: needs.clock.now() };
  const next: SessionRecord = beside
    ? { ...held, turns: [...held.turns, digestOf(turn)].slice(-maxTogether) }
    : { ...held, turns: [digestOf(turn)], turnsBefore: held.turns, ...keepTimes(needs, held._id, renewed) };
  return (await needs.store.update(sessions, next, _v)) === 'updated' ? opened(next, turn, times) : undefined;
}

const opened = (
  { _id, subject, family }: SessionRecord,
  turn: string,
  { openedAt, expiresAt }: SessionTimes,
): OpenSession => ({
  sessionId: _id,
  subject,
  openedAt,
  refreshToken: `${_id}.${family}.${turn}`,
  refreshExpiresAt: expiresAt,
});

async function endStolen(needs: SessionNeeds, sessionId: string): Promise<'ended'> {
  await endSession(needs, sessionId);
  return 'ended';
}

/** Ends a session: its access token stops within seconds, and it cannot be renewed. Safe to repeat after an interruption. */
export async function endSession(needs: SessionNeeds, sessionId: string): Promise<void> {
  const held = await needs.store.get(sessions, sessionId);
  if (!held || held.ended) return;
  await revoke(needs, { about: sessionId, effect: 'ended' });
  const { _v, ...record } = held;
  if ((await needs.store.update(sessions, { ...record, ended: true }, _v)) === 'conflict')
    await endSession(needs, sessionId);
}

/** Ends every session of a subject. */
export async function endSessionsOf(needs: SessionNeeds, subject: string): Promise<void> {
  for await (const batch of needs.store.stream(sessions, { where: { subject } }))
    for (const { _id } of batch) await endSession(needs, _id);
}

/** What reading sessions takes. */
export type OpenSessionsNeeds = Pick<SessionNeeds, 'store' | 'clock' | 'vault'>;

/** A session that can still be renewed, and its times. */
interface OpenSessionOf extends SessionTimes {
  readonly sessionId: string;
  readonly subject: string;
}

/** The sessions of some subjects (at most 100) that can still be renewed. */
export async function openSessionsOf(
  needs: OpenSessionsNeeds,
  subjects: readonly string[],
): Promise<readonly OpenSessionOf[]> {
  const open: OpenSessionOf[] = [];
  const now = needs.clock.now();
  if (subjects.length === 0) return open;
  for await (const batch of needs.store.stream(sessions, { where: { subject: { in: subjects } } }))
    for (const session of batch.filter(({ ended }) => !ended)) {
      const times = timesOf(needs, session);
      if (times.expiresAt > now) open.push({ sessionId: session._id, subject: session.subject, ...times });
    }
  return open;
}

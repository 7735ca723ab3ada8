import { newId } from '@tongcheng/shared/ids';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import type { Act } from '../journeys/journey';
import type { KeptScan } from '../state';
import { noteRefusal, type Phone } from './phone';
import { distrustSession, openSession } from './session';
import { signed } from './sign';
import { forgedFrom } from './wrong-codes';

/** A scan before it is sent. */
export type Scan = KeptScan['scan'];

/** What came of a scan: a decision, kept for later, or nothing was recorded. */
export type ScanOutcome = Decision | 'kept' | 'not-recorded';

const retryAfterMs = 60_000;

/** Reads the code that the act names; undefined where nothing hangs. */
export const readCode = (phone: Phone, act: Act): Scan | undefined => {
  const code = codeOf(phone, act);
  if (code === undefined) return undefined;
  const { clockOffsetMs = 0 } = phone.memory;
  const scannedAt = act.at + phone.person.habits.phoneClockOffMs + clockOffsetMs;
  return signed(phone, {
    scanId: newId(scannedAt, phone.needs.random),
    code,
    scannedAt,
    ...(clockOffsetMs !== 0 && { clockOffsetMs }),
    ...(act.party !== undefined && { party: act.party }),
  });
};

/** Sends a scan as the app does: mends the clock or the session once, and keeps the scan when the server asks for later. */
export const sendScan = async (phone: Phone, scan: Scan, triesLeft = 2): Promise<ScanOutcome> => {
  if (!(await openSession(phone))) return keep(phone, scan);
  const answer = await phone.client.call('rides.record', { ...scan, sentAt: Math.max(phone.clock(), scan.scannedAt) });
  if (answer.ok) {
    phone.needs.book.acknowledged(phone.person.index, answer.value);
    return answer.value.verdict.decision;
  }
  const { code, retry } = answer.failure;
  if (code === 'clock-wrong' && triesLeft > 0)
    return sendScan(phone, restamped(phone, scan, answer.serverAt), triesLeft - 1);
  if ((code === 'session-stale' || code === 'not-signed-in') && triesLeft > 0) {
    distrustSession(phone);
    return sendScan(phone, scan, triesLeft - 1);
  }
  noteRefusal(phone, 'rides.record', code);
  return retry === 'later' ? keep(phone, scan) : 'not-recorded';
};

/** The same scan by the server's clock; a new id, because the time is part of it. The correction is learnt for good. */
export const restamped = (phone: Phone, scan: Scan, serverAt: number | undefined): Scan => {
  if (serverAt === undefined) return scan;
  const before = phone.memory.clockOffsetMs ?? 0;
  const clockOffsetMs = Math.round(before + serverAt - phone.clock());
  const scannedAt = Math.round(scan.scannedAt - (scan.clockOffsetMs ?? 0) + clockOffsetMs);
  phone.memory.clockOffsetMs = clockOffsetMs;
  return signed(phone, { ...scan, scanId: newId(scannedAt, phone.needs.random), scannedAt, clockOffsetMs });
};

/** Keeps a scan on the phone; not delivered before `deliverAt`. */
export const keep = (phone: Phone, scan: Scan, deliverAt = phone.needs.now() + retryAfterMs): 'kept' => {
  phone.memory.kept.push({ scan, deliverAt });
  return 'kept';
};

function codeOf({ needs: { posters } }: Phone, act: Act): string | undefined {
  const posted = posters.codeOf(act.venueId);
  if (act.code === 'posted' || posted === undefined) return posted;
  if (act.code === 'forged') return forgedFrom(posted);
  const revoked = posters.revokedCodes?.() ?? [];
  return revoked[act.at % Math.max(1, revoked.length)] ?? forgedFrom(posted);
}

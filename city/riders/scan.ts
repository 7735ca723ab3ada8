import { hmacSha256 } from '@tongcheng/shared/hmac-sha-256';
import { newId } from '@tongcheng/shared/ids';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import { signedScanText } from '@tongcheng/shared/rides/signed-scan';
import type { PlannedScan } from '../journeys/planned-journey';
import type { KeptScan } from '../state';
import type { RiderPhone } from './phone';
import { recordRefusedCall } from './phone';
import { ensureSession, expireSession } from './session';

/** A scan before it is sent. */
export type Scan = KeptScan['scan'];

/** What came of a scan: a decision, kept for later, or nothing was recorded. */
type SentScanResult = Decision | 'kept' | 'not-recorded';

/** The same, and under which id it went: a correction of the clock gives another. */
export interface SentScan {
  readonly came: SentScanResult;
  readonly scanId: string;
}

const retryAfterMs = 60_000;

/** Reads the code that the act names; undefined where nothing hangs. */
export const readCode = (phone: RiderPhone, act: PlannedScan): Scan | undefined => {
  const code = codeOf(phone, act);
  if (code === undefined) return undefined;
  const { clockOffsetMs = 0 } = phone.memory;
  const scannedAt = act.at + phone.person.habits.phoneClockOffMs + clockOffsetMs;
  return signSimulatedScan(phone, {
    scanId: newId(scannedAt, phone.needs.random),
    code,
    scannedAt,
    ...(clockOffsetMs !== 0 && { clockOffsetMs }),
    ...(act.party !== undefined && { party: act.party }),
  });
};

/** Sends a scan as the app does: mends the clock or the session once, and keeps the scan when the server asks for later. */
export const sendScan = async (phone: RiderPhone, scan: Scan, attemptsLeft = 2): Promise<SentScan> => {
  const { scanId } = scan;
  if (!(await ensureSession(phone))) return { came: keepForLater(phone, scan), scanId };
  const answer = await phone.client.call('rides.record-scan', {
    ...scan,
    sentAt: Math.max(phone.clock(), scan.scannedAt),
  });
  if (answer.ok) {
    phone.needs.ledger.acknowledged(phone.person.index, answer.value, scan.memberId !== undefined);
    return { came: answer.value.verdict.decision, scanId };
  }
  const { code, retry } = answer.failure;
  if (code === 'clock-wrong' && attemptsLeft > 0)
    return sendScan(phone, withServerTime(phone, scan, answer.serverAt), attemptsLeft - 1);
  if ((code === 'session-stale' || code === 'not-signed-in') && attemptsLeft > 0) {
    expireSession(phone);
    return sendScan(phone, scan, attemptsLeft - 1);
  }
  recordRefusedCall(phone, 'rides.record-scan', code);
  return { came: retry === 'later' ? keepForLater(phone, scan) : 'not-recorded', scanId };
};

/** The same scan by the server's clock; a new id, because the time is part of it. The correction is learnt for good. */
export const withServerTime = (phone: RiderPhone, scan: Scan, serverAt: number | undefined): Scan => {
  if (serverAt === undefined) return scan;
  const before = phone.memory.clockOffsetMs ?? 0;
  const clockOffsetMs = Math.round(before + serverAt - phone.clock());
  const scannedAt = Math.round(scan.scannedAt - (scan.clockOffsetMs ?? 0) + clockOffsetMs);
  phone.memory.clockOffsetMs = clockOffsetMs;
  return signSimulatedScan(phone, { ...scan, scanId: newId(scannedAt, phone.needs.random), scannedAt, clockOffsetMs });
};

/** Keeps a scan on the phone; not delivered before `deliverAt`. */
export const keepForLater = (phone: RiderPhone, scan: Scan, deliverAt = phone.needs.now() + retryAfterMs): 'kept' => {
  phone.memory.kept.push({ scan, deliverAt });
  return 'kept';
};

function codeOf({ needs: { posters } }: RiderPhone, act: PlannedScan): string | undefined {
  const posted = posters.codeOf(act.venueId);
  if (act.code === 'posted' || posted === undefined) return posted;
  if (act.code === 'forged') return forgedFrom(posted);
  const revoked = posters.revokedCodes?.() ?? [];
  return revoked[act.at % Math.max(1, revoked.length)] ?? forgedFrom(posted);
}

/** A scan with the signature of its phone, as the app makes it; without a key, which comes with a session, it stays as it is. */
export const signSimulatedScan = ({ memory: { signing } }: RiderPhone, scan: KeptScan['scan']): KeptScan['scan'] => {
  if (!signing) return scan;
  const mac = Buffer.from(hmacSha256(Buffer.from(signing.key, 'hex'), signedScanText(scan))).toString('hex');
  return { ...scan, signature: { keyId: signing.keyId, mac } };
};

/** A code that looks like a posted one and was signed by nobody: the last character is another. */
const forgedFrom = (link: string): string => {
  const last = link.slice(-1);
  return `${link.slice(0, -1)}${last === '7' ? '8' : '7'}`;
};

import { hmacSha256, utf8 } from '../hmac-sha-256';
import { type Instant, minuteMs } from '../time';

/** A live code is shown this long, then another. */
const liveCodeMs = 10_000;

/** For so long after its registration a verdict is live. */
export const verdictLivesMs = minuteMs;

/**
 * The live code of a verdict at an instant of the server's clock: six digits under the key of that one scan. The rider's
 * phone shows it and staff's device knows it; a picture or a film shows those of its own minute.
 */
export const liveCode = (liveKey: string, at: Instant): string => {
  const step = Math.floor(at / liveCodeMs);
  const [a = 0, b = 0, c = 0, d = 0] = hmacSha256(utf8(liveKey), `live.${step}`);
  const number = (((a & 127) * 256 + b) * 256 + c) * 256 + d;
  return `00000${number % 1_000_000}`.slice(-6);
};

/** Whether a code was shown for a verdict at some time of its minute, and whether that is now: typing takes a moment. */
export const liveCodeState = (
  { liveKey, recordedAt }: { readonly liveKey: string; readonly recordedAt: Instant },
  code: string,
  now: Instant,
): 'live' | 'expired' | 'other' => {
  const isAlive = now - recordedAt < verdictLivesMs;
  for (const ago of [0, 1, 2]) if (isAlive && liveCode(liveKey, now - ago * liveCodeMs) === code) return 'live';
  for (let at = recordedAt; at < recordedAt + verdictLivesMs + liveCodeMs && at <= now; at += liveCodeMs)
    if (liveCode(liveKey, at) === code) return 'expired';
  return 'other';
};

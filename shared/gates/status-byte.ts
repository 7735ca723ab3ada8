import type { Eligibility, HealthTest } from '../eligibility';
import { hourMs, type Instant } from '../time';

/** Hours that a byte tells apart; an older test than `oldestTestHours` is written as none, so that no hour is met twice. */
const hoursTold = 192;
/** Of a negative test at most so old the hour is kept: more than any rule allows, and a day less than would be taken for a new one. */
export const oldestTestHours = 168;
/** A test may seem to be so many hours ahead where the clock of a gate is slow. */
const aheadHours = 2;

/** What is known of a card where its byte is not the hour of a negative test under a green status. */
export const statusClasses = {
  'green-untested': 192,
  'green-positive': 193,
  yellow: 194,
  red: 195,
  /** Linked, and no status is known: none exists, it is over, or its source is away. */
  unknown: 196,
  /** Lost, stolen, or ended by its issuer. */
  blocked: 197,
  /** Two linked cards share their sixty bits: which of them is tapped only staff can say. */
  ambiguous: 198,
  /** Nobody's identity stands behind the card. */
  unidentified: 199,
} as const;
export type StatusClass = keyof typeof statusClasses;

/** In a delta: the card is linked no longer. */
export const removedStatus = 255;

/** What a status byte says of a card. */
export type CardStatus =
  | {
      readonly state: 'tested' /** The hour in which the test was taken, [from, before). */;
      readonly from: Instant;
      readonly before: Instant;
    }
  | { readonly state: StatusClass }
  /** A byte that this release does not know: for staff to decide. */
  | { readonly state: 'unreadable' };

/**
 * The byte of a card from what is known of its holder at an instant. Its hour is counted from 1970 and told modulo 192, so that midnight and
 * every other passing hour change no byte: how old the test may be is the rule of the place, asked at the tap.
 * @example
 * statusByte({ identity: true, status: green, test: { result: 'negative', takenAt } }, now); // 0 to 191
 */
export function statusByte({ identity, status, test }: Eligibility, now: Instant): number {
  if (!identity) return statusClasses.unidentified;
  if (status === null || status === 'unavailable') return statusClasses.unknown;
  if (now < status.issuedAt || now >= status.expiresAt) return statusClasses.unknown;
  if (status.colour !== 'green') return statusClasses[status.colour];
  return test === null || test === 'unavailable' ? statusClasses['green-untested'] : testedByte(test, now);
}

function testedByte({ result, takenAt }: HealthTest, now: Instant): number {
  if (result === 'positive') return statusClasses['green-positive'];
  const isKept = takenAt <= now && takenAt >= now - oldestTestHours * hourMs;
  return isKept ? Math.floor(takenAt / hourMs) % hoursTold : statusClasses['green-untested'];
}

/** What a byte says at an instant. */
export function cardStatus(byte: number, now: Instant): CardStatus {
  if (byte < hoursTold) return tested(byte, now);
  for (const [state, known] of Object.entries(statusClasses)) if (known === byte && isClass(state)) return { state };
  return { state: 'unreadable' };
}

const isClass = (state: string): state is StatusClass => state in statusClasses;

/** The last hour that the byte may mean: not more than two hours ahead. */
function tested(byte: number, now: Instant): CardStatus {
  const latest = Math.floor(now / hourMs) + aheadHours;
  const hour = latest - ((((latest - byte) % hoursTold) + hoursTold) % hoursTold);
  return { state: 'tested', from: hour * hourMs, before: (hour + 1) * hourMs };
}

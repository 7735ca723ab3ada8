import { oldestTestHours, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { hourMs, type Instant } from '@tongcheng/shared/time';

/** Hours that a byte of an end tells apart. */
const hoursTold = 250;
/** A status that is said to hold for longer is unknown after so many hours unless its source says it again. */
const longestHours = 240;
/** The byte of a card whose status has no end: none is known, or it is over. */
export const noEnd = 251;

/** The byte of the hour in which a status is over: that of its end, and never more than ten days ahead. */
export function endByte(expiresAt: Instant, now: Instant): number {
  const latest = Math.floor(now / hourMs) + longestHours;
  return Math.min(Math.ceil(expiresAt / hourMs), latest) % hoursTold;
}

/** Whether an end lies in the hours (from, to]; ends are looked at in every hour, so that none is older than `from`. */
export const endedBetween = (byte: number, fromHour: number, toHour: number): boolean =>
  byte < hoursTold && (toHour - fromHour >= hoursTold || within(byte, fromHour + 1, toHour - fromHour, hoursTold));

/** Bytes of hours of tests go round in this many hours. */
const testHoursTold = 192;

/** Whether a test that a byte tells of grew too old to be told in the hours (from, to]. */
export const testAgedBetween = (byte: number, fromHour: number, toHour: number): boolean =>
  byte < testHoursTold &&
  (toHour - fromHour >= testHoursTold || within(byte, fromHour - oldestTestHours, toHour - fromHour, testHoursTold));

/** Whether a byte is one of `count` hours from one on, in bytes that go round. */
const within = (byte: number, firstHour: number, count: number, round: number): boolean =>
  (((byte - firstHour) % round) + round) % round < count;

/** What a status becomes when it is over, and what a test that is too old to be told. */
export const [overByte, untestedByte] = [statusClasses.unknown, statusClasses['green-untested']];

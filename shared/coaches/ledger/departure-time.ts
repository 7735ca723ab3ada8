import { dayMs, type Instant, minuteMs, shanghaiOffsetMinutes } from '../../time';
import { foldWidth } from '../../typed-text';
import type { LedgerCell } from './cell';

const dateText = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?=\D|$)/;
const packedDate = /^(\d{4})(\d{2})(\d{2})(?=\D|$)/;
const timeText = /^(\d{1,2})\s*[:时点]\s*(\d{1,2})?(?:\s*[:分]\s*(\d{1,2})?)?\s*[分秒]?$/;

/** Days of a spreadsheet that can be dates of a ledger: 2000 to 2099. */
const isLikelyDate = (wallMs: number): boolean => wallMs >= Date.UTC(2000, 0, 1) && wallMs < Date.UTC(2100, 0, 1);

/**
 * When a coach departed, from a column with date and time, or from one with the date and one with the time; in whatever form spreadsheets keep them:
 * dates, plain numbers, or texts. Undefined where they say no moment. Clocks on the wall are those of Shanghai.
 */
export function departureTime(on: LedgerCell | undefined, at: LedgerCell | undefined): Instant | undefined {
  const whole = at && wallMoment(at);
  if (whole?.hasTime) return instantOf(whole.wallMs);
  const day = on && wallMoment(on);
  const time = at && timeOfDay(at);
  if (day === undefined || time === undefined) return undefined;
  return instantOf(Math.floor(day.wallMs / dayMs) * dayMs + time);
}

const instantOf = (wallMs: number): Instant => wallMs - shanghaiOffsetMinutes * minuteMs;

/** A date, with its time where it has one. A number that a spreadsheet shows as a date, or `20220602`. */
function wallMoment(cell: LedgerCell): { readonly wallMs: number; readonly hasTime: boolean } | undefined {
  if (cell.is === 'text') return momentOfText(foldWidth(cell.text));
  if (cell.is === 'number' && Number.isInteger(cell.value) && cell.value > 19_000_000)
    return momentOfText(String(cell.value));
  if (cell.is === 'unreadable' || !isLikelyDate(cell.wallMs)) return undefined;
  return { wallMs: cell.wallMs, hasTime: cell.wallMs % dayMs !== 0 };
}

function momentOfText(text: string): { readonly wallMs: number; readonly hasTime: boolean } | undefined {
  const plain = text.trim();
  const found = dateText.exec(plain) ?? packedDate.exec(plain);
  if (!found) return undefined;
  const [written, year, month, day] = found;
  const wallMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A thirtieth of February would become a day of March.
  if (new Date(wallMs).getUTCDate() !== Number(day) || !isLikelyDate(wallMs)) return undefined;
  const rest = plain.slice(written.length).replace(/^[\sT]+/, '');
  const time = rest === '' ? undefined : timeOfText(rest);
  if (rest !== '' && time === undefined) return undefined;
  return { wallMs: wallMs + (time ?? 0), hasTime: time !== undefined };
}

function timeOfDay(cell: LedgerCell): number | undefined {
  if (cell.is === 'text') return timeOfText(foldWidth(cell.text).trim());
  if (cell.is === 'moment') return cell.timeOfDayMs;
  if (cell.is !== 'number' || cell.value < 0 || cell.value >= 1) return undefined;
  return Math.round(cell.value * (dayMs / 1_000)) * 1_000;
}

function timeOfText(text: string): number | undefined {
  const [found, hour, minute = '0', second = '0'] = timeText.exec(text) ?? [];
  if (found === undefined) return undefined;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1_000 : undefined;
}

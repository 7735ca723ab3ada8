import { dayOf, formatInstant, hourOf } from '@tongcheng/shared/time';

const start = Date.UTC(2026, 0, 1);
const quarterMs = 900_000;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

/** The wall of Shanghai counted by hand from the first of January: no calendar of the machine is asked. */
function wallAt(quarters: number): { readonly day: string; readonly hour: number; readonly minute: number } {
  const minutes = quarters * 15 + 480;
  let [month, day] = [0, Math.floor(minutes / 1_440)];
  while (month < 12 && day >= (lengths[month] ?? 0)) {
    day -= lengths[month] ?? 0;
    month += 1;
  }
  const [year, ofYear] = month < 12 ? [2026, month] : [2027, 0];
  return {
    day: `${year}-${two(ofYear + 1)}-${two(day + 1)}`,
    hour: Math.floor((minutes % 1_440) / 60),
    minute: minutes % 60,
  };
}

const quarters = 365 * 96;
let wrong = 0;
for (let each = 0; each < quarters; each += 1) {
  const at = start + each * quarterMs;
  const { day, hour, minute } = wallAt(each);
  const [, month = '', ofMonth = ''] = day.split('-');
  const isRight =
    formatInstant(at + 7_000) === `${day} ${two(hour)}:${two(minute)}:07` &&
    formatInstant(at, 'M月D日 HH:mm') === `${Number(month)}月${Number(ofMonth)}日 ${two(hour)}:${two(minute)}` &&
    dayOf(at) === day &&
    hourOf(at) === hour;
  if (!isRight) wrong += 1;
}
process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, seen: quarters, wrong }));

import { type Day, minuteMs } from '@tongcheng/shared/time';

/** Minutes of one slot of the plan. */
export const slotMinutes = 10;
/** Slots of a day. */
export const slotsOfDay = (24 * 60) / slotMinutes;
/** A slot in ms. */
export const slotMs = slotMinutes * minuteMs;

/** Parts of a day's journeys that begin in each hour, 0 to 23: two peaks on a working day, one broad hill at the weekend. */
const workingDay = [
  0.3, 0.15, 0.1, 0.1, 0.2, 0.9, 3.4, 10.2, 11.6, 6, 4.2, 4.4, 4.6, 4.4, 4.4, 4.6, 6.2, 10.2, 10.4, 6, 4, 3, 1.5, 0.6,
];
const weekend = [
  0.6, 0.3, 0.2, 0.1, 0.2, 0.6, 1.8, 3.6, 5.4, 6.8, 7.4, 7.6, 7, 6.8, 7.2, 7.4, 7.4, 7.6, 7, 5.8, 4.6, 3.6, 2, 1,
];

/** Whether most people work on a day. Holidays are not known here. */
export const isWorkingDay = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** How many of `journeys` begin in a slot; over the whole day exactly all of them. */
export const journeysInSlot = (day: Day, slot: number, journeys: number): number =>
  Math.round(journeys * shareBefore(day, slot + 1)) - Math.round(journeys * shareBefore(day, slot));

function shareBefore(day: Day, slot: number): number {
  const curve = isWorkingDay(day) ? workingDay : weekend;
  const whole = curve.reduce((sum, part) => sum + part, 0);
  const hours = (slot * slotMinutes) / 60;
  const full = curve.slice(0, Math.floor(hours)).reduce((sum, part) => sum + part, 0);
  return (full + (curve[Math.floor(hours)] ?? 0) * (hours % 1)) / whole;
}

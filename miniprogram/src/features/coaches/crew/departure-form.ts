import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { type Day, dayStart, hourMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import { plainDigits, plainText } from '@tongcheng/shared/typed-text';
import { isPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import type { HeldDeparture } from './crew-book';

/** A departure as its crew type it (L-02). */
export interface DepartureForm {
  readonly plate: string;
  readonly aboard: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly attendantName: string;
  readonly attendantPhone: string;
  readonly serviceNumber: string;
  readonly service: 'line' | 'charter';
  /** `HH:mm` of today, of the next day where that is past by more than half a day. */
  readonly time: string;
  readonly origin: string;
  readonly destination: string;
}

/** The fields that are typed, in their order. */
export const formFields = [
  'plate',
  'time',
  'destination',
  'origin',
  'serviceNumber',
  'aboard',
  'driverName',
  'driverPhone',
  'attendantName',
  'attendantPhone',
] as const;
export type FormField = (typeof formFields)[number];

/** What may stay empty. */
const mayBeEmpty: readonly FormField[] = ['attendantName', 'attendantPhone'];

/** Nothing typed yet. */
const emptyForm: DepartureForm = {
  ...{ plate: '', aboard: '', driverName: '', driverPhone: '', attendantName: '', attendantPhone: '' },
  ...{ serviceNumber: '', service: 'line', time: '', origin: '', destination: '' },
};

/** A form prefilled from the last departure, all but the time: "the same again, now the 14:20". */
export function formAfter(last: HeldDeparture | undefined): DepartureForm {
  if (!last) return emptyForm;
  const { crew, aboard, serviceNumber, service, origin, destination } = last.opened;
  const { plate, driver, attendant } = crew;
  return {
    ...{ plate, aboard: String(aboard), driverName: driver.name, driverPhone: driver.phone },
    ...{ attendantName: attendant?.name ?? '', attendantPhone: attendant?.phone ?? '' },
    ...{ serviceNumber, service: service, time: '', origin: origin.name, destination: destination.name },
  };
}

/** Whether what stands in a field can be sent. */
export function isFilledIn(form: DepartureForm, field: FormField): boolean {
  const value = plainText(form[field]);
  if (value === '') return mayBeEmpty.includes(field) && (field !== 'attendantPhone' || form.attendantName === '');
  switch (field) {
    case 'plate':
      return isPlate(plainPlate(value));
    case 'aboard':
      return /^\d{1,3}$/.test(plainDigits(value)) && Number(plainDigits(value)) <= 200;
    case 'time':
      return minutesIn(value) !== undefined;
    case 'driverName':
    case 'attendantName':
      return checkName(value).valid;
    case 'driverPhone':
    case 'attendantPhone':
      return checkPhone(value) !== undefined;
    default:
      return value.length <= 60;
  }
}

/** `9:05`, `09:05`, `0905` as minutes of the day. */
function minutesIn(typed: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/.exec(typed.replace('：', ':')) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** The moment that a time of day means: today, or tomorrow where today's is past by more than half a day. */
export function instantOfTime(time: string, today: Day, now: Instant): Instant {
  const at = dayStart(today) + (minutesIn(plainText(time)) ?? 0) * minuteMs;
  return now - at > 12 * hourMs ? at + 24 * hourMs : at;
}

/** The place that was typed, with its city where it is one of the lists. */
export function statedPlace(typed: string, { places }: OutputOf<typeof listPlaces>, own: string | undefined) {
  const name = plainText(typed);
  const found = places.find((place) => place.name.zh === name || place.name.en === name);
  const city = found?.city ?? own;
  return {
    name,
    ...(city !== undefined && { city }),
    ...(found?.stationId !== undefined && { stationId: found.stationId }),
  };
}

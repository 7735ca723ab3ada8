import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { Day } from '@tongcheng/shared/time';
import { plainDigits, plainText } from '@tongcheng/shared/typed-text';
import { isPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { crewNow, type HeldDeparture } from './crew-book';
import { minutesIn } from './departure-times';

/** A departure as its crew type it (L-02). */
export interface DepartureForm {
  readonly plate: string;
  readonly aboard: string;
  readonly driverName: string;
  readonly driverPhone: string;
  /** Name and phone of whoever registers are asked only where it is not the driver. */
  readonly registrar: 'driver' | 'other';
  readonly registrantName: string;
  readonly registrantPhone: string;
  readonly attendant: 'none' | 'aboard';
  readonly attendantName: string;
  readonly attendantPhone: string;
  readonly attendantKind: DocumentKind;
  readonly attendantNumber: string;
  readonly serviceNumber: string;
  readonly service: 'line' | 'charter';
  /** L-06: of this province, or from outside it. */
  readonly coachFrom: 'here' | 'elsewhere';
  /** `HH:mm` of today, of the next day where that is past by more than half a day. */
  readonly time: string;
  readonly origin: string;
  readonly destination: string;
  /** Between them, in their order. */
  readonly stops: readonly string[];
}

const coachFields = ['plate', 'time', 'origin', 'destination', 'serviceNumber', 'aboard'] as const;
const driverFields = ['driverName', 'driverPhone'] as const;
const registrantFields = ['registrantName', 'registrantPhone'] as const;
const attendantFields = ['attendantName', 'attendantPhone', 'attendantNumber'] as const;

/** A field that is typed. */
export type FormField =
  | (typeof coachFields)[number]
  | (typeof driverFields)[number]
  | (typeof registrantFields)[number]
  | (typeof attendantFields)[number];

/** The fields that a form asks for, by its parts, in their order. */
export const partsOf = ({ registrar, attendant }: DepartureForm) => ({
  coach: coachFields,
  driver: driverFields,
  registrant: registrar === 'other' ? registrantFields : [],
  attendant: attendant === 'aboard' ? attendantFields : [],
});

/** All fields that a form asks for. */
export const fieldsAsked = (form: DepartureForm): readonly FormField[] => Object.values(partsOf(form)).flat();

/** Nothing typed yet. */
const emptyForm: DepartureForm = {
  ...{ plate: '', aboard: '', driverName: '', driverPhone: '', registrar: 'driver' },
  ...{ registrantName: '', registrantPhone: '', attendant: 'none', attendantName: '', attendantPhone: '' },
  ...{ attendantKind: 'resident-id', attendantNumber: '', serviceNumber: '', service: 'line', time: '' },
  ...{ origin: '', destination: '', stops: [], coachFrom: 'here' },
};

/** A form prefilled from the last departure, all but the time: "the same again, now the 14:20". */
export function formAfter(last: HeldDeparture | undefined): DepartureForm {
  if (!last) return emptyForm;
  const { aboard, serviceNumber, service, origin, destination, stops, outside } = last.opened;
  const { plate, driver, registrant, attendant } = crewNow(last);
  return {
    ...{ plate, aboard: String(aboard), driverName: driver.name, driverPhone: driver.phone },
    ...{ registrar: registrant ? 'other' : 'driver', attendant: attendant ? 'aboard' : 'none' },
    ...{ registrantName: registrant?.name ?? '', registrantPhone: registrant?.phone ?? '' },
    ...{ attendantName: attendant?.name ?? '', attendantPhone: attendant?.phone ?? '' },
    ...{ attendantKind: attendant?.documentKind ?? 'resident-id', attendantNumber: attendant?.documentNumber ?? '' },
    ...{ serviceNumber, service, time: '', origin: origin.name, destination: destination.name },
    stops: stops.map(({ name }) => name),
    coachFrom: outside ? 'elsewhere' : 'here',
  };
}

/** Whether what stands in a field can be sent. */
export function isFilledIn(form: DepartureForm, field: FormField, today: Day): boolean {
  const value = plainText(form[field]);
  if (value === '') return false;
  switch (field) {
    case 'plate':
      return isPlate(plainPlate(value));
    case 'aboard':
      return /^\d{1,3}$/.test(plainDigits(value)) && Number(plainDigits(value)) <= 200;
    case 'time':
      return minutesIn(value) !== undefined;
    case 'driverName':
    case 'registrantName':
    case 'attendantName':
      return checkName(value).valid;
    case 'driverPhone':
    case 'registrantPhone':
    case 'attendantPhone':
      return checkPhone(value) !== undefined;
    case 'attendantNumber':
      return checkDocument(form.attendantKind, value, today).valid;
    case 'serviceNumber':
      return value.length <= 30;
    case 'origin':
    case 'destination':
      return value.length <= 60;
  }
}

/** Whether a departure can be made of it. */
export const isWholeForm = (form: DepartureForm, today: Day): boolean =>
  fieldsAsked(form).every((field) => isFilledIn(form, field, today));

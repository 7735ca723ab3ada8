import * as z from 'zod';
import { staff } from '../access';
import { endpoint } from '../endpoint';
import { Nothing } from '../wire';
import { coachServices } from './events';
import { Place } from './wire';

/** A line that an operator ran lately, as its crew stated it, or one of its list. */
const KnownLine = z.strictObject({
  service: z.enum(coachServices),
  serviceNumber: z.string(),
  origin: Place,
  destination: Place,
  stops: z.array(Place),
});
export type KnownLine = z.output<typeof KnownLine>;

export const listKnownRuns = endpoint({
  name: 'coaches.list-known-runs',
  summary: {
    zh: '本单位近七天的和清单里的车辆、班线，新发车登记时可直接选',
    en: 'Vehicles and lines of one’s operator, those of the last seven days and those of its list, to choose from in a new departure',
  },
  access: staff('driver', 'attendant'),
  input: Nothing,
  output: z.strictObject({
    /** Plates in plain form: those that ran lately, the latest first, then the others of the operator's list. */
    vehicles: z.array(z.string()),
    lines: z.array(KnownLine),
    /** Seats for passengers of vehicles of the operator's list, as far as it says. */
    seats: z.array(z.strictObject({ plate: z.string(), seats: z.number().int() })),
  }),
  failures: ['city-unknown', 'capability-absent'],
});

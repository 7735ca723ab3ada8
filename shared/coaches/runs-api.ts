import * as z from 'zod';
import { staff } from '../access';
import { endpoint } from '../endpoint';
import { Nothing } from '../wire';
import { coachServices } from './events';
import { Place } from './wire';

/** A line that an operator ran lately, as its crew stated it. */
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
    zh: '本单位近七天的车辆和班线，新发车登记时可直接选',
    en: 'Vehicles and lines of one’s operator in the last seven days, to choose from in a new departure',
  },
  access: staff('driver', 'attendant'),
  input: Nothing,
  output: z.strictObject({
    /** Plates in plain form, the latest first. */
    vehicles: z.array(z.string()),
    lines: z.array(KnownLine),
  }),
  failures: ['city-unknown', 'capability-absent'],
});

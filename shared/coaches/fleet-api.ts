import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { LineClass } from '../venues/coach-settings';
import { CityCode, FreeText, Id, Nothing, WireInstant } from '../wire';
import { coachServices } from './events';
import { lineEndReasons, vehicleEndReasons, vehicleGrades, vehicleSizes } from './fleet';
import { Place, Plate } from './wire';

/** Made by the service: the same plate, or the same line of an operator, has the same one. */
const fleetId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

const vehicle = {
  plate: Plate,
  /** The driver's not among them. */
  seats: z.number().int().min(1).max(120),
  size: z.enum(vehicleSizes),
  grade: z.enum(vehicleGrades).exactOptional(),
} as const;

const line = { service: z.enum(coachServices), serviceNumber: FreeText(30), lineClass: LineClass.exactOptional() };

/** Who changed it last, and since when and why it is out of use where it is. */
const state = { changedAt: WireInstant, changedBy: z.string() } as const;

/** A vehicle of an operator. */
const VehicleRow = z.strictObject({
  vehicleId: fleetId,
  ...vehicle,
  ...state,
  outOfUse: z.strictObject({ since: WireInstant, reason: z.enum(vehicleEndReasons) }).exactOptional(),
});
export type VehicleRow = z.output<typeof VehicleRow>;

/** A line of an operator, or a charter that it runs again and again. */
const LineRow = z.strictObject({
  lineId: fleetId,
  ...line,
  origin: Place,
  destination: Place,
  stops: z.array(Place),
  /** L-01: whether the city has departures of its class registered; crews are offered it only then. */
  inScope: z.boolean(),
  ...state,
  outOfUse: z.strictObject({ since: WireInstant, reason: z.enum(lineEndReasons) }).exactOptional(),
});
export type LineRow = z.output<typeof LineRow>;

const ofOperator = { city: CityCode, operatorId: Id } as const;
const refusals = ['city-unknown', 'capability-absent', 'operator-unknown'] as const;

export const listFleet = endpoint({
  name: 'coaches.list-fleet',
  summary: { zh: '一个运营单位的车辆和班线', en: 'Vehicles and lines of an operator' },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject(ofOperator),
  output: z.strictObject({ vehicles: z.array(VehicleRow), lines: z.array(LineRow) }),
  failures: [...refusals],
});

export const setVehicle = endpoint({
  name: 'coaches.set-vehicle',
  summary: {
    zh: '登记或更改运营单位的一辆车；停用的车恢复使用',
    en: 'Add a vehicle of an operator or change it; one that is out of use is in use again',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({ ...ofOperator, ...vehicle }),
  output: z.strictObject({ vehicleId: fleetId }),
  failures: [...refusals, 'vehicle-elsewhere', 'fleet-full'],
});

export const endVehicle = endpoint({
  name: 'coaches.end-vehicle',
  summary: {
    zh: '停用一辆车，司乘不再能选；登记错的整条删除',
    en: 'Take a vehicle out of use: crews are offered it no more; one added by mistake is removed',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({ ...ofOperator, vehicleId: fleetId, reason: z.enum(vehicleEndReasons) }),
  output: Nothing,
  failures: [...refusals, 'fleet-entry-unknown'],
});

export const setLine = endpoint({
  name: 'coaches.set-line',
  summary: {
    zh: '登记或更改运营单位的一条班线或常跑的包车；停用的恢复使用',
    en: 'Add a line or a regular charter of an operator or change it; one that is out of use is in use again',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({
    ...ofOperator,
    ...line,
    /** Names; those of the lists of stations and cities are known by them. */
    origin: FreeText(60),
    destination: FreeText(60),
    stops: z.array(FreeText(60)).max(20),
  }),
  output: z.strictObject({ lineId: fleetId }),
  failures: [...refusals, 'line-class-missing', 'fleet-full'],
});

export const endLine = endpoint({
  name: 'coaches.end-line',
  summary: {
    zh: '停用一条班线，司乘不再能选；登记错的整条删除',
    en: 'Take a line out of use: crews are offered it no more; one added by mistake is removed',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({ ...ofOperator, lineId: fleetId, reason: z.enum(lineEndReasons) }),
  output: Nothing,
  failures: [...refusals, 'fleet-entry-unknown'],
});

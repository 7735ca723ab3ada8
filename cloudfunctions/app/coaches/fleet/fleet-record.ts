import {
  type LineEndReason,
  type VehicleEndReason,
  type VehicleGrade,
  type VehicleSize,
  vehicleGrades,
  vehicleSizes,
} from '@tongcheng/shared/coaches/fleet';
import type { KnownLine } from '@tongcheng/shared/coaches/runs-api';
import type { Instant } from '@tongcheng/shared/time';
import * as z from 'zod';
import { collection } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import type { OpenedDetails } from '../departure-event-record';

/** What every entry of an operator's list says. */
interface FleetRecord<Reason extends string> {
  /** Blind marks: the same vehicle of a city, the same line of an operator, is one entry, whoever adds it how often. */
  readonly _id: string;
  readonly city: string;
  readonly operatorId: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly outOfUse?: { readonly since: Instant; readonly reason: Reason };
}

/** A vehicle of an operator. Its plate may be a person's: it is sealed, and found by a mark. */
export interface VehicleRecord extends FleetRecord<VehicleEndReason> {
  /** {@link VehicleFacts} under a key of the installation. */
  readonly sealed: string;
}

/** A line of an operator, or a charter that it runs again and again; nothing of it is a person's. */
export interface LineRecord extends FleetRecord<LineEndReason>, Omit<OpenedDetails, 'outside'> {}

const because = 'the list of an operator, until one of its entries is removed';

/** The vehicles of all operators. */
export const coachVehicles = collection<VehicleRecord>()({
  name: 'coach-vehicles',
  keep: { until: 'never', because },
  belongs: { to: 'nobody' },
  indexes: [['operatorId']],
});

/** The lines of all operators. */
export const operatorLines = collection<LineRecord>()({
  name: 'coach-lines',
  keep: { until: 'never', because },
  belongs: { to: 'nobody' },
  indexes: [['operatorId']],
});

/** What is known of a vehicle. */
export interface VehicleFacts {
  readonly plate: string;
  readonly seats: number;
  readonly size: VehicleSize;
  readonly grade?: VehicleGrade;
}

const KeptFacts = z.strictObject({
  plate: z.string(),
  seats: z.number(),
  size: z.enum(vehicleSizes),
  grade: z.enum(vehicleGrades).exactOptional(),
});

const contextOf = (vehicleId: string): string => `coach-vehicle.${vehicleId}`;

/** Facts of a vehicle as they are kept. */
export const sealVehicle = (vault: Vault, vehicleId: string, facts: VehicleFacts): string =>
  vault.sealHere(contextOf(vehicleId), JSON.stringify(facts));

/** The same, opened. */
export const openVehicle = (vault: Vault, { _id, sealed }: Pick<VehicleRecord, '_id' | 'sealed'>): VehicleFacts =>
  KeptFacts.parse(JSON.parse(vault.openHere(contextOf(_id), sealed)));

/** What makes a line of an operator that line; its stops, its class and what sort of service it is may change. */
type LineOf = Pick<KnownLine, 'serviceNumber' | 'origin' | 'destination'>;

/** Tells one line of an operator from another, by its number and its ends. */
export const lineKey = ({ serviceNumber, origin, destination }: LineOf): string =>
  JSON.stringify([serviceNumber, origin.name, destination.name]);

/** The id of a line of an operator. */
export const lineIdOf = (vault: Vault, operatorId: string, line: LineOf): Promise<string> =>
  vault.blindIndex('coach-line', `${operatorId}:${lineKey(line)}`);

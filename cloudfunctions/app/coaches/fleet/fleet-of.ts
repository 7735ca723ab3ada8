import type { KnownLine } from '@tongcheng/shared/coaches/runs-api';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import {
  coachVehicles,
  type LineRecord,
  lineIdOf,
  openVehicle,
  operatorLines,
  type VehicleFacts,
  type VehicleRecord,
} from './fleet-record';
import { mostEntries } from './keep-entry';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A vehicle with what is known of it. */
export type OpenedVehicle = Stored<VehicleRecord> & { readonly facts: VehicleFacts };

/** An operator's vehicles by their plates. */
export async function vehiclesOf({ store, vault }: Needs, operatorId: string): Promise<readonly OpenedVehicle[]> {
  const { items } = await store.find(coachVehicles, { where: { operatorId }, limit: mostEntries });
  const opened = items.map((record) => ({ ...record, facts: openVehicle(vault, record) }));
  return opened.sort((one, other) => (one.facts.plate < other.facts.plate ? -1 : 1));
}

/** An operator's lines by their numbers. */
export async function linesOfOperator({ store }: Needs, operatorId: string): Promise<readonly Stored<LineRecord>[]> {
  const { items } = await store.find(operatorLines, { where: { operatorId }, limit: mostEntries });
  return [...items].sort((one, other) => (one.serviceNumber < other.serviceNumber ? -1 : 1));
}

/** L-01: the class of a line by the list of the operator whose crew confirms a departure of it; undefined where the list has no such line in use. */
export async function listedClass(
  { store, vault }: Needs,
  operatorId: string,
  { service, ...line }: Pick<KnownLine, 'service' | 'serviceNumber' | 'origin' | 'destination'>,
): Promise<LineRecord['lineClass']> {
  if (service === 'charter') return undefined;
  const known = await store.get(operatorLines, await lineIdOf(vault, operatorId, line));
  return known?.outOfUse ? undefined : known?.lineClass;
}

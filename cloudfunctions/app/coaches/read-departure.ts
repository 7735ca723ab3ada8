import { type DepartureManifest, manifestOf } from '@tongcheng/shared/coaches/manifest';
import type { DocumentStore, Stored } from '../../ports/document-store';
import { type DepartureEventRecord, departureDay, departureEvents } from './departure-event-record';

/** A departure as it is kept, and the manifest that follows. */
export interface ReadDeparture {
  readonly city: string;
  readonly departureId: string;
  readonly records: readonly Stored<DepartureEventRecord>[];
  /** The crew's confirmation; absent while it has not arrived. */
  readonly opened?: Stored<DepartureEventRecord>;
  readonly manifest: DepartureManifest;
}

/** Everything of one departure; of one that nobody has told of, a manifest of nobody. */
export async function readDeparture(store: DocumentStore, city: string, departureId: string): Promise<ReadDeparture> {
  const records: Stored<DepartureEventRecord>[] = [];
  const where = { day: departureDay(departureId), city, departureId };
  for await (const batch of store.stream(departureEvents, { where })) records.push(...batch);
  return departureFrom(city, departureId, records);
}

/** A departure from its records. */
export function departureFrom(
  city: string,
  departureId: string,
  records: readonly Stored<DepartureEventRecord>[],
): ReadDeparture {
  const opened = records.find(({ kind }) => kind === 'opened');
  const manifest = manifestOf(records.map(({ event }) => event));
  return { city, departureId, records, ...(opened && { opened }), manifest };
}

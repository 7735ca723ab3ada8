import type { DocumentStore, Stored } from '../../ports/document-store';
import { type RefusalRecord, refusals } from './refusal-record';
import { type ScanRecord, scans } from './scan-record';

/** A scan of a city by its key. The city is named because scans live by it: then one server is asked, not all. */
export const readScan = (store: DocumentStore, city: string, key: string): Promise<Stored<ScanRecord> | undefined> =>
  store.find(scans, { where: { day: dayOfKey(key), city, _id: key }, limit: 1 }).then(({ items }) => items[0]);

/** A refusal of a city by its key. */
export const readRefusal = (
  store: DocumentStore,
  city: string,
  key: string,
): Promise<Stored<RefusalRecord> | undefined> =>
  store.find(refusals, { where: { day: dayOfKey(key), city, _id: key }, limit: 1 }).then(({ items }) => items[0]);

const dayOfKey = (key: string): string => key.slice(0, key.indexOf('.'));

import { type DocumentStore, StoreRefused } from '../ports/document-store';
import type { KeyService } from '../ports/key-service';
import type { KeyStore } from '../ports/key-store';
import { ServiceUnavailable } from '../ports/service-unavailable';
import { openText } from './cipher';
import { readPersonKey } from './person-key';
import { people } from './records';
import { withKey } from './with-key';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly keyStore: KeyStore;
}

const ofEachEnd = 50;

/** Of a sample of people: how many open, have no key, or have one that does not open. */
interface KeySample {
  readonly opened: number;
  readonly missing: number;
  readonly broken: number;
}

/** Asks of the first and the last people of the data, at most a hundred. */
export async function readSample(needs: Needs): Promise<KeySample> {
  const pages = await Promise.all(
    (['asc', 'desc'] as const).map((direction) =>
      needs.store.find(people, { where: {}, order: { by: '_id', direction }, limit: ofEachEnd }),
    ),
  );
  const sample = new Map(pages.flatMap(({ items }) => items.map(({ _id, sealed }) => [_id, sealed] as const)));
  const states = await Promise.all([...sample].map(([id, sealed]) => stateOf(needs, id, sealed)));
  const countOf = (state: keyof KeySample) => states.filter((each) => each === state).length;
  return { opened: countOf('opened'), missing: countOf('missing'), broken: countOf('broken') };
}

/** A key or a seal that was damaged is met, and said, by whoever needs that person. */
async function stateOf(needs: Needs, id: string, sealed: string): Promise<keyof KeySample> {
  try {
    const key = await readPersonKey(needs, id);
    if (!key) return 'missing';
    withKey(key, () => openText(key, id, sealed));
    return 'opened';
  } catch (fault) {
    if (fault instanceof StoreRefused || fault instanceof ServiceUnavailable) throw fault;
    return 'broken';
  }
}

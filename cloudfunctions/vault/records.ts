import { collection } from '../ports/document-store';

/** Who somebody is, sealed in one blob under the person's key; `indexId` is the blind index of the document. */
export interface SealedPerson {
  readonly _id: string;
  readonly sealed: string;
  readonly indexId: string;
}
export const people = collection<SealedPerson>()({
  name: 'people',
  keep: { until: 'owner' },
  belongs: { to: 'person', by: '_id', erased: 'by-the-vault', exported: 'person' },
  distributeBy: '_id',
  indexes: [],
});

/** A person's key, wrapped by the key service. Deleting it is forgetting the person. */
export interface PersonKey {
  readonly _id: string;
  readonly wrapped: string;
}
export const personKeys = collection<PersonKey>()({
  name: 'personKeys',
  keep: { until: 'key' },
  belongs: { to: 'person', by: '_id', erased: 'by-the-vault', exported: { not: 'a key' } },
  distributeBy: '_id',
  indexes: [],
});

/** Blind index of a document → person. The index is the `_id`, so that one document is one person however many ask at once. */
export interface PersonIndex {
  readonly _id: string;
  readonly personId: string;
}
export const personIndex = collection<PersonIndex>()({
  name: 'personIndex',
  keep: { until: 'owner' },
  belongs: {
    to: 'person',
    by: 'personId',
    erased: 'by-the-vault',
    exported: { not: 'blind index of the number that the person shows' },
  },
  distributeBy: '_id',
  indexes: [],
});

/** The key of one city's service day, one for each class. Once destroyed only the tombstone stays, so that it is never made anew. */
export interface DayKey {
  /** `${city}.${day}` of the class `city`, as every release wrote it; else `${class}.${city}.${day}` */
  readonly _id: string;
  readonly wrapped: string | null;
}
export const dayKeys = collection<DayKey>()({
  name: 'dayKeys',
  keep: { until: 'key' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** The key of what a case keeps of its own for a while. Once destroyed only the tombstone stays. */
export interface CaseKey {
  readonly _id: string;
  readonly wrapped: string | null;
}
export const caseKeys = collection<CaseKey>()({
  name: 'caseKeys',
  keep: { until: 'key' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** The key of a week of one city's card sets. Once erased only the tombstone stays. */
export interface EpochKey {
  /** `${city}.${epoch}` */
  readonly _id: string;
  readonly wrapped: string | null;
}
export const epochKeys = collection<EpochKey>()({
  name: 'epochKeys',
  keep: { until: 'key' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A known text wrapped by the master key of this data, to tell a wrong key at the start. */
export interface MasterCheck {
  readonly _id: string;
  readonly wrapped: string;
}
export const masterChecks = collection<MasterCheck>()({
  name: 'masterChecks',
  keep: { until: 'never', because: 'it tells a wrong master key' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** Which installation documents or keys are of, and how far the keys had changed. */
export interface PairMark {
  readonly _id: string;
  /** 128 bits by chance, the same in both places for ever. */
  readonly installation: string;
  /** Grows with the keys, in the place of the keys first: keys that are behind the documents are an older copy. */
  readonly epoch: number;
}

/** The mark among the documents; a backup of them carries it. */
export const documentPairs = collection<PairMark>()({
  name: 'installation',
  keep: { until: 'never', because: 'it tells whose keys open these documents' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [],
});

/** The mark among the wrapped keys; a backup of them carries it. */
export const keyPairs = collection<PairMark>()({
  name: 'keyInstallation',
  keep: { until: 'key' },
  belongs: { to: 'nobody' },
  indexes: [],
});

import * as z from 'zod';
import { collection, type DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';

const IndexRider = z.strictObject({
  /** What manifests of coaches know them by (`vault.subjectOf`). */
  documentSubject: z.string(),
  /** Absent of somebody who rode coaches alone and is not enrolled. */
  personId: z.string().exactOptional(),
});

/** Who is traced, by ids alone. */
export type IndexRider = Readonly<z.output<typeof IndexRider>>;

/** Who a case is about: sealed, apart from the case, gone when it is closed. */
interface IndexRiderRecord {
  /** The id of the case. */
  readonly _id: string;
  /** An {@link IndexRider} under a key of the installation, bound to the case. */
  readonly sealed: string;
}

/** A case that nobody closes lets go of its rider by itself: after that it traces no more. */
const keptDays = 60;

/** The index riders of open cases. */
export const indexRiders = collection<IndexRiderRecord>()({
  name: 'tracing-index-riders',
  keep: { until: 'age', days: keptDays },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [],
});

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

const contextOf = (caseId: string): string => `tracing.${caseId}`;

/** Keeps who a case is about. */
export const keepIndexRider = ({ store, vault }: Needs, caseId: string, rider: IndexRider) =>
  store.insert(indexRiders, { _id: caseId, sealed: vault.sealHere(contextOf(caseId), JSON.stringify(rider)) });

/** Who a case is about; undefined once it let go of them. Throws where the record was moved from another case. */
export async function indexRiderOf({ store, vault }: Needs, caseId: string): Promise<IndexRider | undefined> {
  const held = await store.get(indexRiders, caseId);
  return held && IndexRider.parse(JSON.parse(vault.openHere(contextOf(caseId), held.sealed)));
}

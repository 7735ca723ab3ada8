import type { ExtractContent, requestExtract } from '@tongcheng/shared/coaches/extracts-api';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { Instant } from '@tongcheng/shared/time';
import * as z from 'zod';
import { collection, type DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';

type Asked = ParsedInputOf<typeof requestExtract>;

/** By what people know a departure; absent in requests of earlier releases. */
interface AskedDeparture {
  readonly departsAt?: Instant;
  readonly serviceNumber?: string;
  readonly trip?: string;
}

/** What is asked for without the number of a document, which lies apart. */
export type KeptContent =
  | Extract<ExtractContent, { of: 'departures' }>
  | (Extract<ExtractContent, { of: 'departure' }> & AskedDeparture)
  | Omit<Extract<ExtractContent, { of: 'document' }>, 'documentKind' | 'documentNumber'>;

/** A request of one official for an extract of coach registrations for an authority (L-13), and what another decided. */
export interface ExtractRecord {
  readonly _id: string;
  readonly city: string;
  readonly recipient: Asked['recipient'];
  readonly receiver: string;
  readonly legalBasis: Asked['legalBasis'];
  readonly purpose: string;
  readonly content: KeptContent;
  readonly state: 'open' | 'approved' | 'rejected' | 'ended';
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** Of all that is approved (extract-digest.ts). */
  readonly digest: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly opensUntil?: Instant;
  /** Of an approval: a sum under a key of the installation, without which nothing opens. */
  readonly approval?: string;
}

/** Three years, as long as the access log that speaks of them. */
const keptDays = 1_095;

/** All requests for extracts. Names nobody but officials and who receives the file. */
export const coachExtracts = collection<ExtractRecord>()({
  name: 'coach-extracts',
  keep: { until: 'age', days: keptDays },
  belongs: { to: 'worker' },
  distributeBy: '_id',
  indexes: [['city']],
});

const SoughtDocument = z.strictObject({ subject: z.string(), masked: z.string() });

/** Whose document is sought, as manifests know them, and masked for those who decide. */
export type SoughtDocument = Readonly<z.output<typeof SoughtDocument>>;

interface SoughtDocumentRecord {
  /** The id of the request. */
  readonly _id: string;
  /** A {@link SoughtDocument} under a key of the installation, bound to the request. */
  readonly sealed: string;
}

/** A request waits for a day and is open for another: after that nothing says who was sought. */
const documentDays = 3;

/** Documents that requests ask for. */
export const soughtDocuments = collection<SoughtDocumentRecord>()({
  name: 'coach-extract-documents',
  keep: { until: 'age', days: documentDays },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [],
});

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

const contextOf = (extractId: string): string => `coach-extract.${extractId}`;

/** Keeps whose document a request is about. */
export const keepSoughtDocument = ({ store, vault }: Needs, extractId: string, sought: SoughtDocument) =>
  store.insert(soughtDocuments, {
    _id: extractId,
    sealed: vault.sealHere(contextOf(extractId), JSON.stringify(sought)),
  });

/** Whose document a request is about; undefined of one that is not about a document, and once its time is over. */
export async function soughtDocumentOf(
  { store, vault }: Needs,
  extractId: string,
): Promise<SoughtDocument | undefined> {
  const held = await store.get(soughtDocuments, extractId);
  return held && SoughtDocument.parse(JSON.parse(vault.openHere(contextOf(extractId), held.sealed)));
}

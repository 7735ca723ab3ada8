import type { DocumentStore } from '../../../ports/document-store';
import { SealBroken, type Vault } from '../../../vault/vault';
import { deletionCertificates } from '../../publications/certificates/deletion-certificate-record';
import { heldPages } from '../../tracing/cases/held-copy';
import { type MeasureRecord, tracingMeasures } from '../../tracing/measures/measure-record';
import { holdsDay } from './holds-of-day';

/** Copies under legal hold, by whether they open. */
export interface OpenHolds {
  readonly open: number;
  /** Their key was destroyed. */
  readonly ended: number;
  /** Copies that open though their hold ended, and days whose certificate does not name a hold that opens. */
  readonly wrong: readonly string[];
}

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'openForCase'>;
}

/**
 * Tries the copy of each hold. Of a day whose key was destroyed nothing opens but the copies that its certificate names, and those of them that were
 * not ended since. Certificates of earlier releases name none and are not compared.
 */
export async function tryHolds(needs: Needs): Promise<OpenHolds> {
  const opening: MeasureRecord[] = [];
  const wrong: string[] = [];
  let ended = 0;
  for await (const batch of needs.store.stream(heldPages, { where: {} }))
    for (const page of batch.filter((each) => each.page === 0)) {
      const measure = await needs.store.get(tracingMeasures, page.measureId);
      if (!(await opens(needs, page))) ended += 1;
      else if (measure?.state === 'approved') opening.push(measure);
      else wrong.push(page.measureId);
    }
  return { open: opening.length, ended, wrong: [...wrong, ...(await unnamed(needs.store, opening))] };
}

async function opens(
  { vault }: Needs,
  page: { readonly measureId: string; readonly _id: string; readonly sealed: string },
) {
  try {
    return (await vault.openForCase(page.measureId, page._id, page.sealed)).length > 0;
  } catch (broken) {
    if (broken instanceof SealBroken) return false;
    throw broken;
  }
}

/** Days that a hold keeps a copy of, and whose certificate, issued while it held, does not name it: `420100 2026-10-31 <hold>`. */
async function unnamed(store: DocumentStore, opening: readonly MeasureRecord[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const batch of store.stream(deletionCertificates, { where: { state: 'issued' } }))
    for (const { city, day, keyClass, issued } of batch)
      for (const hold of opening) {
        const { holds, erasedAt = 0 } = issued ?? {};
        if (!holds || hold.city !== city || (hold.decidedAt ?? 0) > erasedAt || holds.includes(hold._id)) continue;
        if (await holdsDay(store, hold, { day, keyClass })) found.push(`${city} ${day} ${hold._id}`);
      }
  return found;
}

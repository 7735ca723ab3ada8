import type { OfficialCaller } from '@tongcheng/shared/caller';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { CaseRecord } from '../cases/case-record';
import { isMeasureApproved } from './measure-digest';
import { type MeasureRecord, tracingMeasures } from './measure-record';
import { measureState } from './measure-row';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly clock: { readonly now: () => number };
}

/** The measure of an id, for an official of its city. */
export async function measureOf(
  { store }: Pick<Needs, 'store'>,
  caller: OfficialCaller,
  measureId: string,
): Promise<Stored<MeasureRecord> | undefined> {
  const held = await store.get(tracingMeasures, measureId);
  return held && oversees(caller, cityScope(held.city)) ? held : undefined;
}

/** Measures of a case, the newest first. */
export async function measuresOfCase(
  { store }: Pick<Needs, 'store'>,
  caseId: string,
): Promise<readonly Stored<MeasureRecord>[]> {
  const found: Stored<MeasureRecord>[] = [];
  for await (const batch of store.stream(tracingMeasures, { where: { caseId } })) found.push(...batch);
  return found.sort((one, other) => other.askedAt - one.askedAt);
}

/** Whether a measure holds: approved by the second person for what it says, not ended, and in its time. */
export const measureHolds = async ({ keys, clock }: Needs, record: MeasureRecord): Promise<boolean> =>
  measureState(record, clock.now()) === 'approved' && (await isMeasureApproved(keys, record));

/** Who took a case over last, by an approval; undefined while nobody did. */
async function takenOverBy(needs: Needs, caseId: string): Promise<string | undefined> {
  const found = (await measuresOfCase(needs, caseId))
    .filter(({ measure }) => measure.kind === 'take-over')
    .sort((one, other) => (other.decidedAt ?? 0) - (one.decidedAt ?? 0));
  for (const { _v, ...record } of found) if (await measureHolds(needs, record)) return record.askedBy;
  return undefined;
}

/** Who goes on with a case: who opened it, or took it over last. It says who may ask; it opens nothing. */
export const caseHolderOf = async (needs: Needs, { _id, openedBy }: CaseRecord): Promise<string> =>
  (await takenOverBy(needs, _id)) ?? openedBy;

/** Whether what a measure shows is open to an official: to who approved it, and to who asked, or took the case over from them. */
export async function isMeasureOpenTo(
  needs: Needs,
  { officialId }: OfficialCaller,
  record: MeasureRecord,
): Promise<boolean> {
  if (!(await measureHolds(needs, record))) return false;
  const holder = (await takenOverBy(needs, record.caseId)) ?? record.askedBy;
  return [holder, record.decidedBy].includes(officialId);
}

/** From when riders see that a case opened something of theirs: at once where absent, else when a delay that was approved for it ends by itself. */
export async function shownFromOf(needs: Needs, caseId: string): Promise<Instant | undefined> {
  for (const { _v, ...record } of await measuresOfCase(needs, caseId))
    if (record.measure.kind === 'delay' && (await measureHolds(needs, record))) return record.holdsUntil;
  return undefined;
}

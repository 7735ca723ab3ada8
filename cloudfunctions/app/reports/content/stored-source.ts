import { both, documentWords } from '@tongcheng/shared/reports/words';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault, Vault } from '../../../vault/vault';
import type { StaffOf } from '../../rides/assisted/staff-of';
import { type JourneyNeeds, journeysOf } from '../../rides/journeys/journeys-of';
import { refusalsWithoutScan } from '../../rides/refusal-record';
import type { VenueOf } from '../../venues/cached-records';
import type { Form, ReportPlan } from '../records';
import { inBatches } from './in-batches';
import { snapshotOf } from './snapshot';
import type { PersonCells, ReportSource } from './source';

/** What reading a report's content needs. */
export interface SourceNeeds extends JourneyNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly venueOf: VenueOf;
  readonly staffOf: StaffOf;
}

/** Riders asked for at once: one question to the vault for all of them. */
const ridersAtOnce = 200;

/** The content of a report as it is in the store, as of the plan's snapshot. Record the access first. */
export function storedSource(
  needs: SourceNeeds,
  plan: Pick<ReportPlan, 'city' | 'day'>,
  form: Form,
  dayVault: DayVault,
  stepSize = ridersAtOnce,
): ReportSource {
  return {
    journeys: (until, after) => {
      const asOf = { ...needs, store: snapshotOf(needs.store, until), clock: { now: () => until } };
      return inBatches(journeysOf(asOf, plan.city, plan.day, after), Math.min(stepSize, ridersAtOnce));
    },
    venue: needs.venueOf,
    staffOf: needs.staffOf,
    refusedWithoutScan: async (from, until) => {
      const found = await refusalsWithoutScan(needs.store, { day: plan.day, city: plan.city });
      return found
        .filter(({ recordedAt }) => recordedAt >= from && recordedAt < until)
        .toSorted((one, other) => one.recordedAt - other.recordedAt || (one._id < other._id ? -1 : 1));
    },
    riderOf: (scan) => dayVault.open(scan._id, scan.sealed),
    people: form === 'full' ? (ids) => inTheClear(needs.vault, ids) : (ids) => maskedPeople(needs.vault, ids),
  };
}

async function inTheClear(vault: Vault, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCells>> {
  const cells = new Map<string, PersonCells>();
  for (const [id, { name, documentKind, documentNumber, phone }] of await vault.reveal(personIds, 'daily-report')) {
    cells.set(id, [name, both(documentWords[documentKind]), documentNumber, phone]);
  }
  return cells;
}

async function maskedPeople(vault: Vault, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCells>> {
  const cells = new Map<string, PersonCells>();
  const found = await Promise.all(personIds.map(async (id) => [id, await vault.masked(id)] as const));
  for (const [id, person] of found) {
    if (!person) continue;
    const { maskedName, documentKind, maskedDocument, maskedPhone } = person;
    cells.set(id, [maskedName, both(documentWords[documentKind]), maskedDocument, maskedPhone]);
  }
  return cells;
}

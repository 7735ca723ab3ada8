import type { Day } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { ObjectStore } from '../../ports/object-store';
import { keysOf } from './forming/write-file';
import { plans, reports } from './records';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly objects: ObjectStore;
}

/**
 * Destroys the files of a day's reports when its retention ends (X-03: the day's key goes in the same breath). What was
 * counted and sent stays known. Doing it again is no harm.
 */
export async function forgetReports({ store, clock, objects }: Needs, city: string, day: Day): Promise<void> {
  for (const { attempts } of (await store.find(plans, { where: { city, day }, limit: 1_000 })).items) {
    for (const attempt of attempts) {
      const { file, spool } = keysOf(attempt);
      await objects.delete(file);
      await objects.delete(spool);
    }
  }
  for (const { _v, ...report } of (await store.find(reports, { where: { city, day }, limit: 1_000 })).items) {
    if (report.forgottenAt === undefined) await store.update(reports, { ...report, forgottenAt: clock.now() }, _v);
  }
}

import { fail, ok, type Result } from '@tongcheng/shared/result';
import type { ExposedRider, IndexRide } from '@tongcheng/shared/tracing/wire';
import { personOf } from '../../rides/scanning/scan-subject';
import { measureDigest } from '../measures/measure-digest';
import type { MeasureRecord } from '../measures/measure-record';
import { tracedCaseOf } from './case-of';
import { doubtRiders, doubtRides } from './doubt-travellers';
import { exposedRider, type MergedRider, mergeRiders } from './exposed-riders';
import { openHeld } from './held-copy';
import { indexTimeline } from './index-timeline';
import { type PlaceName, tracedPlaceNames } from './place-names';
import { secondStep } from './second-step';
import { traceCase } from './trace-case';
import type { TracingNeeds } from './tracing-needs';

/** What a measure shows: who, and how to tell them once that is on record. */
interface ShownList {
  /** One for each, absent of whoever has no person. */
  readonly personIds: readonly (string | undefined)[];
  readonly timeline: readonly IndexRide[];
  readonly tell: (from: number, to: number) => Promise<readonly ExposedRider[]>;
}

/** What an approved measure shows: read anew, and of a hold from its copy. Nothing where the case changed after the approval. */
export async function shownList(
  needs: TracingNeeds,
  record: MeasureRecord,
): Promise<Result<ShownList, 'measure-not-open' | 'case-is-closed' | 'trace-request-changed'>> {
  switch (record.measure.kind) {
    case 'hold':
      return record.isPrepared === true ? ok(await heldList(needs, record)) : fail('measure-not-open');
    case 'extract':
    case 'second-step':
      return tracedList(needs, record);
    case 'notify':
    case 'take-over':
    case 'end-hold':
    case 'delay':
      return fail('measure-not-open');
  }
}

async function heldList(needs: TracingNeeds, record: MeasureRecord): Promise<ShownList> {
  const { riders, timeline } = await openHeld(needs, record);
  return {
    personIds: riders.map(({ personId }) => personId),
    timeline,
    tell: async (from, to) => riders.slice(from, to).map(({ rider }) => rider),
  };
}

async function tracedList(
  needs: TracingNeeds,
  record: MeasureRecord,
): Promise<Result<ShownList, 'case-is-closed' | 'trace-request-changed'>> {
  const opened = await tracedCaseOf(needs, record.caseId);
  if (!opened) return fail('case-is-closed');
  if ((await measureDigest(needs, opened, record)) !== record.digest) return fail('trace-request-changed');
  const placeName = tracedPlaceNames(needs, record.city);
  if (record.measure.kind === 'second-step')
    return ok(listOf(needs, record.city, placeName, await secondStep(needs, opened), []));
  const { exposures, rides } = await traceCase(needs, opened);
  const riders = await mergeRiders(needs, record.city, exposures);
  const doubted = await doubtRides(needs, record.city, rides);
  return ok(listOf(needs, record.city, placeName, riders, await indexTimeline(placeName, doubted)));
}

function listOf(
  needs: TracingNeeds,
  city: string,
  placeName: PlaceName,
  riders: readonly MergedRider[],
  timeline: readonly IndexRide[],
): ShownList {
  return {
    personIds: riders.map(({ subjectId }) => personOf(subjectId)),
    timeline,
    tell: async (from, to) => {
      const page = await doubtRiders(needs, city, riders.slice(from, to));
      const facts = await needs.vault.reveal(
        page.flatMap(({ subjectId }) => personOf(subjectId) ?? []),
        'tracing',
      );
      return Promise.all(page.map((rider) => exposedRider(placeName, rider, facts)));
    },
  };
}

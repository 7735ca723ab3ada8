import { ExposedRider, IndexRide } from '@tongcheng/shared/tracing/wire';
import * as z from 'zod';
import { collection } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { recordAccess } from '../../audit/record-access';
import { personOf } from '../../rides/scanning/scan-subject';
import { type MeasureRecord, tracingMeasures } from '../measures/measure-record';
import type { SourcedRide } from '../reading/ride-source';
import { tracedCaseOf } from './case-of';
import { doubtRiders, doubtRides } from './doubt-travellers';
import { exposedRider, mergeRiders } from './exposed-riders';
import { indexTimeline } from './index-timeline';
import { tracedPlaceNames } from './place-names';
import { recordForRiders } from './record-for-riders';
import { traceCase } from './trace-case';
import type { TracingNeeds } from './tracing-needs';

/** A page of what a case holds, sealed under the key of its measure. */
interface HeldPageRecord {
  /** `${measureId}.${copy}.${page}` */
  readonly _id: string;
  readonly measureId: string;
  readonly copy: string;
  readonly page: number;
  readonly sealed: string;
}

/** Held copies: nothing of them opens once the key of the measure is destroyed. Longer than the longest hold. */
export const heldPages = collection<HeldPageRecord>()({
  name: 'tracing-held-pages',
  keep: { until: 'age', days: 400 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [['measureId', 'copy', 'page']],
});

const HeldPage = z.strictObject({
  riders: z.array(z.strictObject({ personId: z.string().exactOptional(), rider: ExposedRider })),
  timeline: z.array(IndexRide),
});
type HeldPage = z.output<typeof HeldPage>;

const ridersAPage = 100;

/** Copies whom a case exposed, and the rides of its index rider, under the key of the hold: on record first, and whole or not at all. */
export async function prepareHold(needs: TracingNeeds, record: MeasureRecord): Promise<void> {
  const opened = await tracedCaseOf(needs, record.caseId);
  if (!opened) return;
  const { city, caseId, _id: measureId, decidedBy: officialId = '' } = record;
  const { exposures, rides } = await traceCase(needs, opened);
  const access = { who: officialId, city, what: measureId, reason: 'copy-for-hold' } as const;
  await recordAccess(needs, { purpose: 'tracing', ...access, counts: { matches: exposures.length } });
  const merged = await doubtRiders(needs, city, await mergeRiders(needs, city, exposures));
  const personIds = merged.flatMap(({ subjectId }) => personOf(subjectId) ?? []);
  await recordForRiders(needs, { officialId }, { city, caseId }, personIds);
  const facts = await needs.vault.reveal(personIds, 'tracing');
  const placeName = tracedPlaceNames(needs, city);
  const riders = await Promise.all(
    merged.map(async (each) => {
      const personId = personOf(each.subjectId);
      return { ...(personId !== undefined && { personId }), rider: await exposedRider(placeName, each, facts) };
    }),
  );
  const copy = Buffer.from(needs.chance.bytes(12)).toString('base64url');
  await keepPages(needs, measureId, copy, {
    riders,
    timeline: await indexTimeline(placeName, await doubtRides(needs, city, rides)),
  });
  const held = await needs.store.get(tracingMeasures, measureId);
  if (held?.state !== 'approved' || held.isPrepared === true) return;
  const { _v, ...now } = held;
  await needs.store.update(tracingMeasures, { ...now, isPrepared: true, copy, heldDays: daysOf(exposures, rides) }, _v);
}

/** Each day of each class of keys once, in order. */
function daysOf(
  ...found: readonly (readonly Pick<SourcedRide, 'day' | 'seal'>[])[]
): NonNullable<MeasureRecord['heldDays']> {
  const days = new Map(found.flat().map(({ day, seal }) => [`${day} ${seal.of}`, { day, keyClass: seal.of }]));
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

async function keepPages(
  { store, vault }: TracingNeeds,
  measureId: string,
  copy: string,
  all: HeldPage,
): Promise<void> {
  for (let page = 0; page === 0 || page * ridersAPage < all.riders.length; page += 1) {
    const riders = all.riders.slice(page * ridersAPage, (page + 1) * ridersAPage);
    const content: HeldPage = { riders, timeline: page === 0 ? all.timeline : [] };
    const _id = `${measureId}.${copy}.${page}`;
    const sealed = await vault.sealForCase(measureId, _id, JSON.stringify(content));
    await store.insert(heldPages, { _id, measureId, copy, page, sealed });
  }
}

/** What a hold copied, opened. Callers record the access first. */
export async function openHeld(
  { store, vault }: Pick<TracingNeeds, 'store'> & { readonly vault: Vault },
  { _id: measureId, copy = '' }: MeasureRecord,
): Promise<HeldPage> {
  const pages: { readonly page: number; readonly content: HeldPage }[] = [];
  for await (const batch of store.stream(heldPages, { where: { measureId, copy } }))
    for (const { _id, page, sealed } of batch)
      pages.push({ page, content: HeldPage.parse(JSON.parse(await vault.openForCase(measureId, _id, sealed))) });
  const inOrder = pages.sort((one, other) => one.page - other.page).map(({ content }) => content);
  return {
    riders: inOrder.flatMap(({ riders }) => riders),
    timeline: inOrder.flatMap(({ timeline }) => timeline),
  };
}

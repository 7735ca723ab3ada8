import type { deliverTaps as endpoint } from '@tongcheng/shared/gates/api';
import type { TapBatch } from '@tongcheng/shared/gates/tap-batch';
import { fail, ok } from '@tongcheng/shared/result';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { Stored } from '../../ports/document-store';
import type { DeviceRecord } from '../devices/device-record';
import { noteState } from '../devices/device-state';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { type GateDelivery, gateDeliveries, unlinkedTaps } from './delivery-record';
import { type GateNeeds, gateOf, type RegisteredGate } from './gate-of';
import { readBatch } from './read-batch';
import { type RegisterTapNeeds, registerTaps } from './register-taps';

interface Needs extends GateNeeds, RegisterTapNeeds {
  readonly venueOf: VenueOf;
}

/**
 * Takes a signed batch of taps, exactly once: scans stand under the ids that the gate gave them and counts under the batch's number, so that a delivery which was
 * interrupted anywhere is completed by the next, and the same batch again has the answer that it had. Batches come in order; another text under a
 * number that was accepted says that two machines hold one key, and officials see it.
 */
export const deliverTaps: UseCase<typeof endpoint, Needs> = async (needs, caller, signed) => {
  const found = await gateOf(needs, caller);
  if (!found.ok) return found;
  const { device } = found.value;
  const read = readBatch(device, signed);
  if (!read) return fail('taps-refused');
  const { batch, digest } = read;
  const last = await needs.store.get(gateDeliveries, device._id);
  const before = await answeredBefore(needs, last, batch, digest);
  if (before) return before;
  const venue = stoodAt(device, batch.venueId) ? await needs.venueOf(batch.venueId) : undefined;
  if (venue?.city !== device.city) return fail('venue-unknown');
  const answers = await registerTaps(needs, found.value, venue, batch.taps);
  await keepCounts(needs, found.value, batch);
  const taps = batch.taps.map(({ tapId }, index) => ({ tapId, answer: answers[index] ?? 'unreadable' }));
  const record = { _id: device._id, sequence: batch.sequence, digest, answers: taps };
  const kept = last
    ? await needs.store.update(gateDeliveries, record, last._v)
    : await needs.store.insert(gateDeliveries, record);
  // Delivered twice at once: whoever was first has written the same scans and counts, and its answer holds.
  if (kept !== 'updated' && kept !== 'inserted') return deliverTaps(needs, caller, signed);
  return ok({ accepted: batch.sequence, taps });
};

type Answer = Awaited<ReturnType<typeof deliverTaps>>;

/** The answer to a batch that is not the next one; undefined where it is. */
async function answeredBefore(
  needs: Needs,
  last: Stored<GateDelivery> | undefined,
  { deviceId, sequence }: TapBatch,
  digest: string,
): Promise<Answer | undefined> {
  const expected = (last?.sequence ?? 0) + 1;
  if (sequence === expected) return undefined;
  if (!last || sequence !== last.sequence) return fail('taps-out-of-order', { expected });
  if (last.digest === digest) return ok({ accepted: sequence, taps: [...last.answers] });
  await noteState(needs, deviceId, { doubledAt: needs.clock.now() });
  return fail('taps-conflict');
}

/** Taps may be from before the gate was moved. */
const stoodAt = ({ venueId, earlierVenueIds = [] }: DeviceRecord, at: string): boolean =>
  at === venueId || earlierVenueIds.includes(at);

/** Under the batch's number, so that none is counted twice. */
async function keepCounts(
  { store }: Needs,
  { device, settings }: RegisteredGate,
  { sequence, venueId, counts }: TapBatch,
): Promise<void> {
  if (counts.length === 0) return;
  const rows = counts.map((count, index) => {
    const day = serviceDay(settings, count.hour);
    return { _id: `${day}.${device._id}.${sequence}.${index}`, day, city: device.city, venueId, ...count };
  });
  await store.insertMany(unlinkedTaps, rows);
}
